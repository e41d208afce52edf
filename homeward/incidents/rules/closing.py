"""What an incident needs before it may be closed, and how it stands against its clocks."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from homeward.incidents.rules.breach import HHS, MEDIA, PEOPLE
from homeward.incidents.rules.timers import INTERNAL, ROOT_CAUSE, STATE

SOON = timedelta(hours=2)


class Stand(StrEnum):
    """How one clock stands."""

    RUNNING = "running"
    SOON = "soon"
    LATE = "late"
    KEPT = "kept"
    KEPT_LATE = "kept_late"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What is written down about an incident so far."""

    what: str
    immediate_action: str
    people: int
    due: Collection[str]
    kept: Collection[str]
    open_follow_ups: int
    cause: str
    is_uncounted: bool = False


def missing_to_close(stands: Standing) -> tuple[str, ...]:
    """The codes of what is missing; empty when it may be closed.

    Every clock that ran was kept, every follow-up is done, and a cause is named. The people of a
    breach are counted, unless it is none after all.
    """
    wrong = {
        "incident_what_missing": not stands.what.strip(),
        "incident_action_missing": not stands.immediate_action.strip(),
        "incident_internal_open": INTERNAL in stands.due and INTERNAL not in stands.kept,
        "incident_state_open": STATE in stands.due and STATE not in stands.kept,
        "incident_root_cause_open": ROOT_CAUSE in stands.due and ROOT_CAUSE not in stands.kept,
        "incident_breach_uncounted": stands.is_uncounted,
        "incident_people_untold": PEOPLE in stands.due and PEOPLE not in stands.kept,
        "incident_hhs_untold": HHS in stands.due and HHS not in stands.kept,
        "incident_media_untold": MEDIA in stands.due and MEDIA not in stands.kept,
        "incident_follow_up_open": stands.open_follow_ups > 0,
        "incident_cause_missing": not stands.cause,
    }
    return tuple(code for code, is_wrong in wrong.items() if is_wrong)


def stand_of(
    due_at: datetime, kept_at: datetime | None, now: datetime, soon_from: datetime | None = None
) -> Stand:
    """How a clock stands at `now`; it is due soon within two hours, or from `soon_from` on."""
    if kept_at is not None:
        return Stand.KEPT if kept_at <= due_at else Stand.KEPT_LATE
    if now > due_at:
        return Stand.LATE
    return Stand.SOON if now >= (soon_from or due_at - SOON) else Stand.RUNNING


def urgent(due: Mapping[str, datetime], kept: Collection[str], now: datetime) -> tuple[str, ...]:
    """The clocks that somebody must be told of at once: late, or due within two hours."""
    return tuple(code for code, at in due.items() if code not in kept and at - now <= SOON)
