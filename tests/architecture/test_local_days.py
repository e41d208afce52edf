"""A calendar day is the day where people are, never the day of an instant in UTC.

At nine in the evening in Ohio the day of `now` in UTC is tomorrow: a deadline would pass, a
credential lapse and a number change hours too early.
"""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2] / "homeward"
UTC_DAY = re.compile(r"\b(now|at|instant|\w+_at)\.date\(\)")
# Why the day of an instant is right here.
KEPT = {
    "consents/exchange_lists.py": "a coarse sieve, a day wider than any zone",
    "consents/fhir.py": "compares the instant with the day that was told beside it",
    "consents/rules/world.py": "the day in the zone the instant is given in",
    "medications/rules/starting.py": "the day in the zone the instant is given in",
    "portal/kept_entries.py": "on the wall clock of the client's site already",
    "portal/messages.py": "on the wall clock of the client's site already",
    "placement/rules/told.py": "the day in the zone the instant is given in",
    "website/openings.py": "both instants are local already",
}
STORIES = ("demo", "testing", "cli/bench", "tests", "migrations")


def utc_days(text: str) -> list[str]:
    """Each place where a line takes the day of an instant as it stands."""
    return [found.group(0) for found in UTC_DAY.finditer(text)]


def rooms() -> list[Path]:
    """Every module people work with; the invented stories live in one zone."""
    return [
        path
        for path in sorted(ROOT.rglob("*.py"))
        if not any(f"/{each}/" in f"/{path.relative_to(ROOT)}" for each in STORIES)
    ]


def test_every_day_is_a_local_one():
    """`core.clock.local_day` says the day; the exceptions are listed with their reason."""
    found = {str(path.relative_to(ROOT)) for path in rooms() if utc_days(path.read_text())}
    assert found == set(KEPT)


@pytest.mark.parametrize("line", ["on = now.date()", "fact.at.date()", "row.signed_at.date()"])
def test_a_utc_day_is_seen(line):
    """The check finds what it is for."""
    assert utc_days(line)
