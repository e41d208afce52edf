"""Use and non-use, day by day, as it was said. A day nobody spoke of stays unknown.

A later word about a day wins over an earlier one; but what a check-in says of use is not undone by
another check-in of that day. Nothing is filled in between two days. Days in a hospital or in jail
are shown with what was said of them and stand in no count (timeline follow-back, Sobell & Sobell).
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
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
    """One day. `since`: use was told for the days after this one, without saying which.

    `is_away`: in a hospital or in jail, where use is not one's own to choose.
    """

    on: date
    state: State
    by: str = ""
    since: date | None = None
    is_away: bool = False


@dataclass(frozen=True, slots=True)
class Tally:
    """Days of each kind; a share is of the days that are known, never of all.

    `away` are in none of the others; `longest` is the longest run of known days of no use.
    """

    used: int
    not_used: int
    unknown: int
    away: int = 0
    longest: int = 0

    @property
    def known(self) -> int:
        return self.used + self.not_used


def calendar_of(
    first: date,
    last: date,
    check_ins: Iterable[CheckedIn],
    told: Iterable[ToldDay],
    away: Iterable[tuple[date, date]] = (),
) -> tuple[CalendarDay, ...]:
    """Every day from the first to the last, in order; `away` holds half-open stretches of days."""
    stays = tuple(away)
    said: dict[date, list[CheckedIn]] = {}
    for each in check_ins:
        if each.used is not None:
            said.setdefault(each.on, []).append(each)
    newest: dict[date, ToldDay] = {}
    for day in sorted(told, key=lambda each: each.at):
        newest[day.on] = day
    days = (last - first).days + 1
    return tuple(
        replace(
            _day(on, said.get(on, []), newest.get(on)),
            is_away=any(starts <= on < ends for starts, ends in stays),
        )
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
    """How many days of each kind; a day that is not known, or away, ends a run."""
    all_days = tuple(days)
    states = [each.state for each in all_days if not each.is_away]
    longest = run = 0
    for each in all_days:
        run = run + 1 if each.state is State.NOT_USED and not each.is_away else 0
        longest = max(longest, run)
    return Tally(
        used=states.count(State.USED),
        not_used=states.count(State.NOT_USED),
        unknown=states.count(State.UNKNOWN),
        away=len(all_days) - len(states),
        longest=longest,
    )
