"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "note_not_signed": _("A draft is nobody's record yet. It is printed once it is signed."),
    "range_runs_backwards": _("The last day must not lie before the first."),
    "range_too_long": _("At most 400 days fit into one file. Make two."),
}
