"""The words of channels, notices and what became of them, for staff and clients."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

CHANNELS: dict[str, Promise] = {
    "text": _("Text message"),
    "email": _("E-mail"),
    "letter": _("Letter"),
    "note": _("On their own page"),
}
CODES: dict[str, Promise] = {
    "update": _("You have an update"),
    "to_sign": _("Something waits for you"),
    "ending_soon": _("Something you agreed to ends soon"),
    "please_call": _("Please call us"),
    "session_ahead": _("See you soon"),
}
STATES: dict[str, tuple[Promise, str]] = {
    "sent": (_("sent"), "done"),
    "withheld": (_("withheld"), "attention"),
    "waiting": (_("waits"), "neutral"),
}
