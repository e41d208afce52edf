"""What teams do about the course of an episode."""

from homeward.progress.actions.administrative_case import (
    add_case_step,
    answer_case,
    decide_appeal,
    drop_case,
    give_case_notice,
    offer_case_referral,
    open_case,
    review_case_safety,
)
from homeward.progress.actions.amend_discharge import amend_discharge
from homeward.progress.actions.answer_denial import provide_level, take_denial_step
from homeward.progress.actions.book_appointment import book_appointment, settle_appointment
from homeward.progress.actions.change_phase import begin_due_stages, change_phase
from homeward.progress.actions.decide_review import decide_review, may_decide
from homeward.progress.actions.discharge_client import discharge_client
from homeward.progress.actions.log_reviewer_call import log_reviewer_call, may_log_call
from homeward.progress.actions.open_weekly_reviews import (
    open_weekly_reviews,
    renew_waiting_reviews,
)
from homeward.progress.actions.record_outreach import record_outreach
from homeward.progress.actions.say_view import say_view
from homeward.progress.actions.schedule_follow_ups import record_follow_up, schedule_follow_ups
from homeward.progress.actions.tell_event import may_tell, tell_event
from homeward.progress.closing import Closing
from homeward.progress.rights import may_discharge, may_sign_for

__all__ = [
    "Closing",
    "add_case_step",
    "amend_discharge",
    "answer_case",
    "begin_due_stages",
    "book_appointment",
    "change_phase",
    "decide_appeal",
    "decide_review",
    "discharge_client",
    "drop_case",
    "give_case_notice",
    "log_reviewer_call",
    "may_decide",
    "may_discharge",
    "may_log_call",
    "may_sign_for",
    "may_tell",
    "offer_case_referral",
    "open_case",
    "open_weekly_reviews",
    "provide_level",
    "record_follow_up",
    "record_outreach",
    "renew_waiting_reviews",
    "review_case_safety",
    "say_view",
    "schedule_follow_ups",
    "settle_appointment",
    "take_denial_step",
    "tell_event",
]
