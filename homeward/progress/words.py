"""The words of this room's codes."""

from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words
from homeward.progress import words_of_reviews

REASONS = {
    "record_attendance": _(
        "Came to %(came)s of %(expected)s sessions, %(percent)s%% (%(hours)s hours credited)"
    ),
    "record_tests": _("Tests: %(negative)s negative, %(positive)s found use, %(missed)s missed"),
    "record_measure": _("%(name)s: %(before)s at first, now %(now)s"),
    "record_measure_once": _("%(name)s: %(now)s"),
    "record_notes": _(
        "Notes signed: %(notes)s; progress in %(progress)s, a setback in %(setback)s"
    ),
    "hours_delivered": _("%(delivered)s of %(required)s hours delivered this week"),
    "hours_planned_reach": _("%(planned)s hours are still planned, %(missing)s would be missing"),
    "new_use_rising": _(
        "Tests that speak of new use, confirmed or not, in %(weeks)s weeks: %(positives)s, "
        "%(before)s in the weeks before (from %(needed)s on, and more than before)"
    ),
    "use_rising": _(
        "Tests that found use, confirmed or not, in %(weeks)s weeks: %(positives)s (%(needed)s or "
        "more call for more care)"
    ),
    "missed_in_row": _("Program days missed in a row: %(missed)s (%(needed)s call for a review)"),
    "safety_concern_open": _("A safety concern is open"),
    "overdose_lately": _("Overdose lately"),
    "withdrawal_signs": _("Signs of withdrawal"),
    "housing_unsafe": _("Housing is not safe"),
    "contact_lost": _(
        "Days since the last attended session: %(days)s (from %(limit)s on the team decides)"
    ),
    "attendance_held": _(
        "%(kept)s of %(expected)s sessions kept in %(weeks)s weeks, %(percent)s%% (needs "
        "%(needed)s%%)"
    ),
    "tests_negative_in_phase": _(
        "Tests in this phase: %(negative)s negative lately, %(positive)s found use, confirmed or "
        "not, %(missed)s missed"
    ),
    "tests_not_confirmed": _("Of the tests that found use, not confirmed: %(count)s"),
    "tests_say_nothing": _(
        "Tests that do not count as negative: %(unreadable)s could not be read, %(dilute)s "
        "negative but dilute"
    ),
    "objectives_met": _("%(met)s of %(objectives)s objectives met (needs %(needed)s%%)"),
    "prevention_plan_written": _("A written plan for staying well"),
    "sober_support": _("Somebody beside the client supports recovery"),
    "phase_long_enough": _("Weeks in this phase: %(weeks)s (usually %(usual)s)"),
    "ground_on_list": _("The ground is on the program’s closed list"),
    "not_use_alone": _("It would stand without any return to use or positive test"),
    "cause_written": _("The cause is written down"),
    "prior_steps_taken": _("The steps that come before this ground were taken"),
    "absence_long_enough": _("Unexcused days in a row: %(days)s (needs %(needed)s)"),
    "payment_time_over": _("Business days since the notice: %(days)s (needs %(needed)s)"),
    "safety_reviewed": _("Another clinician looked at safety"),
    "referral_offered": _("Care elsewhere was offered"),
    "appeal_notice_given": _("The person has the written notice of appeal"),
    "appeal_time_over": _("The time for an appeal is over, or it was answered"),
    "appeal_not_won": _("No appeal was won"),
    "team_decision_due": _(
        "Days since the last contact: %(days)s, tries: %(tries)s (from %(limit)s on the "
        "team decides)"
    ),
    "closing_due": _("Days since the last contact: %(days)s (the case is closed at %(limit)s)"),
}

OUTCOMES = {
    "stay": _("Stay"),
    "step_down": _("Step down"),
    "step_up": _("Step up"),
    "discharge": _("Discharge"),
}

BECAUSE = {
    "weekly": _("weekly review"),
    "test_result": _("after a test result"),
    "test_specimen": _("after a specimen that was changed"),
    "test_missed": _("after a missed test"),
    "missed_in_row": _("after missed sessions"),
    "return": _("after coming back"),
    **words_of_reviews.BECAUSE,
}

DISCHARGE_TYPES = {
    "completed": _("Completed"),
    "left_against_advice": _("Left against advice"),
    "lost_to_contact": _("Lost to contact"),
    "administrative": _("Administrative"),
    "transferred": _("Transferred or stepped elsewhere"),
    "incarcerated": _("Incarcerated"),
    "deceased": _("Died"),
    "other": _("Other: moved, medical, military, admitted in error"),
}

NALOXONE_SHOWN = _("Kit and training given")
NALOXONE = {
    "given": _("Kit given"),
    "has_one": _("Has a kit from before"),
    "declined": _("Offered and declined"),
    "not_offered": _("Not offered"),
}

OBJECTIVE_STATES = {
    "active": _("Working on it"),
    "met": _("Met"),
    "revised": _("Revised"),
    "deferred": _("Put off"),
    "discontinued": _("Ended"),
}

CHANNELS = {
    "call": _("Call"),
    "text": _("Text, without treatment words"),
    "letter": _("Letter"),
    "portal": _("Portal message"),
    "consented_contact": _("Contact named in a consent"),
    "peer_visit": _("Visit by a peer"),
    "welfare_check": _("Welfare check, without treatment words"),
    "team_review": _("Team review"),
    "discharge_decision": _("Decision about discharge, door open"),
}

TRIES = {
    "reached": _("Reached the client"),
    "left_message": _("Left a message"),
    "no_answer": _("No answer"),
    "wrong_number": _("Wrong number"),
    "sent": _("Sent"),
    "asked_for": _("Asked for"),
    "decided": _("Decided"),
    "keeps_place": _("The place is kept"),
    "ends": _("Care ends, the door stays open"),
}

STEPS = {
    "clinician_now": _("A clinician calls now"),
    "clinician_again": _("Another clinician or the supervisor calls"),
    "danger_contact": _("Consented contact, or a welfare check"),
    "after_15_minutes": _("Call or text"),
    "same_day": _("Counselor calls the same day"),
    "after_24_hours": _("Second call"),
    "after_48_hours": _("Peer or consented contact"),
    "after_72_hours": _("Letter or portal message"),
    "team_review": _("Team review"),
    "discharge_decision": _("Discharge decision with an open door"),
}

CONTACT_CHANNELS = {
    "call": _("a call"),
    "text": _("a text without treatment words"),
    "letter": _("a plain letter"),
    "page": _("their own page"),
}

AMENDED_PARTS = {
    "dates": _("the dates"),
    "reason": _("the reason"),
    "course": _("the course of care"),
    "services": _("services"),
    "objectives": _("objectives"),
    "medications": _("medications"),
    "diagnoses": _("diagnoses"),
    "ratings": _("ratings"),
    "recommendations": _("recommendations"),
    "appointments": _("appointments"),
    "naloxone": _("naloxone"),
    "contact": _("contact afterwards"),
    "other": _("something else"),
}

GROUNDS = {
    "violence": _("Violence, or a threat of it"),
    "illegal_act": _("An illegal act on the premises"),
    "disruption": _("Repeated disruption after a written warning"),
    "nonpayment": _("Not paying, after notice and counseling"),
    "absence": _("Unexcused days in a row, after a medical review"),
    "therapeutic": _("Documented therapeutic reasons of the team"),
}

CASE_STEPS = {
    "conversation": _("Conversation"),
    "written_agreement": _("Written agreement"),
    "behavior_contract": _("Behavior contract"),
    "team_review": _("Team review"),
    "medical_review": _("Medical review"),
    "payment_notice": _("Written notice of what is owed"),
    "payment_counseling": _("Counseling about paying"),
}

REFERRAL_ANSWERS = {
    "accepted": _("Accepted"),
    "declined": _("Declined"),
    "not_reached": _("Offered in writing, not reached"),
}

TOLD_BY = {
    "place": _("The place told us"),
    "client": _("The client told us"),
    "family": _("Family told us, with consent"),
    "seen": _("Seen there"),
}

REFUSALS = {
    "already_decided": _("The team decided this card before."),
    "not_fresh": _("Enter your password again to sign."),
    "outcome": _("Choose what the team decides."),
    "reason": _("Write why, in a few words."),
    "client_view": _("Write how the client sees it."),
    "to_phase": _("Choose a phase with fewer hours than now."),
    "to_level": _(
        "Choose a level above the present one, withdrawal management or a medication program."
    ),
    "from_day": _("The step begins today or in the next month."),
    "prevention_plan": _("A step down needs a written plan for staying well."),
    "first_appointment": _("The first appointment is due within %(days)s days of the step."),
    "episode_has_ended": _("This episode has ended."),
    "same_phase": _("The client is in that phase already."),
    "not_in_the_past": _("Choose today or a later day."),
    "level_changes_too": _("These hours are another level of care: decide it on a review."),
    "channel": _("Say how you tried."),
    "no_consent_to_contact": _(
        "No consent lets you contact somebody beside the client. Choose another way."
    ),
    "with_whom": _("Say with whom."),
    "confirmed_by": _("Write who there confirmed it. Without that it is not booked."),
    "told_by": _("Say who told."),
    "lost_too_early": _("The last contact is not long enough ago: the team decides later."),
    "team_decision": _("Write the day on which the team decided, after the last contact."),
    "receiving": _("Say where to: a place, or a booked appointment."),
    "no_booking_reason": _("Book an appointment that is confirmed there, or write why none is."),
    "naloxone_kit": _("Write the lot of the kit, or choose what is true."),
    "naloxone_lot_missing": _("Write the lot of the kit."),
    "naloxone_expiry_missing": _("Write until when the kit may be used."),
    "naloxone_expired": _("This kit is past its date."),
    "administrative_case": _("Open the case first: the cause, on a ground of the list."),
    "not_use_alone": _(
        "Return to use is never a ground to end care. Change the care instead: review the level."
    ),
    "ground": _("Choose a ground of the list."),
    "cause": _("Write the cause in a sentence or two."),
    "stands_without_use": _("Answer this question."),
    "steps": _("Choose what was done."),
    "step_of_conduct": _("This step is taken on the conduct page; the case reads it from there."),
    "step_of_medicine": _("A nurse or a physician writes the medical review."),
    "step_words": _("Say what was done, in a sentence."),
    "reply": _("Write what the person said, in their words."),
    "no_appeal_same_hand": _(
        "Somebody else than who opened the case writes down that no appeal is made."
    ),
    "appeal_stands": _("An appeal was made: somebody else decides it."),
    "appeal_not_decided": _("The appeal has not been decided yet."),
    "on": _("Choose today or an earlier day."),
    "safety_done": _("Safety was reviewed before, and that finding stands."),
    "notice_done": _("The notice was given before, and the time to appeal runs from then."),
    "finding": _("Write what leaving means for this person’s safety."),
    "same_hand": _("Somebody else does this: whoever opened the case may not."),
    "case_is_open": _("A case is open already. Go on with it."),
    "case_closed": _("This case came to its end."),
    "to": _("Say where."),
    "answer": _("Choose what the person said."),
    "how": _("Choose how."),
    "appeal_notice_given": _("The notice comes first."),
    "appeal": _("Choose what the person says."),
    "part": _("Choose the part."),
    "words": _("Write what is added, in a sentence."),
    "why": _("Write why it is added now."),
    "at": _("Choose a time that is still to come."),
    "appointment_is_ahead": _("This appointment is still to come."),
    "discharge_type": _("Choose the kind of discharge."),
    "last_contact_after_discharge": _("The last contact lies before the discharge."),
    "last_contact_before_admission": _("The last contact lies after the admission."),
    "discharge_reason": _("Write the cause."),
    "administrative_steps": _("The case is not complete: see what is missing."),
    "narrative": _("Write the course of care in a few sentences."),
    "naloxone": _("Say whether naloxone was given."),
    "already_discharged": _("This episode was closed before."),
    "not_for_this_role": _("Discharges are signed by the clinical team."),
    "stale_version": _("Somebody changed this after you opened it. Look again and repeat."),
}


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register({**REASONS, **words_of_reviews.REASONS})


def refusal(code: str, **detail: object) -> str:
    """The sentence for a refusal code of this room."""
    said = {**words_of_reviews.REFUSALS, **REFUSALS}
    text = str(said.get(code, code.replace("_", " ").capitalize()))
    return text % detail if "%(" in text else text
