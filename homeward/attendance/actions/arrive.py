"""A client is at the door."""

from datetime import datetime
from uuid import UUID

from homeward.attendance.actions.mark_attendance import mark_attendance
from homeward.attendance.models import AttendanceMark
from homeward.core.actions import action
from homeward.core.actors import Actor


@action
def arrive(
    *,
    actor: Actor,
    seat_id: UUID,
    now: datetime,
    at: datetime | None = None,
    appears_intoxicated: bool = False,
    approved: bool = False,
    is_telehealth: bool = False,
    source: str = AttendanceMark.Source.ROOM,
) -> AttendanceMark:
    """Let somebody in and start counting minutes; a second time changes nothing.

    Whoever may write the client's schedule does it: front desk, technician, the leader. Raises
    what `mark_attendance` raises, above all LateNeedsApproval; who appears intoxicated is marked
    as not let into the group.
    """
    state = AttendanceMark.State
    return mark_attendance(
        actor=actor,
        seat_id=seat_id,
        state=state.VIRTUAL_PRESENT if is_telehealth else state.PRESENT,
        at=at,
        now=now,
        appears_intoxicated=appears_intoxicated,
        approved=approved,
        is_telehealth=is_telehealth,
        source=source,
    )
