"""What staff do with the register."""

from homeward.attendance.actions.arrive import arrive
from homeward.attendance.actions.close_register import RosterIncomplete, close_register
from homeward.attendance.actions.mark_attendance import (
    LateNeedsApproval,
    NotAdmittedToGroup,
    mark_attendance,
)

__all__ = [
    "LateNeedsApproval",
    "NotAdmittedToGroup",
    "RosterIncomplete",
    "arrive",
    "close_register",
    "mark_attendance",
]
