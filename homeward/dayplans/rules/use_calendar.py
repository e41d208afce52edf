"""Use and non-use, day by day, as it was said. A day nobody spoke of stays unknown.

A later word about a day wins over an earlier one; but what a check-in says of use is not undone by
another check-in of that day. Nothing is filled in between two days.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

DAY = timedelta(days=1)


class State(StrEnum):
    """What is known of a day."""

    USED = "used"
    NOT_USED = "not_used"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """What a check-in of this day said; `since` is the day of the check-in before it."""

    on: date
    at: datetime
    used: bool | None
    since: date | None = None


@dataclass(frozen=True, slots=True)
class ToldDay:
    """What was said about a day, by itself; None takes back what was said."""

    on: date
    at: datetime
    used: bool | None


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day. `since`: use was told for the days after this one, without saying which."""

    on: date
    state: State
    by: str = ""
    since: date | None = None


@dataclass(frozen=True, slots=True)
class Tally:
    """Days of each kind; a share is of the days that are known, never of all."""

    used: int
    not_used: int
    unknown: int

    @property
    def known(self) -> int:
        return self.used + self.not_used


def calendar_of(
    first: date, last: date, check_ins: Iterable[CheckedIn], told: Iterable[ToldDay]
) -> tuple[CalendarDay, ...]:
    """Every day from the first to the last, in order."""
    said: dict[date, list[CheckedIn]] = {}
    for each in check_ins:
        if each.used is not None:
            said.setdefault(each.on, []).append(each)
    newest: dict[date, ToldDay] = {}
    for day in sorted(told, key=lambda each: each.at):
        newest[day.on] = day
    days = (last - first).days + 1
    return tuple(
        _day(on, said.get(on, []), newest.get(on))
        for on in (first + DAY * number for number in range(days))
    )


def _day(on: date, said: list[CheckedIn], told: ToldDay | None) -> CalendarDay:
    if told is not None:
        later = [each for each in said if each.at > told.at and each.used]
        if told.used is not None and not later:
            return CalendarDay(on, State.USED if told.used else State.NOT_USED, "told")
        said = later
    used = [each for each in said if each.used]
    if used:
        since = max(used, key=lambda each: each.at).since
        unsure = since if since is not None and since < on - DAY else None
        return CalendarDay(on, State.USED, "check_in", unsure)
    return CalendarDay(on, State.NOT_USED, "check_in") if said else CalendarDay(on, State.UNKNOWN)


def tally_of(days: Iterable[CalendarDay]) -> Tally:
    """How many days of each kind."""
    states = [each.state for each in days]
    return Tally(*(states.count(state) for state in State))
