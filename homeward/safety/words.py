"""The words of this room's reasons and refusals, and of its codes in the history."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

Words = dict[str, "str | Promise"]

REASONS: Words = {
    "report_child_first": _("A first report of suspected harm to a child may be made"),
    "report_crime_here": _("A client's crime here, or against staff, may be reported"),
    "report_death": _("The cause of a death may be told to the authority the law names"),
    "report_excepted": _("The law names no exception for this"),
    "report_by_consent": _("The client's consent covers it"),
    "report_in_emergency": _("A medical emergency, told to those who treat it"),
    "report_under_order": _("A court order of the right type"),
    "report_names_nobody": _("Nobody can tell from it that anybody is a client"),
}
REFUSALS: Words = {
    "path_unknown": _("Choose one of the crisis paths."),
    "step_not_reached": _("Somebody pressed another answer before. Go on from here."),
    "answer_unknown": _("Press one of the answers."),
    "crisis_is_over": _("This crisis was ended already."),
    "crisis_outcome_unknown": _("Choose how it ended."),
    "somebody_named_already": _("It is written down already whom this is about."),
    "nobody_named": _("Choose the client, or write who it is."),
    "plan_needs_signs": _("Write at least one warning sign."),
    "plan_needs_alone": _("Write at least one thing to do alone."),
    "plan_needs_people": _("Write at least one person who can be asked for help."),
    "plan_needs_safer": _("Write how the place becomes safer, or that nothing there can do harm."),
    "plan_line_too_many": _("At most eight lines in a part. Keep what helps most."),
    "plan_line_too_long": _("A line holds 160 letters. Say it shorter."),
    "plan_number_too_long": _("A number holds 30 signs."),
    "plan_section_unknown": _("This part is not known."),
    "plan_is_in_force": _("This version is agreed to. Begin a new one to change it."),
    "plan_changed_since": _("The plan says something else by now. Read it again."),
    "no_plan_in_force": _("No safety plan is in force yet."),
    "safety_name_of_another": _("Write the client's own name."),
    "safety_reason_missing": _("Say why, in a few words."),
    "note_already_signed": _("This note has its signature. It stays as it is."),
    "note_is_empty": _("There is nothing to sign yet."),
    "note_of_another": _("Its author signs it, or somebody who takes it over."),
    "note_names_somebody": _(
        "It names somebody else. Write only about this client: take the name out."
    ),
    "matter_unknown": _("Choose what there is to report."),
    "crisis_note_unsigned": _("The note has no signature yet."),
    "safety_plan_not_looked_at": _(
        "Go through the plan first and keep that you did; then this ends by itself."
    ),
}
CODES: Words = {
    "safety.plan.started": _("Began a new version of the safety plan"),
    "safety.plan.saved": _("Wrote in the safety plan"),
    "safety.plan.agreed": _("The safety plan was agreed to"),
    "safety.plan.looked_at": _("The safety plan was gone through"),
    "safety.plan.discarded": _("Set a draft of the safety plan aside"),
    "safety.note.drafted": _("A note about a crisis was drafted"),
    "safety.note.saved": _("Wrote in the note about a crisis"),
    "safety.note.signed": _("Signed the note about a crisis"),
    "safety.note.taken_over": _("Took the note about a crisis over"),
}


def refusal(code: str) -> str:
    """The words of a refusal's code."""
    return str(REFUSALS.get(code, code.replace("_", " ").capitalize()))
