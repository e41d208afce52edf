"""The words of this room's codes, for screens and papers."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

EVENTS: dict[str, Promise] = {
    "late_or_left": _("Came late or left early"),
    "absence": _("Did not come and did not call"),
    "disruption": _("Disrupted a session"),
    "disrespect": _("Disrespect toward somebody"),
    "phone_or_recording": _("Phone or recording in a session"),
    "confidentiality": _("Told outside what was said here"),
    "relationship": _("Relationship with another client"),
    "prohibited_item": _("Brought something that stays outside"),
    "property": _("Took or damaged something"),
    "threat": _("Threat"),
    "violence": _("Violence"),
    "weapon": _("Weapon on site"),
    "selling": _("Sold or shared drugs or medicine"),
    "sexual_misconduct": _("Sexual contact or harassment"),
    "substance_use": _("Return to use"),
    "came_intoxicated": _("Came intoxicated"),
    "test_positive": _("Tested positive"),
    "test_missed": _("Missed a test"),
    "test_refused": _("Refused a test"),
}
RUNGS: dict[str, Promise] = {
    "conversation": _("Conversation"),
    "written_agreement": _("Written agreement"),
    "behavior_contract": _("Behavior contract"),
    "team_review": _("Team review"),
    "transfer_or_discharge": _("Transfer or discharge proposed"),
    "talk_about_use": _("Talk about use"),
    "extra_individual": _("Extra individual session"),
    "plan_revision": _("Plan looked at again"),
    "medication_review": _("Medicines looked at again"),
    "test_frequency": _("Test frequency changed"),
    "level_review": _("Level of care looked at again"),
}
STANCES: dict[str, Promise] = {
    "agrees": _("Agrees"),
    "partly": _("Agrees in part"),
    "disagrees": _("Does not agree"),
    "asked": _("Was asked, did not want to answer"),
}
OUTCOMES: dict[str, Promise] = {
    "stands": _("The step stands"),
    "changed": _("The step is changed"),
    "set_aside": _("The step is set aside and does not count"),
}
# Why this reader does not hear an appeal.
HAD_A_PART: dict[str, Promise] = {
    "appeal_hearer_did_not_decide": _("you took part in the step"),
    "appeal_hearer_did_not_write_event": _("you wrote down what happened"),
    "appeal_hearer_did_not_file": _("you wrote the appeal down"),
}
NOTE_KINDS: dict[str, Promise] = {
    "dress": _("Dress"),
    "conduct": _("Conduct"),
    "praise": _("Went well"),
}
GROUNDS: dict[str, Promise] = {
    "everyone_today": _("Everyone at the door today"),
    "seen_or_told": _("Something was seen or told"),
    "client_asked": _("The client asked for it"),
    "return_after_leave": _("Back after leaving the site"),
}
PLACES: dict[str, Promise] = {
    "bag": _("Bag"),
    "coat_or_jacket_taken_off": _("Coat or jacket, taken off"),
    "pockets_emptied_by_the_client": _("Pockets, emptied by the client"),
    "locker": _("Locker"),
    "vehicle_on_site": _("Vehicle on site"),
}
ITEMS: dict[str, Promise] = {
    "safety_medicine": _("Inhaler, epinephrine, insulin or naloxone"),
    "own_medicine": _("Own medicine"),
    "other_medicine": _("Somebody else's medicine"),
    "alcohol": _("Alcohol"),
    "drug": _("Drug"),
    "unknown_substance": _("Something not known"),
    "paraphernalia": _("Things to use with"),
    "sharp_or_tool": _("Sharp thing or tool"),
    "weapon": _("Weapon"),
    "tobacco_or_vape": _("Tobacco or vape"),
    "other_lawful": _("Another lawful thing"),
}
WAYS: dict[str, Promise] = {
    "stays_with_person": _("Stays with the person"),
    "returned_on_leaving": _("Given back on leaving"),
    "kept_by_nurse": _("Given to the nurse to keep"),
    "taken_home": _("Taken home by a named person"),
    "thrown_away_agreed": _("Thrown away, with agreement"),
    "destroyed_witnessed": _("Destroyed before two witnesses"),
    "surrendered_no_name": _("Surrendered to the police without a name"),
}
BETWEEN: dict[str, Promise] = {
    "clients": _("Another client"),
    "staff": _("Somebody of staff"),
    "contact": _("A contact or visitor"),
}
REACHES: dict[str, Promise] = {
    "group": _("Never in one session"),
    "site": _("Never on site in the same hours"),
}
PURPOSES: dict[str, Promise] = {
    "partner_agency": _("Partner agency"),
    "maintenance": _("Repair or cleaning"),
    "delivery": _("Delivery"),
    "inspection": _("Inspection or audit"),
    "training": _("Training"),
    "job_applicant": _("Job applicant"),
    "family_program": _("Family program"),
    "support_person": _("Comes with somebody"),
    "other": _("Other"),
}
LINES: dict[str, Promise] = {
    "ladder_use_alone_is_clinical": _(
        "Use alone is answered with care, never with a step of the conduct ladder"
    ),
    "ladder_step_answers_conduct": _("The step answers conduct"),
    "ladder_one_rung_at_a_time": _("One step at a time within %(days)s days"),
    "ladder_event_endangers": _("The event put somebody in danger"),
    "ladder_ground_stated": _("The safety ground is stated in a sentence"),
    "ladder_client_was_heard": _("The client was heard about the step before"),
    "ladder_no_open_appeal": _("No appeal about the step before is open"),
    "ladder_two_of_staff": _("At least two of staff took part"),
    "ladder_one_in_charge": _("A supervisor or the director took part"),
    "appeal_step_can_be": _("The step is one that can be appealed"),
    "appeal_not_filed_before": _("No appeal about this step was filed before"),
    "appeal_in_time": _("The appeal is filed in time"),
    "appeal_hearer_in_charge": _("A supervisor or the director hears it"),
    "appeal_hearer_did_not_decide": _("Whoever hears it had no part in the step"),
    "appeal_hearer_did_not_write_event": _("Whoever hears it did not write down what happened"),
    "appeal_hearer_did_not_file": _("Whoever hears it did not write the appeal down"),
    "search_has_written_consent": _("The client agreed in writing"),
    "search_agreed_today": _("The client agreed today"),
    "search_two_of_staff": _("Two different people of staff were there"),
    "search_belongings_only": _("Only belongings were looked through"),
    "search_has_ground": _("The reason for looking is stated"),
    "found_never_returned": _("Drugs and other people's medicine are never given back"),
    "found_safety_medicine_stays": _("What saves a life within minutes stays with the person"),
    "found_way_fits": _("What was found may end this way"),
    "found_enough_witnesses": _("Enough other people were there: %(needed)s"),
    "restriction_two_people": _("It is about two different people, both known"),
    "restriction_has_reason": _("The reason is stated in a sentence"),
    "restriction_starts_before_review": _("It starts before its review day"),
    "restriction_review_ahead": _("The review day is ahead"),
    "restriction_review_soon_enough": _("The review day is within %(days)s days"),
}
REFUSALS: dict[str, Promise] = {
    "event_words_missing": _("Write what happened, in up to 2,000 letters."),
    "event_in_the_future": _("The time is still to come."),
    "kind_unknown": _("Choose what it was."),
    "rung_unknown": _("Choose a step."),
    "step_words_missing": _("Write what was said and agreed, in up to 2,000 letters."),
    "step_consequence_missing": _("Write what follows if it happens again, so that both know."),
    "step_review_day_missing": _("Say when you look at it together."),
    "step_review_day_past": _("The day is past."),
    "stance_unknown": _("Choose what the client says to it."),
    "reply_words_missing": _("Say what you do not agree with, in up to 1,000 letters."),
    "appeal_words_missing": _("Say what should be looked at again, in up to 2,000 letters."),
    "appeal_answer_missing": _("Write the answer, in words the client can read."),
    "appeal_outcome_unknown": _("Choose how it ends."),
    "appeal_heard_before": _("It was answered meanwhile."),
    "note_kind_unknown": _("Choose what the note is about."),
    "note_words_missing": _("Write one or two sentences, in up to 400 letters."),
    "rule_not_in_force": _("Choose a rule that is in force."),
    "note_headwear_exempt": _(
        "Religious headwear is exempt from every rule of dress. Leave it out of the note."
    ),
    "no_rules_in_force": _("The rules are not in force. Read the page again."),
    "search_words_long": _("That is too long; 600 letters fit."),
    "search_declined_finds_nothing": _("When the client said no, nothing was searched or found."),
    "second_not_at_the_door": _(
        "Choose somebody who works at the door of this site and is on duty now."
    ),
    "found_kind_unknown": _("Choose what was found."),
    "found_words_missing": _("Describe what was found."),
    "found_where_missing": _("Say where it is locked up."),
    "found_way_unknown": _("Choose what becomes of it."),
    "item_ended_before": _("It was ended meanwhile."),
    "item_to_whom_missing": _("Say who took it home."),
    "witness_answered_before": _("You answered this before."),
    "restriction_other_unknown": _("No such chart number within your reach. Ask a supervisor."),
    "restriction_other_missing": _("Say who the other person is."),
    "restriction_ended_before": _("It has ended meanwhile."),
    "rules_note_missing": _("Say in a line what changed; clients read it."),
    "rules_title_missing": _("A line with # and the title is missing."),
    "rules_two_titles": _("There are two lines with a title."),
    "rules_line_before_heading": _("A line stands before the first heading with ##."),
    "rules_code_twice": _("A rule's code stands twice."),
    "rules_code_unreadable": _("A code in brackets cannot be read: small letters and _ only."),
    "rules_without_rules": _("No line begins with a rule's code in brackets."),
    "rules_section_empty": _("A heading has no lines."),
    "rules_too_long": _("The text is too long."),
    "rules_only_in_one_language": _("A rule stands in one language only."),
    "visit_name_missing": _("Write the visitor's name."),
    "visit_badge_missing": _("Write the number of the badge."),
    "visit_promise_missing": _("Nobody comes in without promising to keep what they see."),
    "visit_purpose_unknown": _("Choose why they come."),
    "visit_organisation_no_place": _(
        "Write what kind of place it is with its name: a company, an agency, a school. The book "
        "names nobody but the visitor and the host."
    ),
    "visitor_left_before": _("They left already."),
    "badge_taken": _("Another visitor wears that badge."),
    "not_your_client": _("Steps beyond a talk are agreed by the client's own counselor."),
}


def words(known: dict[str, Promise], code: str) -> str:
    """The words of a code; the code spelled out where there are none."""
    return str(known.get(code, code.replace("_", " ")))
