"""Which doses are due here on a day, and how each one stands.

Times of the list are the site's wall clock. A time the clock skips in spring is the instant it
jumps to; a time that comes twice in autumn is the first. Source: handbook 7.5.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import StrEnum
from typing import TypeVar
from zoneinfo import ZoneInfo

Id = TypeVar("Id")
WATCHED_BY_HAND = frozenset({"taken", "refused", "missed"})
STATES = ("taken", "refused", "held", "missed", "wasted")


class Standing(StrEnum):
    """How a dose stands at an instant."""

    LATER = "later"
    NOW = "now"
    LATE = "late"
    RECORDED = "recorded"


@dataclass(frozen=True, slots=True, kw_only=True)
class Timed:
    """When one medicine is taken here: wall times, weekdays (none: each), its first and last day.

    `home` are days for which the person has doses at home. `known_from` is when it was put on the
    list: what was due before that is nobody's omission here.
    """

    times: Sequence[time]
    days: Sequence[int] = ()
    first_day: date
    last_day: date | None = None
    is_held: bool = False
    home: Sequence[tuple[date, date]] = ()
    known_from: datetime | None = None


def instant_of(day: date, at: time, zone: str) -> datetime:
    """The instant of a wall time on a day, in UTC."""
    there = datetime.combine(day, at, ZoneInfo(zone))  # fold 0: the first of two
    return there.astimezone(UTC)


def due_on(timed: Timed, day: date, zone: str) -> tuple[datetime, ...]:
    """The instants at which doses of one medicine are due on a day, the earliest first.

    A held medicine is still due: that it is held is then written down.
    """
    if day < timed.first_day or (timed.last_day is not None and day > timed.last_day):
        return ()
    if timed.days and day.weekday() not in timed.days:
        return ()
    if any(first <= day <= last for first, last in timed.home):
        return ()
    instants = {instant_of(day, at, zone) for at in timed.times}
    since = timed.known_from
    return tuple(sorted(each for each in instants if since is None or each >= since))


def standing_of(
    due_at: datetime, now: datetime, window_minutes: int, is_recorded: bool
) -> Standing:
    """Now is from the window before the due time until the window after it.

    >>> nine = datetime(2026, 11, 24, 9, tzinfo=UTC)
    >>> standing_of(nine, nine - timedelta(minutes=61), 60, False).value
    'later'
    """
    if is_recorded:
        return Standing.RECORDED
    window = timedelta(minutes=window_minutes)
    if now < due_at - window:
        return Standing.LATER
    return Standing.NOW if now <= due_at + window else Standing.LATE


def unrecorded(
    timed: Mapping[Id, Timed],
    days: Iterable[date],
    zone: str,
    marked: frozenset[tuple[Id, datetime]],
) -> list[tuple[datetime, Id]]:
    """The doses of some days about which nothing was written, the oldest first."""
    open_doses = [
        (due_at, key)
        for day in days
        for key, each in timed.items()
        for due_at in due_on(each, day, zone)
        if (key, due_at) not in marked
    ]
    return sorted(open_doses, key=lambda each: (each[0], str(each[1])))


def may_record(state: str, manner: str, *, is_nursing: bool) -> bool:
    """Whether this person may write this down: watching is everybody's who is trained for it.

    Giving, holding and wasting are a nurse's or prescriber's; a technician reminds, watches,
    counts and records, and never gives.
    """
    return is_nursing or (manner == "watched" and state in WATCHED_BY_HAND)
