"""Everything that may be written about help with daily life and transfers."""

from homeward.linkage.actions.appointments import book, settle
from homeward.linkage.actions.needs import ask_about_need, end_need, reopen_need, tell_need
from homeward.linkage.actions.own import (
    choose_milestone,
    log_meeting,
    share_meeting,
    strike_meeting,
    withdraw_milestone,
)
from homeward.linkage.actions.packets import may_send, send_packet
from homeward.linkage.actions.places import ask_for_consent
from homeward.linkage.actions.referrals import end_referral, record_answer, send_on
from homeward.linkage.actions.residence import move_in, move_out
from homeward.linkage.actions.stopping import follow_again, stop_following
from homeward.linkage.actions.transfers import (
    choose_place,
    end_transfer,
    open_transfer,
    record_step,
)
from homeward.linkage.actions.work import (
    end_goal,
    note_employer,
    record_check,
    record_start,
    set_goal,
)

__all__ = [
    "ask_about_need",
    "ask_for_consent",
    "book",
    "choose_milestone",
    "choose_place",
    "end_goal",
    "end_need",
    "end_referral",
    "end_transfer",
    "follow_again",
    "log_meeting",
    "may_send",
    "move_in",
    "move_out",
    "note_employer",
    "open_transfer",
    "record_answer",
    "record_check",
    "record_start",
    "record_step",
    "reopen_need",
    "send_on",
    "send_packet",
    "set_goal",
    "settle",
    "share_meeting",
    "stop_following",
    "strike_meeting",
    "tell_need",
    "withdraw_milestone",
]
