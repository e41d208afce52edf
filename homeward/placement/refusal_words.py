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
