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
    NoClientYet,
    VisitOver,
    miss_assessment,
    schedule_assessment,
)
from homeward.admissions.actions.capacity import ObservationMissing, record_capacity
from homeward.admissions.actions.capacity_notice import (
    NoticeSent,
    keep_capacity_notice,
    send_capacity_notice,
)
from homeward.admissions.actions.contact import (
    CallbackNotAllowed,
    ClosingUnknown,
    ContactOutcomeUnknown,
    InquiryEnded,
    MessageNotAllowed,
    close_inquiry,
    record_contact,
)
from homeward.admissions.actions.interim_plan import InterimPlanIncomplete, write_interim_plan
from homeward.admissions.actions.messages import (
    MessageEndUnknown,
    MessageHandled,
    MessageIncomplete,
    handle_message,
    take_message,
)
from homeward.admissions.actions.release_hold import (
    ExaminedLater,
    HoldAlreadyReleased,
    NotCleared,
    release_hold,
)
from homeward.admissions.actions.reminding import (
    ReminderClosed,
    ReminderEndUnknown,
    close_reminder,
    open_reminders,
)
from homeward.admissions.actions.screen_medically import (
    ScreeningEmpty,
    ScreeningUnreadable,
    screen_medically,
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
from homeward.admissions.actions.waiting import (
    InterimServiceUnknown,
    NotWaiting,
    ServiceInFuture,
    put_on_wait_list,
    record_interim_service,
    record_wait_contact,
)
from homeward.admissions.moving import MoveNotLegal

__all__ = [
    "AlreadyAdmitted",
    "AppointmentAlreadyGiven",
    "AppointmentInPast",
    "CallbackNotAllowed",
    "ClosingUnknown",
    "ContactOutcomeUnknown",
    "ExaminedLater",
    "HoldAlreadyReleased",
    "IdentityIncomplete",
    "InquiryEnded",
    "InquiryIncomplete",
    "InquiryOver",
    "InterimPlanIncomplete",
    "InterimServiceUnknown",
    "MaybeKnownHere",
    "MessageEndUnknown",
    "MessageHandled",
    "MessageIncomplete",
    "MessageNotAllowed",
    "MoveNotLegal",
    "NoClientYet",
    "NotAdmittable",
    "NotCleared",
    "NotWaiting",
    "NoticeSent",
    "ObservationMissing",
    "ReminderClosed",
    "ReminderEndUnknown",
    "ScreeningAlreadyStarted",
    "ScreeningEmpty",
    "ScreeningUnreadable",
    "ServiceInFuture",
    "TeamIncomplete",
    "TooYoung",
    "VisitOver",
    "admit_client",
    "close_inquiry",
    "close_reminder",
    "handle_message",
    "keep_capacity_notice",
    "miss_assessment",
    "namesakes",
    "open_reminders",
    "put_on_wait_list",
    "record_capacity",
    "record_contact",
    "record_interim_service",
    "record_wait_contact",
    "release_hold",
    "schedule_assessment",
    "screen_medically",
    "send_capacity_notice",
    "start_screening",
    "take_inquiry",
    "take_message",
    "write_interim_plan",
]
