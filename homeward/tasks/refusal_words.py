"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "duty_already_closed": _("Somebody ended this task before."),
    "disposition_unknown": _("Choose what came of it."),
    "agency_answer_missing": _("Let the consent decide first: open the request."),
    "exchange_list_missing": _("No list of the exchange is on record yet."),
    "disposition_needs_note": _("Say in a sentence what was done."),
}
