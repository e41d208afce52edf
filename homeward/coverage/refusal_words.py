"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "amounts_wrong": _("Amounts and day limits cannot be below nought."),
    "dates_wrong": _("The coverage cannot end before it begins."),
    "household_wrong": _("A household has at least one person, and an income is not below nought."),
    "benefits_not_asked": _("No answer of the payer has been recorded since this task was opened."),
}
