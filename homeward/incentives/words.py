"""The words of this room's codes."""

from django.utils.translation import gettext_lazy as _

from homeward.core.reasons_words import words_for

REASONS = {
    "incentive_met": _("It counts"),
    "incentive_unmet": _("The named substance was found"),
    "incentive_missed": _("Missed without a word, or refused"),
    "incentive_excused": _("Excused or not readable: nothing changes"),
    "incentive_height": _("Number %(number)s in a row: %(amount)s"),
    "incentive_draws": _("Number %(number)s in a row: %(amount)s draws"),
    "incentive_bonus": _("Every %(number)s in a row: %(amount)s on top"),
    "incentive_reset": _("The next begins again at %(amount)s"),
    "incentive_way_back": _("%(needed)s in a row bring the earlier amount back"),
    "incentive_restored": _("The earlier amount is back from the next on"),
    "incentive_visit_cap": _("Funder’s cap for a visit: %(cap)s (open: %(left)s)"),
    "incentive_year_cap": _("Funder’s cap for a calendar year: %(cap)s (open: %(left)s)"),
    "incentive_kept": _("The result changed later; what was earned before stays"),
}
REFUSALS = {
    "terms_kind": _("Choose vouchers or the prize bowl."),
    "terms_first": _("The first amount is more than nothing."),
    "terms_step": _("The step is nothing or more."),
    "terms_most": _("The highest amount is not below the first."),
    "terms_bonus": _("A bonus has its amount and says after how many in a row."),
    "terms_counts": _("Counts are between 0 and 100."),
    "terms_caps": _("Both caps are needed, and a visit’s is not above the year’s."),
    "terms_slips": _("The bowl needs slips with different names, and one of them a prize."),
    "protocol_name": _("Give it a name."),
    "protocol_target": _("Choose what counts."),
    "protocol_substances": _("Name at least one substance of the panel."),
    "protocol_source": _("Name the source of the schedule, and the source of the caps."),
    "protocol_exists": _("A version of this name begins on that day already."),
    "protocol_adopted": _("It is adopted already; write a new version."),
    "protocol_not_on": _("It is not adopted, or it has ended."),
    "protocol_unadopted": _("Only an adopted version can end."),
    "one_in_force": _("End the version in force for this program first."),
    "incentives_off": _("No protocol is adopted for this program."),
    "not_in_care": _("Only somebody in care can take part."),
    "already_earning": _("They take part already."),
    "not_earning": _("They do not take part now."),
    "incentive_name": _("Type the name as it stands in the record."),
    "incentive_guardian_at_desk": _("A guardian has to say yes as well, at the desk."),
    "incentive_guardian_unknown": _(
        "A parent or guardian has to say yes. Write down first who, and by what right."
    ),
    "incentive_guardian_name": _("The guardian types their name as it stands in the record."),
    "paper_changed": _("The paper changed since it was opened. Read it again before you sign."),
    "caps_unsourced": _(
        "The caps still stand as the form began with them. Write a version with the funder’s rule."
    ),
    "client_died": _("The client died. What is owed can only be voided by two people."),
    "activity_target": _("This protocol does not count activities."),
    "activity_what": _("Say in a few words what was agreed."),
    "activity_day": _("Choose today or an earlier day of the course."),
    "activity_outcome": _("Choose what came of it."),
    "amount": _("Write an amount in dollars and cents, above nothing."),
    "more_than_owed": _("It is more than is owed."),
    "not_whole_pieces": _("It does not come out in whole cards or prizes of this value."),
    "not_in_stock": _("There is not so much of it in stock."),
    "stock_elsewhere": _("Choose stock of the client’s own site."),
    "stock_name": _("Give it a name that is not used yet."),
    "stock_face": _("Say what one is worth."),
    "proposal_open": _("One of this kind waits for a second person already."),
    "proposal_reason": _("Say why, in a few words."),
    "proposal_settled": _("This was settled before."),
    "second_person": _("Another person has to confirm it."),
    "second_supervises": _("A supervisor is one of the two."),
    "initials_or_number": _("The client gives their initials, or their own number at the door."),
    "initials_wrong": _("These are not the client’s initials."),
    "number_wrong": _("This is not the client’s number."),
    "number_tried": _("Too many numbers were tried this hour. Take the client’s initials."),
    "above_cap": _("That is above the funder’s cap."),
    "nothing_to_correct": _("It stands so already."),
    "count_changed": _("The stock moved since it was counted. Count again."),
}
KINDS = {
    "voucher": _("Vouchers that grow"),
    "prize": _("Prize bowl"),
}
TARGETS = {
    "test": _("A test without the named substances"),
    "session": _("A session attended"),
    "activity": _("An agreed activity"),
}
UNCONFIRMED = {
    "waits": _("waits for the laboratory"),
    "at_once": _("counts at once as found"),
}
OUTCOMES = {
    "met": _("Counted"),
    "unmet": _("Substance found"),
    "missed": _("Missed"),
    "excused": _("Excused"),
}
PROPOSALS = {
    "hand_over": _("Hand over"),
    "receive": _("Delivery"),
    "count": _("Count"),
    "correct": _("Correction"),
    "void": _("Void by the funder’s rule"),
}


def refusal(code: str) -> str:
    """The sentence for a refusal code of this room."""
    return words_for(code)
