"""How a week of care stands: minutes delivered, still planned, and required.

Source: the hours of the client's phase in the program file; an adult planned for less than the
program's weekly minimum is no longer at the intensive level.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from homeward.kernel.reasons import Decision, Evidence, Reason, State, marked_by

RULE_SET = "weekly_hours"
VERSION = "1"
WEEK = timedelta(weeks=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """Clinical minutes of one client in one week; `planned_minutes` are still to come."""

    delivered_minutes: int
    planned_minutes: int
    required_minutes: int


def asked_in(week: date, stages: Iterable[tuple[date, int]], otherwise: int) -> int:
    """The minutes that the week beginning on `week` asked for, whatever is asked today.

    `stages` are the days on which phases began, with the minutes each asks for, in order of time.
    A week asks what the phase of its last day asks, as everybody read it on that day: a step in
    the middle of a week holds for that week, one that came later does not. `otherwise` holds where
    no phase had begun by then.
    """
    begun = [minutes for on, minutes in stages if on < week + WEEK]
    return begun[-1] if begun else otherwise


@marked_by("week.required_minutes")
def stand_of(week: Week) -> Decision:
    """`met`, `on_track` when what is planned would reach it, `short`, or `none_required`."""
    wanted = week.required_minutes
    coming = week.delivered_minutes + week.planned_minutes
    reached = week.delivered_minutes >= wanted
    detail = {"delivered": _hours(week.delivered_minutes), "planned": _hours(week.planned_minutes),
              "required": _hours(wanted), "missing": _hours(max(wanted - coming, 0))}  # fmt: skip
    if not wanted:
        return Decision("none_required", RULE_SET, VERSION, (), detail)
    lines = (
        Reason(
            "hours_delivered",
            State.MET if reached else State.NOT_MET,
            (Evidence("attendance", "", f"{detail['delivered']} h"),),
            detail=detail,
        ),
        Reason(
            "hours_planned_reach",
            State.MET if coming >= wanted else State.NOT_MET,
            (Evidence("seats", "", f"{detail['planned']} h"),),
            detail=detail,
        ),
    )
    outcome = "met" if reached else ("on_track" if coming >= wanted else "short")
    return Decision(outcome, RULE_SET, VERSION, lines, detail)


def _hours(minutes: int) -> float:
    """Hours with one decimal, as screens show them.

    >>> _hours(450)
    7.5
    """
    return round(minutes / 60, 1)
