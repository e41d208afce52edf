"""The words of this room's codes."""

from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words

REASONS = {
    "check_up_agreed": _("They agreed to be contacted"),
    "check_up_possible": _("Nothing stops contact"),
    "check_up_tried": _("Tries: %(tries)s (given up after %(needed)s)"),
    "check_up_open": _("Counts until %(until)s"),
    "return_not_in_care": _("The care before has ended"),
    "return_not_stopped": _("No stop stands (hospital, jail)"),
    "return_no_hold": _("No medical hold is open"),
    "return_within_days": _("Days since the end: %(days)s (the same episode up to %(limit)s)"),
    "return_kind_goes_on": _("The way it ended lets the same episode go on"),
    "return_gates_answered": _(
        "Withdrawal, suicide risk and naloxone asked on the return (still open: %(open)s)"
    ),
    "return_appeal_won": _("The appeal against the discharge was won: the same care goes on"),
    "return_assessment_fresh": _(
        "Days since the assessment: %(days)s (an update is enough up to %(limit)s)"
    ),
}
STOPS = {
    "died": _("Died"),
    "hospital": _("In hospital"),
    "jail": _("In jail"),
}
KNOWN_BY = {
    "family": _("Family"),
    "hospital": _("The hospital"),
    "police": _("Police"),
    "court": _("Court or jail"),
    "coroner": _("Medical examiner"),
    "staff": _("Staff saw it"),
    "client": _("The client"),
    "public_record": _("Public record"),
}
TRIES = {
    "reached": _("Reached"),
    "declined": _("Does not want to talk"),
    "no_answer": _("No answer"),
    "left_message": _("Left a message"),
    "wrong_number": _("Wrong number"),
    "sent": _("Sent"),
}
CHANNELS = {
    "call": _("Call"),
    "text": _("Text without treatment words"),
    "letter": _("Plain letter"),
    "page": _("Their own page"),
}
STEPS = {
    "naloxone": _("Naloxone"),
    "bridge": _("Medicine until the next prescription"),
    "card": _("Crisis card"),
    "appointment": _("Next appointment"),
    "call": _("Call in two days"),
}
ANSWERS = {
    "naloxone": {
        "given": _("Kit given now"),
        "has_one": _("Has one"),
        "declined": _("Declined"),
        "gone": _("Left before"),
    },
    "bridge": {
        "asked": _("Prescriber asked now"),
        "has_enough": _("Has enough"),
        "none": _("Takes none"),
        "declined": _("Declined"),
        "gone": _("Left before"),
    },
    "card": {
        "printed": _("Printed"),
        "phone": _("On their phone"),
        "declined": _("Declined"),
        "gone": _("Left before"),
    },
    "appointment": {
        "booked": _("Booked"),
        "declined": _("Declined"),
        "unreachable": _("Nobody there answered"),
        "gone": _("Left before"),
    },
    "call": {
        "yes": _("Yes, within two days"),
        "declined": _("Declined"),
    },
}
REFUSALS = {
    "return_gate_missing": _("Nothing of it is on record since they came back: do it first."),
    "no_consent": _("They did not agree to be contacted."),
    "contact_stopped": _("Contact is stopped: nothing goes out now."),
    "not_their_channel": _("They want to be reached another way."),
    "outside_their_hours": _("It is outside the hours they gave."),
    "try_outcome": _("Choose what came of it."),
    "not_open_yet": _("This check-up is still to come."),
    "already_done": _("This check-up was written down before."),
    "channel": _("Choose how."),
    "hours": _("The last hour comes after the first."),
    "address": _("Write where to, or put it into the record first."),
    "signer_name": _("Type the name as it stands in the record."),
    "already_alumni": _("They are one of the alumni already."),
    "still_in_care": _("Alumni are asked after care."),
    "title": _("Give it a name that says nothing of treatment."),
    "place": _("Say where."),
    "starts_at": _("Choose a time that is still to come."),
    "answer_each": _("Choose one for each line; “left before” is an answer."),
    "with_whom": _("Say with whom."),
    "at": _("Choose a time that is still to come."),
    "confirmed_by": _("Write who there confirmed it."),
    "naloxone_lot_missing": _("Choose the kit."),
    "naloxone_expiry_missing": _("Choose the kit."),
    "naloxone_expired": _("This kit is past its date: take another."),
    "episode_has_ended": _("This episode has ended."),
    "not_now": _("This cannot be done yet: see what stands in the way."),
    "already_asking": _("An inquiry of theirs is on its way already."),
    "consents": _("Choose at least one."),
    "stop_kind": _("Choose what happened."),
    "since_on": _("Choose today or an earlier day."),
    "known_by": _("Say who told."),
    "already_stopped": _("It is written down already."),
    "stop_not_standing": _("This ended before."),
    "ending": _("Choose how it ended."),
    "reason": _("Write the reason in a few words."),
    "not_for_this_role": _("Somebody who answers for the caseload does this."),
    "discharge_type": _("Choose the kind of discharge."),
}
# Why a word that was queued did not go.
WITHHELD = {
    "contact_stopped": REFUSALS["contact_stopped"],
    "left_alumni": _("They left the alumni before it went."),
    "alumni_event_over": _("The meeting was over or cancelled before it went."),
    "check_up_not_wanted": _("They no longer wanted to be contacted when it was to go."),
    "check_up_other_way": _("They wanted to be reached another way when it was to go."),
    "check_up_done": _("The check-up had come to its end before it went."),
}


def register() -> None:
    """Give the reason component its words."""
    reasons_words.register(REASONS)
    reasons_words.register(WITHHELD)
    reasons_words.register({"return_gate_missing": REFUSALS["return_gate_missing"]})


def refusal(code: str) -> str:
    """The sentence for a refusal code of this room."""
    return str(REFUSALS.get(code, code.replace("_", " ").capitalize()))
