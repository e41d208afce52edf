"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "amounts_wrong": _("Amounts and day limits cannot be below nought."),
}
