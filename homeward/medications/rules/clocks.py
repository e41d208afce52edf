"""Dates that come round: injections, monitoring checks, statements of need, stock checks.

Every length is an argument: the program's own number, dated and with its source.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

RULE_SET, VERSION = "medical-clocks", "1"


class Due(StrEnum):
    """How a date stands."""

    NONE = "none"
    FINE = "fine"
    SOON = "soon"
    DUE = "due"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The last time, after how many days it is due again, and when to warn; sourced."""

    code: str
    last_on: date | None
    every_days: int
    warn_days: int
    source: Source | None = None
    began_on: date | None = None

    @property
    def due_on(self) -> date | None:
        """The day it is due: counted from the last time, or at once where there was none."""
        if self.last_on is not None:
            return self.last_on + timedelta(days=self.every_days)
        return self.began_on

    @property
    def warns_on(self) -> date | None:
        """The first day that reminds of it."""
        if self.last_on is not None:
            return self.last_on + timedelta(days=min(self.warn_days, self.every_days))
        return self.began_on


def standing(clock: Clock, today: date) -> Due:
    """How a clock stands on a day.

    >>> sixty = Clock(code="c", last_on=date(2026, 1, 1), every_days=60, warn_days=45)
    >>> [standing(sixty, date(2026, 2, 14)).value, standing(sixty, date(2026, 2, 15)).value]
    ['fine', 'soon']
    """
    due_on, warns_on = clock.due_on, clock.warns_on
    if due_on is None or warns_on is None:
        return Due.NONE
    if today > due_on:
        return Due.OVERDUE
    if today == due_on:
        return Due.DUE
    return Due.SOON if today >= warns_on else Due.FINE


@marked_by("clock.every_days", "clock.warn_days")
def decide(clock: Clock, today: date) -> Decision:
    """The same as a decision that says what it counts from."""
    found = standing(clock, today)
    state = {
        Due.NONE: State.UNKNOWN,
        Due.FINE: State.MET,
        Due.SOON: State.MET,
        Due.DUE: State.MET,
        Due.OVERDUE: State.NOT_MET,
    }[found]
    detail = {
        "last": clock.last_on.isoformat() if clock.last_on else "-",
        "due": clock.due_on.isoformat() if clock.due_on else "-",
        "every": clock.every_days,
        "warn": clock.warn_days,
    }
    evidence = (Evidence("date", "", clock.last_on.isoformat()),) if clock.last_on else ()
    reason = Reason(f"medical_clock_{clock.code}", state, evidence, clock.source, detail)
    return Decision(found.value, RULE_SET, VERSION, (reason,))
