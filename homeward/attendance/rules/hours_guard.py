"""Does a client's week still reach its hours and days, and which day is too short to count.

Delivered and planned clinical minutes against what the week asks: minutes, days, and the payer's
least minutes of a day. A day that is over counts what was delivered; a day to come counts what is
planned beside it. Sources: hours and days from the client's need, SAMHSA Advisory 2021; the least
minutes of a day from the payer, else from the program's number.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

RULE_SET = "attendance.hours_guard"
VERSION = "1"
HOLDS, SHORT = "holds", "short"
HOURS = Source("samhsa_iop_2021", "SAMHSA Advisory, weekly hours of intensive outpatient", "norm")


@dataclass(frozen=True, slots=True)
class GuardedDay:
    """One day of the week: minutes delivered, and minutes planned that are still to come."""

    on: date
    delivered: int
    planned: int

    @property
    def minutes(self) -> int:
        return self.delivered + self.planned


@dataclass(frozen=True, slots=True)
class DayMinimum:
    """The least minutes that make a day count, and whose number it is; 0 asks for nothing."""

    minutes: int
    source: Source


@dataclass(frozen=True, slots=True, kw_only=True)
class GuardedWeek:
    """What is asked of the week and what it holds."""

    required: int
    min_days: int
    days: Sequence[GuardedDay]
    day_minimum: DayMinimum | None = None


@marked_by("week.required", "week.min_days", "week.day_minimum")
def guard_of(week: GuardedWeek, today: date) -> Decision:
    """Holds or short; `extras`: missing minutes, missing days, days that are too short (ISO).

    A day that is too short matters while days are missing that count; only those from `today` on
    are named, for they can still be mended.
    """
    total = sum(day.minutes for day in week.days)
    least = week.day_minimum.minutes if week.day_minimum else 0
    counting = [day for day in week.days if day.minutes and day.minutes >= least]
    missing = max(0, week.required - total)
    missing_days = max(0, week.min_days - len(counting))
    thin = [
        day
        for day in week.days
        if missing_days and day.on >= today and day.planned and 0 < day.minutes < least
    ]
    lines = [
        Reason(
            "guard_hours", _state(not missing), (Evidence("week_minutes", "", str(total)),), HOURS,
            {
                "delivered": _hours(sum(day.delivered for day in week.days)),
                "planned": _hours(sum(day.planned for day in week.days)),
                "required": _hours(week.required),
            },
        ),
        Reason(
            "guard_days", _state(not missing_days), (), HOURS,
            {"days": len(counting), "required": week.min_days},
        ),
    ]  # fmt: skip
    source = week.day_minimum.source if week.day_minimum else None
    lines += [
        Reason(
            "guard_day_minimum", State.NOT_MET, (Evidence("day", "", day.on.isoformat()),), source,
            {"day": day.on.isoformat(), "minutes": day.minutes, "least": least},
        )
        for day in thin
    ]  # fmt: skip
    extras = {
        "missing_minutes": missing,
        "missing_days": missing_days,
        "thin_days": [day.on.isoformat() for day in thin],
    }
    is_short = bool(missing or missing_days)
    return Decision(SHORT if is_short else HOLDS, RULE_SET, VERSION, tuple(lines), extras)


def chosen_to_mend(minutes: Sequence[int], missing: int) -> int:
    """How many of the offers, in their order, fill what is missing: all of them when none does."""
    total = 0
    for count, each in enumerate(minutes, start=1):
        total += each
        if total >= missing:
            return count
    return len(minutes)


def _state(holds: bool) -> State:
    return State.MET if holds else State.NOT_MET


def _hours(minutes: int) -> str:
    return f"{round(minutes / 60, 1):g}"
