"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "amounts_wrong": _("Amounts and day limits cannot be below nought."),
    "dates_wrong": _("The coverage cannot end before it begins."),
    "household_wrong": _("A household has at least one person, and an income is not below nought."),
    "benefits_not_asked": _("No answer of the payer has been recorded since this task was opened."),
    "coverage_missing": _("No payer is on record. Ask the payer about benefits first."),
    "letter_ahead": _("The payer's letter cannot have a date that is still to come."),
    "authorization_reversed": _("The last day lies before the first, or outside of it."),
    "week_reversed": _("The least of a week is more than the most."),
    "nothing_allowed": _("Say how many units, or the most hours of a week."),
    "number_missing": _("An approval has the payer's number."),
    "authorized_already": _("These days of this level are authorized already."),
    "not_an_answer": _("Choose one of the answers."),
    "payer_answered": _("The payer answered before. Write the next request down instead."),
    "not_in_force": _("Only what the payer allowed can end early."),
}
