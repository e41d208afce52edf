"""The words of this room's refusals, and of why a notice was withheld."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "channel_not_agreed": _("They did not agree to be reached this way."),
    "address_missing": _("There is no address to reach them this way."),
    "hours_reversed": _("The first hour lies before the last one."),
    "number_said_stop": _("This number said STOP. START, sent from it, lets texts come again."),
    "not_neutral": _("The words would say too much to a stranger; nothing was sent."),
}
HEARD: dict[str, Promise] = {
    "notices.number.stop": _("A number said STOP"),
    "notices.number.start": _("A number said START"),
}
