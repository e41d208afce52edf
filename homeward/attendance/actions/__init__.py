"""What staff do with the register."""

from homeward.attendance.actions.arrive import arrive
from homeward.attendance.actions.close_register import RosterIncomplete, close_register
from homeward.attendance.actions.make_up import MakeUpRefused, make_up
from homeward.attendance.actions.mark_attendance import LateNeedsApproval, mark_attendance

__all__ = [
    "LateNeedsApproval",
    "MakeUpRefused",
    "RosterIncomplete",
    "arrive",
    "close_register",
    "make_up",
    "mark_attendance",
]
