"""What staff do from the first call to the admission."""

from homeward.admissions.actions.admit_client import (
    AlreadyAdmitted,
    NotAdmittable,
    TeamIncomplete,
    admit_client,
)
from homeward.admissions.actions.assessment import (
    AppointmentAlreadyGiven,
    AppointmentInPast,
    InterviewIncomplete,
    NoClientYet,
    VisitOver,
    keep_assessment,
    miss_assessment,
    schedule_assessment,
)
from homeward.admissions.actions.benefits import verify_benefits
from homeward.admissions.actions.contact import (
    CallbackNotAllowed,
    ClosingUnknown,
    ContactOutcomeUnknown,
    InquiryEnded,
    MessageNotAllowed,
    close_inquiry,
    record_contact,
)
from homeward.admissions.actions.start_screening import (
    IdentityIncomplete,
    InquiryOver,
    MaybeKnownHere,
    ScreeningAlreadyStarted,
    TooYoung,
    namesakes,
    start_screening,
)
from homeward.admissions.actions.take_inquiry import InquiryIncomplete, take_inquiry
from homeward.admissions.actions.waiting import put_on_wait_list
from homeward.admissions.moving import MoveNotLegal

__all__ = [
    "AlreadyAdmitted",
    "AppointmentAlreadyGiven",
    "AppointmentInPast",
    "CallbackNotAllowed",
    "ClosingUnknown",
    "ContactOutcomeUnknown",
    "IdentityIncomplete",
    "InquiryEnded",
    "InquiryIncomplete",
    "InquiryOver",
    "InterviewIncomplete",
    "MaybeKnownHere",
    "MessageNotAllowed",
    "MoveNotLegal",
    "NoClientYet",
    "NotAdmittable",
    "ScreeningAlreadyStarted",
    "TeamIncomplete",
    "TooYoung",
    "VisitOver",
    "admit_client",
    "close_inquiry",
    "keep_assessment",
    "miss_assessment",
    "namesakes",
    "put_on_wait_list",
    "record_contact",
    "schedule_assessment",
    "start_screening",
    "take_inquiry",
    "verify_benefits",
]
