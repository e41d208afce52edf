"""The words of this room's refusals."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

REFUSALS: dict[str, Promise] = {
    "name_is_another": _(
        "The typed name is not the client's name. Type it as it stands in the record."
    ),
    "consent_kind_unknown": _("There is no text for this kind of consent."),
    "consent_not_signed": _("Only a signed consent can be taken back."),
    "consent_already_revoked": _("The client took this consent back before."),
}
