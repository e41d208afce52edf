"""What an address asks for, read with care: anybody can type anything there."""

from datetime import UTC, date, datetime

from django.utils.dateparse import parse_datetime

MOST_DIGITS = 9
# Nobody living was born before, and nothing is planned beyond; weeks can be added on either side.
FIRST_DAY, LAST_DAY = date(1880, 1, 1), date(2199, 12, 31)


def whole_number(text: str) -> int | None:
    """A plain whole number of at most nine digits; None for anything else.

    Digits of other scripts and raised ones count as digits elsewhere and are none here; longer
    numbers are nothing a page has.
    """
    if len(text) > MOST_DIGITS or not (text.isascii() and text.isdigit()):
        return None
    return int(text)


def day(text: str) -> date | None:
    """A day written as 2026-11-24 within the years a record knows; None for anything else."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        return None
    return found if is_within_reach(found) else None


def instant(text: str) -> datetime | None:
    """An instant with its zone, within the years a record knows, in UTC; None for anything else.

    Zones that a database refuses, as one of 23 hours, are read here and asked nowhere.
    """
    try:
        found = parse_datetime(text)
        if found is None or found.tzinfo is None:
            return None
        found = found.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return found if is_within_reach(found.date()) else None


def is_within_reach(found: date) -> bool:
    """Whether a day lies where one can still reckon with weeks and years around it."""
    return FIRST_DAY <= found <= LAST_DAY
