"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "instrument_unknown": _("There is no such questionnaire."),
    "nothing_answered": _("Answer at least one item."),
    "no_one_to_tell_yet": _(
        "These answers need somebody who acts on them, and this site has no worker yet."
    ),
}
