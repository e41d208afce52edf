"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "instrument_unknown": _("There is no such questionnaire."),
    "screener_missing": _(
        "First ask the C-SSRS screener and hand it in complete. Item 9 of the PHQ-9 is answered by"
        " asking, so this cannot end as assessed without it."
    ),
    "answered_in_future": _("The paper cannot have been answered after today."),
    "nothing_answered": _("Answer at least one item."),
    "no_one_to_tell_yet": _(
        "These answers need somebody who acts on them, and this site has no worker yet."
    ),
}
