"""A second verifier of a published draw, written from docs/algorithms/fair-draw.md alone.

It shares no code with Homeward and needs nothing but Python's own library:
`python second_verifier.py day.json` prints yes or no.
"""

import calendar
import datetime
import hashlib
import hmac
import json
import sys

COUNTS = [
    "times_this_month", "tests_per_month", "days_per_week", "most_per_month",
    "least_per_window", "times_this_window", "eligible_days_left",
]  # fmt: skip


def holds(day):
    """Step by step as the document says; False at the first thing that does not fit."""
    try:
        secret = bytes.fromhex(day["secret"])
        when = datetime.date.fromisoformat(day["day"])
        head = "homeward-draw-2|" + day["pool"] + "|" + day["day"]
        if day["method"] != "homeward-draw-2" or len(secret) != 32:
            return False
        promised = hashlib.sha256((head + "|" + day["secret"]).encode()).hexdigest()
        if promised != day["commitment"]:
            return False
        tokens = [each["token"] for each in day["roster"]]
        chosen = [each["token"] for each in day["roster"] if tests(each, when, head, secret)]
        if len(set(tokens)) < len(tokens) or sorted(chosen) != sorted(day["drawn"]):
            return False
        return day["seal"] == seal(day, secret)
    except (KeyError, ValueError, TypeError, AttributeError):
        return False


def tests(each, when, head, secret):
    """Whether one entry of the roster tests."""
    if each["eligible"] is not True:
        return False
    taken, most = each["times_this_month"], each["most_per_month"]
    if taken >= most:
        return False
    missing = each["least_per_window"] - each["times_this_window"]
    if missing > each["eligible_days_left"]:
        return True
    kept = max(0, missing - 1) if each["least_per_window"] else 0
    if each["window"] == "week":
        last = calendar.monthrange(when.year, when.month)[1]
        mondays = [n for n in range(when.day + 1, last + 1)
                   if datetime.date(when.year, when.month, n).isoweekday() == 1]  # fmt: skip
        kept += each["least_per_window"] * len(mondays)
    elif each["window"] != "month":
        raise ValueError
    if taken + 1 + kept > most:
        return False
    digest = hmac.new(secret, (head + "|" + each["token"]).encode(), hashlib.sha256).digest()
    lot = int.from_bytes(digest[:8], "big")
    return lot * each["days_per_week"] * 30 < each["tests_per_month"] * 7 * 2**64


def seal(day, secret):
    """The keyed hash over the roster and who is drawn."""
    lines = ["homeward-draw-2|seal|" + day["pool"] + "|" + day["day"]]
    for each in sorted(day["roster"], key=lambda one: one["token"]):
        values = [each["token"], "1" if each["eligible"] else "0"]
        values += [str(each[name]) for name in COUNTS[:4]]
        values += [each["window"]]
        values += [str(each[name]) for name in COUNTS[4:]]
        lines.append("|".join(values))
    lines.append("drawn|" + ",".join(sorted(day["drawn"])))
    return hmac.new(secret, "\n".join(lines).encode(), hashlib.sha256).hexdigest()


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print("yes" if holds(json.load(file)) else "no")
