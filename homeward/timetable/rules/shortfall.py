"""Why a client's planned week stays under the hours the phase asks for, and what would mend it.

Every cause that holds is named; the last lines say which seats are open to them. Minutes are
clinical minutes a week. Source: weekly hours of the level of care, SAMHSA Advisory 2021.
"""

from dataclasses import dataclass

from homeward.kernel.reasons import Decision, Reason, State
from homeward.timetable.rules.seating import HOURS

RULE_SET = "timetable.shortfall"
VERSION = "1"
PLACED, SHORT = "placed", "short"


@dataclass(frozen=True, slots=True)
class OpenGroup:
    """A group that fits by site, track and phase; `is_open` while it has a seat and no clash."""

    name: str
    minutes: int
    is_open: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekOfClient:
    """One client's week: what is asked, what is planned, what fell out, what fits."""

    required: int
    planned: int
    standing: int
    lost_to_holidays: int = 0
    lost_to_cancelling: int = 0
    fitting: tuple[OpenGroup, ...] = ()


def shortfall_of(week: WeekOfClient) -> Decision:
    """Placed or short, with the causes; `extras["missing_minutes"]` is what is missing."""
    missing = max(0, week.required - week.planned)
    extras = {"missing_minutes": missing}
    if not missing:
        return Decision(PLACED, RULE_SET, VERSION, (), extras)
    reasons = [*_causes(week), *_ways(week)]
    return Decision(SHORT, RULE_SET, VERSION, tuple(reasons), extras)


def _causes(week: WeekOfClient) -> list[Reason]:
    found = []
    if week.lost_to_holidays:
        found.append(_cause("short_holiday", minutes=week.lost_to_holidays))
    if week.lost_to_cancelling:
        found.append(_cause("short_cancelled", minutes=week.lost_to_cancelling))
    if not week.standing:
        found.append(_cause("short_no_seat"))
    elif week.standing < week.required:
        found.append(_cause("short_standing", hours=f"{round(week.standing / 60, 1):g}"))
    if not found:
        found.append(_cause("short_not_seated"))
    return found


def _ways(week: WeekOfClient) -> list[Reason]:
    open_names = [group.name for group in week.fitting if group.is_open]
    full_names = [group.name for group in week.fitting if not group.is_open]
    if open_names:
        return [Reason("short_seat_open", State.MET, (), None, {"names": _few(open_names)})]
    if full_names:
        return [_cause("short_groups_full", names=_few(full_names))]
    return [_cause("short_nothing_fits")]


def _cause(code: str, **detail: object) -> Reason:
    return Reason(code, State.NOT_MET, (), HOURS, detail)


def _few(names: list[str]) -> str:
    return ", ".join(dict.fromkeys(names[:3]))
