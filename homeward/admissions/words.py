"""The words of this room's codes: states, reasons, refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

STATES: dict[str, Promise] = {
    "inquiry": _("New"),
    "contacted": _("Contacted"),
    "screened": _("Screened"),
    "benefits_verified": _("Benefits verified"),
    "assessment_scheduled": _("Assessment planned"),
    "assessed": _("Assessed"),
    "placed": _("Placed"),
    "admitted": _("Admitted"),
    "wait_listed": _("Waiting for a seat"),
    "referred_out": _("Referred to other care"),
    "declined": _("Chose not to start"),
    "lost": _("Lost contact"),
}
PRIORITIES: dict[str, Promise] = {
    "pregnant_and_injecting": _("Pregnant and injecting: first of all"),
    "pregnant": _("Pregnant: before others"),
    "injecting": _("Injecting: before others"),
    "ordinary": _("In order of the first call"),
}
RELATIONS: dict[str, Promise] = {
    "self": _("The person themselves"),
    "family": _("Family or friend"),
    "professional": _("Somebody who works with them"),
    "provider": _("Health care provider"),
    "court": _("Court, probation or parole"),
    "employer": _("Employer"),
    "other": _("Somebody else"),
}
OUTCOMES: dict[str, Promise] = {
    "reached": _("Reached"),
    "left_message": _("Left a message"),
    "no_answer": _("No answer"),
    "wrong_number": _("Wrong number"),
}
CLOSINGS: dict[str, Promise] = {
    "not_reached": _("Not reached after several calls"),
    "not_now": _("Does not want to start now"),
    "chose_otherwise": _("Chose another program"),
    "missed_assessment": _("Did not come to the assessment"),
    "no_contact": _("No contact any more"),
    "waited_too_long": _("Waited too long for a seat"),
    "withdrawal_first": _("Needs withdrawal care first"),
    "other_level": _("Needs another level of care"),
    "under_age": _("Under the age of this program"),
    "payer": _("Not covered by the payer"),
    "other": _("Another reason"),
}
REASONS: dict[str, Promise] = {
    "is_pregnant": _("Pregnant"),
    "injects": _("Injects drugs"),
    "old_enough": _("Age %(age)s; this program admits from %(minimum)s years"),
    "placement_decided": _("The team decided on a level of care"),
    "level_is_provided_here": _("This program provides the decided level (it offers %(levels)s)"),
    "no_open_hold": _("Nothing must happen before admission"),
    "treatment_consent_signed": _("The client signed the consent to treatment"),
    "no_open_episode": _("No episode of care is open here"),
    "tpo_consent_signed": _(
        "Consent for treatment, payment and operations; without it no claim can be sent"
    ),
    "counselor_has_room": _("The counselor has room: %(caseload)s of %(limit)s clients"),
    "interim_services_begun": _("Interim services within %(amount)s hours of the first request"),
    "admit_within": _("Admitted within %(amount)s days of the first request"),
    "withdrawal_screen_done": _("Alcohol and sedatives were asked about on this way in"),
    "suicide_screen_done": _("Thoughts of suicide were asked about on this way in"),
    "interim_plan_ready": _("An interim plan says what begins until the full plan"),
    "packet_signed": _("Papers of the packet still open: %(open)s; each becomes a dated task"),
    "benefits_answered": _("The payer answered about benefits; may follow"),
    "naloxone_answered": _("Naloxone was offered; may follow"),
    "opioid_medication_answered": _("Medication for opioid use was offered; may follow"),
    "capacity_reached": _("The program reached %(limit)s%% of its capacity"),
    "hold_is_clearable": _("A medical evaluation can answer this hold"),
    "clearer_has_medical_right": _("Released by a physician, or by a nurse where a nurse may"),
    "ending_is_known": _("It is said what the evaluation came to"),
    "evidence_is_written": _("What was found must be written, in a sentence"),
    "nothing_measured_stands": _(
        "Nothing measured still stands against it; measure again otherwise"
    ),
    "nothing_left_to_ask": _(
        "Every question is asked and the score is taken; otherwise a physician decides"
    ),
}
REFUSALS: dict[str, Promise] = {
    "already_admitted": _("This client already has an open episode. Look at the chart."),
    "team_incomplete": _("Choose a track of this program and a primary counselor."),
    "appointment_already_given": _(
        "An appointment is already given. Record what became of it first."
    ),
    "appointment_in_past": _("Choose a time that lies ahead."),
    "callback_not_allowed": _("This caller asked not to be called back."),
    "message_not_allowed": _("This caller did not agree that a message is left."),
    "contact_outcome_unknown": _("Choose how the call ended."),
    "closing_unknown": _("Choose how the inquiry ends, and why."),
    "inquiry_ended": _("This inquiry has ended. A new call is a new inquiry."),
    "inquiry_over": _("This inquiry has ended. A new call is a new inquiry."),
    "full_name_missing": _("Enter the first and the last name."),
    "birth_date_missing": _("Enter a birth date that lies in the past."),
    "too_young": _("This program does not admit somebody of this age."),
    "maybe_known_here": _(
        "Somebody of this name and birth date has a record. "
        "Choose it, or say that this is another person."
    ),
    "screening_already_started": _("The client's record is already open."),
    "no_client_yet": _("Start the screening first: it opens the client's record."),
    "visit_over": _("This appointment is already recorded."),
    "caller_name_missing": _("Enter the name of the caller."),
    "phone_missing": _("Enter the number we may call back, or say that we may not."),
    "suicidal_unknown": _("Choose one of the answers about thoughts of suicide."),
    "withdrawal_unknown": _("Choose one of the answers about withdrawal."),
    "payer_unknown": _("Choose a payer from the list."),
    "obligation_unreadable": _("Enter days, a start, and an end after it."),
    "screening_empty": _("Ask at least one question."),
    "last_drink_in_future": _("The last drink lies in the past."),
    "pulse_out_of_range": _("Enter a pulse between 20 and 250."),
    "systolic_out_of_range": _("Enter a pressure between 40 and 300."),
    "temperature_f_out_of_range": _("Enter a temperature between 85 and 115 °F."),
    "oxygen_out_of_range": _("Enter an oxygen value between 40 and 100."),
    "hold_already_released": _("Somebody released this hold before."),
    "hold_stands": _("The hold still stands: release it first."),
    "examined_later": _("The examination lies between the hold and now."),
    "observation_missing": _("Write what you saw, in a sentence."),
    "first_services_missing": _("Write what begins, in a sentence."),
    "next_contact_in_past": _("The next contact lies ahead."),
    "interim_service_unknown": _("Choose a service from the list."),
    "service_in_future": _("A service was given between the first request and now."),
    "not_waiting": _("This person is not waiting."),
    "reminder_closed": _("Somebody ended this reminder before."),
    "reminder_end_unknown": _("Choose what came of it."),
    "message_missing": _("Write the message, or for whom it is."),
    "message_handled": _("Somebody dealt with this message before."),
    "message_end_unknown": _("Choose what became of it."),
    "notice_sent": _("The state was told before."),
}
for _code, _words in STATES.items():
    REFUSALS[f"from_{_code}"] = _("The inquiry does not go there from where it is now.")
    REFUSALS[f"to_{_code}"] = _words
