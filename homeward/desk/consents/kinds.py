"""Each kind of consent in one sentence, for whoever drafts it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

ABOUT: dict[str, Promise] = {
    "treatment": _("The client agrees to be treated here. It shares nothing."),
    "tpo": _("One signature for treating providers, health plans and helpers of the program."),
    "family": _("One family member or support person learns what the client ticks."),
    "criminal_justice": _("One officer or court that monitors the client gets reports."),
    "specific": _("One named person or organization gets what the client ticks."),
    "counseling_notes": _(
        "A counselor's own notes, for one recipient. It stands alone and needs a witness."
    ),
    "legal_proceeding": _(
        "The record, for one proceeding about the client. It stands alone and needs a witness."
    ),
    "research": _("One study gets what the client ticks."),
}
