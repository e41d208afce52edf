"""Every number of the catalogue changes something: some code beside its words and values reads it.

A number that nothing reads is a promise on the setup page that the house does not keep. Cheap and
textual: the code stands in quotes somewhere else than in the catalogue, its words and the tests.
"""

import re
from pathlib import Path

from homeward.program.rules.defaults import NUMBERS

ROOT = Path(__file__).resolve().parents[2] / "homeward"
# Where a number is only named, worded, invented or tried out.
NAMED_ONLY = ("desk/setup", "demo", "testing", "tests", "migrations", "cli/bench")
CATALOGUE = frozenset(
    f"program/rules/{name}.py"
    for name in ("defaults", "day_numbers", "linkage_numbers", "planned_week", "signal_numbers",
                 "testing_numbers")
)  # fmt: skip
_BAND = "read by its place: `fee_bands` puts the name together"
# Why nothing reads the number by its own name.
EXCEPTIONS = {
    **{f"fee_band_{place}_{part}": _BAND for place in range(1, 5) for part in ("up_to", "pays")},
    **dict.fromkeys(
        (
            "price_change", "price_change_staff", "price_extra_day", "price_lunch", "price_mode",
            "price_open_meeting", "price_over", "price_overload", "price_pref", "price_short_day",
            "price_shortfall", "price_under",
        ),
        "read by its place: the prices of a planned week are asked for by the name of the wish",
    ),
}  # fmt: skip


def quoted_in_the_house() -> frozenset[str]:
    """Every name in quotes, and every field of a value made of numbers, in code that works."""
    found: set[str] = set()
    for path in sorted(ROOT.rglob("*.py")):
        place = path.relative_to(ROOT).as_posix()
        if place in CATALOGUE or any(f"/{each}/" in f"/{place}" for each in NAMED_ONLY):
            continue
        text = path.read_text("utf-8")
        found.update(re.findall(r"[\"']([a-z][a-z0-9_]+)[\"']", text))
        # Rules that take their numbers as one frozen value name its fields like the numbers.
        found.update(
            re.findall(r"^    ([a-z][a-z0-9_]+): (?:Decimal|ProgramNumber)$", text, re.MULTILINE)
        )
    return frozenset(found)


def test_every_number_is_read_by_some_code():
    found = quoted_in_the_house()
    unread = {code for code in NUMBERS if code not in found} - set(EXCEPTIONS)
    assert not unread, sorted(unread)
    assert not {code for code in EXCEPTIONS if code in found or code not in NUMBERS}
