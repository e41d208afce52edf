"""What may fill an empty stretch: one's own list first, then meetings at that time, then people.

Nothing is offered that does not fit between the two instants, and nobody who must not be met.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

SHORTEST_CALL = timedelta(minutes=15)
MOST_OWN, MOST_MEETINGS, MOST_PEOPLE = 3, 2, 2
ANY, SECULAR, NONE = "any", "secular", "none"


@dataclass(frozen=True, slots=True)
class Activity:
    """Something of one's own list that does one good; `last_on` is when it was last chosen."""

    ref: str
    label: str
    minutes: int
    last_on: date | None = None


@dataclass(frozen=True, slots=True)
class Meeting:
    """A mutual-help meeting on that day; miles None where the way is not known."""

    ref: str
    label: str
    starts: datetime
    ends: datetime
    is_secular: bool
    miles: float | None = None


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody to call, between two instants of that day."""

    ref: str
    label: str
    starts: datetime
    ends: datetime


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing to choose, with the hours it would take."""

    kind: str
    ref: str
    label: str
    starts: datetime
    ends: datetime


def offers_for(
    starts: datetime,
    ends: datetime,
    *,
    activities: Iterable[Activity] = (),
    meetings: Iterable[Meeting] = (),
    people: Iterable[Person] = (),
    wants: str = ANY,
    kept_away: Collection[str] = (),
) -> tuple[Offer, ...]:
    """What fits, in the order it is shown. `wants` says which meetings; `kept_away` holds the refs
    of people who are never offered."""
    return (
        *_own(starts, ends, activities),
        *_meetings(starts, ends, meetings, wants),
        *_people(starts, ends, people, kept_away),
    )


def _own(starts: datetime, ends: datetime, rows: Iterable[Activity]) -> list[Offer]:
    """What was chosen longest ago first, so that a list does not wear out."""
    fitting = [each for each in rows if starts + timedelta(minutes=each.minutes) <= ends]
    fitting.sort(key=lambda each: (each.last_on or date.min, each.label.casefold(), each.ref))
    return [
        Offer("activity", each.ref, each.label, starts, starts + timedelta(minutes=each.minutes))
        for each in fitting[:MOST_OWN]
    ]


def _meetings(starts: datetime, ends: datetime, rows: Iterable[Meeting], wants: str) -> list[Offer]:
    """The nearest first. Where any kind is welcome a secular one is among them if there is one."""
    if wants == NONE:
        return []
    fitting = [
        each
        for each in rows
        if starts <= each.starts and each.ends <= ends and (each.is_secular or wants == ANY)
    ]
    fitting.sort(
        key=lambda each: (each.miles is None, each.miles or 0.0, each.label.casefold(), each.ref)
    )
    chosen = _with_a_secular_one(fitting)
    return [Offer("meeting", each.ref, each.label, each.starts, each.ends) for each in chosen]


def _with_a_secular_one(fitting: Sequence[Meeting]) -> Sequence[Meeting]:
    chosen = fitting[:MOST_MEETINGS]
    if any(each.is_secular for each in chosen):
        return chosen
    secular = next((each for each in fitting if each.is_secular), None)
    return chosen if secular is None else [*chosen[: MOST_MEETINGS - 1], secular]


def _people(
    starts: datetime, ends: datetime, rows: Iterable[Person], kept_away: Collection[str]
) -> list[Offer]:
    """Whoever can be called soonest first, in their own hours alone."""
    made = []
    for each in rows:
        first, last = max(starts, each.starts), min(ends, each.ends)
        if each.ref not in kept_away and last - first >= SHORTEST_CALL:
            made.append(Offer("person", each.ref, each.label, first, first + SHORTEST_CALL))
    made.sort(key=lambda each: (each.starts, each.label.casefold(), each.ref))
    return made[:MOST_PEOPLE]
