"""What teams do about the course of an episode."""

from homeward.progress.actions.book_appointment import book_appointment, settle_appointment
from homeward.progress.actions.change_phase import begin_due_stages, change_phase
from homeward.progress.actions.decide_review import decide_review, may_decide
from homeward.progress.actions.discharge_client import (
    Closing,
    discharge_client,
    may_discharge,
)
from homeward.progress.actions.open_weekly_reviews import open_weekly_reviews
from homeward.progress.actions.record_outreach import record_outreach
from homeward.progress.actions.schedule_follow_ups import record_follow_up, schedule_follow_ups

__all__ = [
    "Closing",
    "begin_due_stages",
    "book_appointment",
    "change_phase",
    "decide_review",
    "discharge_client",
    "may_decide",
    "may_discharge",
    "open_weekly_reviews",
    "record_follow_up",
    "record_outreach",
    "schedule_follow_ups",
    "settle_appointment",
]
