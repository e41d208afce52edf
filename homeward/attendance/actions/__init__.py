"""What staff do with the register."""

from homeward.attendance.actions.arrive import arrive
from homeward.attendance.actions.cancel_with_offers import (
    Fallen,
    cancel_between,
    cancel_with_offers,
)
from homeward.attendance.actions.close_register import RosterIncomplete, close_register
from homeward.attendance.actions.door import (
    check_in_with_code,
    end_kiosk,
    give_arrival_code,
    see_arrival,
    set_up_kiosk,
)
from homeward.attendance.actions.drop_in import drop_in
from homeward.attendance.actions.enter_sheet import SheetLine, SheetRefused, enter_sheet
from homeward.attendance.actions.make_up import MakeUpRefused, make_up
from homeward.attendance.actions.mark_attendance import LateNeedsApproval, mark_attendance
from homeward.attendance.actions.offer_make_ups import (
    answer_offer,
    offer_make_ups,
    withdraw_offer,
)
from homeward.attendance.actions.take_safety_step import take_safety_step
from homeward.attendance.placing import DropInRefused

__all__ = [
    "DropInRefused",
    "Fallen",
    "LateNeedsApproval",
    "MakeUpRefused",
    "RosterIncomplete",
    "SheetLine",
    "SheetRefused",
    "answer_offer",
    "arrive",
    "cancel_between",
    "cancel_with_offers",
    "check_in_with_code",
    "close_register",
    "drop_in",
    "end_kiosk",
    "enter_sheet",
    "give_arrival_code",
    "make_up",
    "mark_attendance",
    "offer_make_ups",
    "see_arrival",
    "set_up_kiosk",
    "take_safety_step",
    "withdraw_offer",
]
