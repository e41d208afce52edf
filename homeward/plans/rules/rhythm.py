"""How often staff and client meet by a plan, as numbers a week can be planned from.

A rhythm is so many times in so many weeks: 2 in 1 is twice a week, 1 in 3 every third week. Two
interventions of one kind with the same person are the same meetings, as one individual hour serves
several objectives: the denser rhythm and the longer meeting hold.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from uuid import UUID

# Kinds in which one client (or one family) meets one member of staff.
ONE_TO_ONE = frozenset({"individual", "family", "medical", "case_management", "vocational"})


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """What a plan in force promises a client of one kind with one person.

    `times` in `every_weeks` weeks, `minutes` each; `objectives` are the numbers it serves;
    `until` is the first day it no longer holds, None while nothing ends it.
    """

    client_id: UUID
    plan_id: UUID
    kind: str
    times: int
    every_weeks: int
    minutes: int
    worker_id: UUID
    objectives: tuple[str, ...] = ()
    until: date | None = None

    @property
    def times_per_week(self) -> Fraction:
        """Exact: a third of a meeting a week stays a third."""
        return Fraction(self.times, self.every_weeks)


def last_day_after(starts_on: date, weeks: int | None) -> date | None:
    """The first day an intervention of so many weeks no longer holds."""
    return None if weeks is None else starts_on + timedelta(weeks=weeks)


def merged(promises: Iterable[PlannedSession]) -> tuple[PlannedSession, ...]:
    """One line for each client, kind and person, in a steady order."""
    found: dict[tuple[UUID, str, UUID], PlannedSession] = {}
    for each in promises:
        key = (each.client_id, each.kind, each.worker_id)
        other = found.get(key)
        found[key] = each if other is None else _together(other, each)
    return tuple(found[key] for key in sorted(found, key=lambda k: (str(k[0]), k[1], str(k[2]))))


def _together(one: PlannedSession, other: PlannedSession) -> PlannedSession:
    denser = max(one, other, key=lambda each: each.times_per_week)
    ends = None if one.until is None or other.until is None else max(one.until, other.until)
    return PlannedSession(
        client_id=one.client_id,
        plan_id=one.plan_id,
        kind=one.kind,
        worker_id=one.worker_id,
        times=denser.times,
        every_weeks=denser.every_weeks,
        minutes=max(one.minutes, other.minutes),
        objectives=tuple(sorted({*one.objectives, *other.objectives})),
        until=ends,
    )
