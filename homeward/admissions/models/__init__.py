"""From the first call to the episode of care."""

from homeward.admissions.models.episode import Episode, EpisodeStage, StageWithdrawal
from homeward.admissions.models.gate import CapacityToSign, Hold, InterimPlan, MedicalScreening
from homeward.admissions.models.inquiry import Inquiry, InquiryStep, Obligation
from homeward.admissions.models.visit import AssessmentVisit
from homeward.admissions.models.waiting import (
    CapacityNotice,
    InterimService,
    Message,
    Reminder,
    WaitListEntry,
)

__all__ = [
    "AssessmentVisit",
    "CapacityNotice",
    "CapacityToSign",
    "Episode",
    "EpisodeStage",
    "Hold",
    "Inquiry",
    "InquiryStep",
    "InterimPlan",
    "InterimService",
    "MedicalScreening",
    "Message",
    "Obligation",
    "Reminder",
    "StageWithdrawal",
    "WaitListEntry",
]
