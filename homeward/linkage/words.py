"""The words of this room's codes, for staff pages and for the client's own."""

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.linkage.kinds import (
    Direction,
    Footing,
    MeetingKind,
    Milestone,
    NeedKind,
    Severity,
    Shown,
    TransferLevel,
    Urgency,
    Wants,
    WorkAim,
)
from homeward.linkage.models import (
    NeedReferral,
    OutsideAppointment,
    ResidenceStay,
    Transfer,
)

Words = Mapping[str, "str | Promise"]

NEEDS: Words = {
    NeedKind.EMPLOYMENT: _("Work"),
    NeedKind.LEGAL: _("Legal help"),
    NeedKind.HOUSING: _("A place to live"),
    NeedKind.CHILDCARE: _("Child care"),
    NeedKind.TRANSPORT: _("Getting around"),
    NeedKind.BENEFITS: _("Benefits and money"),
    NeedKind.EDUCATION: _("School or training"),
    NeedKind.HEALTH_CARE: _("A doctor or dentist"),
    NeedKind.FOOD: _("Food"),
    NeedKind.DOCUMENTS: _("Papers and ID"),
}
SEVERITIES: Words = {
    Severity.LOW: _("low"),
    Severity.MODERATE: _("moderate"),
    Severity.HIGH: _("high"),
    Severity.URGENT: _("urgent"),
}
WANTS: Words = {
    Wants.NOW: _("wants help now"),
    Wants.LATER: _("not now"),
    Wants.NO: _("wants no help with it"),
    Wants.NOT_ASKED: _("not asked yet"),
}
SOURCES: Words = {
    "assessment": _("from the assessment"),
    "phone": _("from the client, on their own page"),
    "staff": _("told to staff"),
    "system": _("noted by the program"),
}
EVENTS: Words = {
    "told": _("Told"),
    "asked": _("Asked about"),
    "met": _("Met"),
    "reopened": _("Came back"),
    "dropped": _("Set aside"),
}
FOOTINGS: Words = {
    Footing.SELF: _("The client calls there on their own"),
    Footing.TOGETHER: _("The client was on the call and spoke for themselves"),
    Footing.CONSENT: _("The client’s consent covers it; it goes into the ledger"),
    Footing.NOTHING: _("Nothing that names the client was said"),
}
REFERRAL_STATES: Words = {
    NeedReferral.State.SENT: _("waits for an answer"),
    NeedReferral.State.ACCEPTED: _("accepted"),
    NeedReferral.State.WAIT_LISTED: _("on a wait list"),
    NeedReferral.State.BOOKED: _("appointment booked"),
    NeedReferral.State.MISSED: _("missed, to book again"),
    NeedReferral.State.ENDED: _("ended"),
}
REFERRAL_OUTCOMES: Words = {
    NeedReferral.Outcome.KEPT: _("Appointment kept"),
    NeedReferral.Outcome.SERVED: _("Got the help there without an appointment"),
    NeedReferral.Outcome.DECLINED_BY_CLIENT: _("The client decided against it"),
    NeedReferral.Outcome.DECLINED_BY_PLACE: _("The place could not help"),
    NeedReferral.Outcome.NO_ANSWER: _("The place never answered"),
    NeedReferral.Outcome.NOT_NEEDED: _("Not needed any more"),
}
STEPS: Words = {
    "sent": _("Sent on"),
    "called": _("Called the place"),
    "no_answer": _("Called, nobody answered"),
    "received": _("The place has the packet"),
    "accepted": _("The place accepts"),
    "wait_listed": _("The place has a wait list"),
    "declined": _("The place declines"),
    "withheld": _("Nothing was sent: no consent in force"),
    "booked": _("First visit booked"),
    "moved": _("First visit booked again"),
    "kept": _("First visit kept"),
    "missed": _("First visit missed"),
}
TRANSFER_STEPS: Words = {**STEPS, "sent": _("Packet sent")}
DIRECTIONS: Words = {
    Direction.UP: _("to more care"),
    Direction.DOWN: _("to less care"),
    Direction.ACROSS: _("to other care"),
}
LEVELS: Words = {
    TransferLevel.DETOX: _("Detox"),
    TransferLevel.RESIDENTIAL: _("Residential care"),
    TransferLevel.PARTIAL_HOSPITAL: _("Partial hospital care"),
    TransferLevel.HOSPITAL: _("Hospital"),
    TransferLevel.PSYCHIATRIC: _("Psychiatric care"),
    TransferLevel.INTENSIVE_OUTPATIENT: _("Intensive outpatient care elsewhere"),
    TransferLevel.OUTPATIENT: _("Outpatient care"),
    TransferLevel.RECOVERY_RESIDENCE: _("Recovery residence"),
    TransferLevel.MEDICATION_PROGRAM: _("Medication program (OTP or office-based)"),
}
# Which option of a place answers a transfer to a level; a level not named is offered all.
OPTION_OF = {
    TransferLevel.DETOX: "detox",
    TransferLevel.RESIDENTIAL: "residential",
    TransferLevel.PARTIAL_HOSPITAL: "partial_hospital",
    TransferLevel.INTENSIVE_OUTPATIENT: "intensive_outpatient",
    TransferLevel.OUTPATIENT: "outpatient",
    TransferLevel.RECOVERY_RESIDENCE: "sober_living",
    TransferLevel.MEDICATION_PROGRAM: "medication",
}
URGENCIES: Words = {
    Urgency.ROUTINE: _("in the usual days"),
    Urgency.SOON: _("soon"),
    Urgency.EMERGENCY: _("today"),
}
TRANSFER_STATES: Words = {
    Transfer.State.OPEN: _("packet to send"),
    Transfer.State.SENT: _("sent, receipt to confirm"),
    Transfer.State.RECEIVED: _("received, visit to book"),
    Transfer.State.ACCEPTED: _("accepted, visit to book"),
    Transfer.State.WAIT_LISTED: _("on a wait list"),
    Transfer.State.DECLINED: _("declined, another place to find"),
    Transfer.State.BOOKED: _("first visit booked"),
    Transfer.State.MISSED: _("first visit missed, to book again"),
    Transfer.State.ENDED: _("ended"),
}
TRANSFER_OUTCOMES: Words = {
    Transfer.Outcome.KEPT: _("First visit kept"),
    Transfer.Outcome.ADMITTED: _("Arrived and was admitted there"),
    Transfer.Outcome.DECLINED_BY_CLIENT: _("The client decided against it"),
    Transfer.Outcome.DECLINED_BY_PLACE: _("The place could not take them"),
    Transfer.Outcome.NOT_REACHED: _("The client could not be reached"),
    Transfer.Outcome.NOT_NEEDED: _("Not needed any more"),
}
STANDS: Words = {
    "on_time": _("within its days"),
    "at_risk": _("at risk"),
    "late": _("past its days"),
    "kept_in_time": _("kept in time"),
    "kept_late": _("kept late"),
    "ended": _("ended without a visit"),
}
APPOINTMENT_STATES: Words = {
    OutsideAppointment.State.BOOKED: _("booked"),
    OutsideAppointment.State.KEPT: _("kept"),
    OutsideAppointment.State.MISSED: _("missed"),
    OutsideAppointment.State.DECLINED: _("declined by the client"),
    OutsideAppointment.State.CANCELLED: _("called off"),
    OutsideAppointment.State.MOVED: _("moved to another time"),
}
CONFIRMED: Words = {
    OutsideAppointment.Confirmed.PHONE: _("on the phone"),
    OutsideAppointment.Confirmed.IN_PERSON: _("in person"),
    OutsideAppointment.Confirmed.PORTAL: _("on their web page"),
    OutsideAppointment.Confirmed.LETTER: _("in writing"),
    OutsideAppointment.Confirmed.CLIENT_SAID: _("the client called and says so"),
}
SAID_BY: Words = {
    OutsideAppointment.Source.PLACE_SAID: _("the place says so"),
    OutsideAppointment.Source.CLIENT_SAID: _("the client says so"),
    OutsideAppointment.Source.SEEN_THERE: _("somebody of ours was there"),
    OutsideAppointment.Source.LETTER: _("a letter or report says so"),
}
REASONS_WHY: Words = {
    "step_down": _("Next step after care here"),
    "step_up": _("More care is needed"),
    "withdrawal_risk": _("Risk of severe withdrawal"),
    "positive_rising": _("Use is rising"),
    "safety": _("Safety, or a mental health crisis"),
    "medical_need": _("A medical need"),
    "home_not_safe": _("Home is not safe or stable"),
    "asked_for": _("The client asked for it"),
    "distance": _("Too far from home"),
    "payer": _("The payer covers it elsewhere"),
}
AIMS: Words = {
    WorkAim.FIND: _("Find a job"),
    WorkAim.KEEP: _("Keep the job"),
    WorkAim.TRAIN: _("Learn a trade"),
    WorkAim.SCHOOL: _("Go to school"),
    WorkAim.VOLUNTEER: _("Volunteer"),
}
GOAL_ENDINGS: Words = {
    "reached": _("Reached"),
    "changed_mind": _("The client wants something else now"),
    "paused": _("Set aside for now"),
}
HELD: Words = {"yes": _("held"), "no": _("did not hold"), "unknown": _("not known")}
LEFT_FOR: Words = {
    ResidenceStay.Left.OWN_HOME: _("a home of their own"),
    ResidenceStay.Left.FAMILY: _("family or friends"),
    ResidenceStay.Left.OTHER_RESIDENCE: _("another recovery residence"),
    ResidenceStay.Left.HIGHER_CARE: _("more care"),
    ResidenceStay.Left.HOUSE_ASKED: _("the house asked them to leave"),
    ResidenceStay.Left.UNSAFE: _("it was not safe there"),
    ResidenceStay.Left.UNKNOWN: _("not known"),
}
MEETINGS: Words = {
    MeetingKind.FAITH: _("Faith-based"),
    MeetingKind.OTHER: _("Something else"),
    MeetingKind.SECULAR: _("Not religious"),
    MeetingKind.TWELVE_STEP: _("Twelve-step"),
}
MILESTONES: Words = {
    Milestone.DAYS_7: _("One week"),
    Milestone.DAYS_30: _("30 days"),
    Milestone.DAYS_60: _("60 days"),
    Milestone.DAYS_90: _("90 days"),
    Milestone.DAYS_180: _("Six months"),
    Milestone.YEAR: _("One year"),
    Milestone.NEW_PHASE: _("A new phase"),
    Milestone.COMPLETED: _("Finished the program"),
    Milestone.WORK: _("New work or school"),
    Milestone.HOME: _("A new home"),
}
SHOWN: Words = {
    Shown.PHONE: _("Just for me, on this page"),
    Shown.WALL: _("On the wall of the group room"),
}
REASONS: Words = {
    "packet_is_out": _("The packet was sent"),
    "place_has_it": _("The place confirmed that it has it"),
    "first_visit_booked": _("The first visit is booked with a provider, a time and who confirmed"),
    "first_visit_in_days": _("The first visit is kept within %(days)s days, by %(until)s"),
}


def said(words: Words, code: str) -> str:
    """The words of a code; one without words is spelled out."""
    return str(words.get(code, code.replace("_", " ")))
