"""A second verifier of a published turn, written from docs/domain/incentives.md alone.

It shares no code with Homeward and needs nothing but Python's own library:
`python second_verifier.py turn.json` prints yes or no.
"""

import hashlib
import hmac
import json
import sys


def holds(turn):
    """Step by step as the document says; False at the first thing that does not fit."""
    try:
        if turn["method"] != "homeward-bowl-1" or len(bytes.fromhex(turn["secret"])) != 32:
            return False
        bowl = ",".join(f"{s['code']}:{s['count']}:{s['cents']}" for s in turn["slips"])
        head = f"homeward-bowl-1|{turn['token']}|{turn['number']}|"
        promised = hashlib.sha256((head + bowl + "|" + turn["secret"]).encode()).hexdigest()
        if promised != turn["commitment"]:
            return False
        row = [s["code"] for s in turn["slips"] for _ in range(s["count"])]
        again = [slip(turn, row, head, place + 1) for place in range(len(turn["drawn"]))]
        return again == turn["drawn"]
    except (KeyError, ValueError, TypeError, AttributeError, IndexError):
        return False


def slip(turn, row, head, place):
    """One draw: the slips in a row, each named as often as it lies in the bowl."""
    mac = hmac.new(bytes.fromhex(turn["secret"]), f"{head}{place}".encode(), "sha256").digest()
    return row[int.from_bytes(mac[:8], "big") * len(row) // 2**64]


if __name__ == "__main__":
    with open(sys.argv[1], encoding="utf-8") as file:
        print("yes" if holds(json.load(file)) else "no")
