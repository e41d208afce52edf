"""The words of this room's refusals and of the reasons why a level differs."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "ratings_incomplete": _("Rate every dimension first."),
    "discrepancy_needed": _("The level differs from the suggestion: choose the reason."),
    "level_unknown": _("Choose one of the levels of care."),
    "placement_already_decided": _("The team has decided; start a new assessment to change it."),
    "hold_not_open": _("This is not open any more."),
    "hold_needs_new_facts": _("No examination answers this: rate again with the missing fact."),
    "examiner_missing": _("Say who examined the client, with their credential."),
    "not_decided_yet": _("The team decides on a level first."),
    "stay_reason_needed": _("This is not what the grounds say: choose the reason."),
    "tool_unknown": _("Choose the tool."),
    "tool_name_missing": _("Name the tool."),
    "result_in_future": _("The result lies in the past."),
    "result_author_missing": _("Say who did it, with their credential."),
}
DISCREPANCIES: dict[str, Promise] = {
    "not_available": _("Not available"),
    "client_choice": _("Client's choice"),
    "payer": _("Payer"),
    "court": _("Court"),
    "wait_list": _("Wait list"),
    "geography": _("Too far away"),
    "clinical_judgment": _("Clinical judgment"),
}
TOOLS: dict[str, Promise] = {
    "continuum": _("CONTINUUM"),
    "co_triage": _("CO-Triage"),
    "state_form": _("A form of the state or payer"),
    "other": _("Another tool"),
}
OUTCOMES: dict[str, Promise] = {
    "stay": _("Stay at this level"),
    "move": _("Move on: transfer or discharge"),
    "undetermined": _("No ground is met yet"),
}
DIRECTIONS: dict[str, Promise] = {
    "less_intensive": _("to less intensive care"),
    "another_level": _("to another level"),
    "offered_hand_off": _("with a hand-off offered"),
}
STAY_REASONS: dict[str, Promise] = {
    "progressing_with_open_goals": _("Progress, and goals still open"),
    "able_and_working": _("No progress yet, but able and working on it"),
    "new_problem_treated_here": _("A new problem that can be treated here"),
    "goals_met": _("The goals of this level are met"),
    "no_progress_possible_here": _("No progress is possible at this level"),
    "new_problem_needs_another_level": _("A new problem that needs another level"),
    "client_leaves": _("The client wishes to leave"),
}
