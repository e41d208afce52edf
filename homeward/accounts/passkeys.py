"""Adding a passkey: to an account without a password it has to open it by itself."""

from typing import Any

from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.utils.translation import gettext_lazy as _


class AddPasskeyForm(AddWebAuthnForm):  # type: ignore[misc]
    """As the library's; the passkey of somebody without a password is their whole way in."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.user.has_usable_password():
            field = self.fields["passwordless"]
            field.initial, field.required = True, True
            field.error_messages["required"] = _("Leave this on: it is how you come back.")


class AddPasskeyView(AddWebAuthnView):  # type: ignore[misc]
    """As the library's; who has no password goes on to their own pages, not to recovery codes."""

    form_class = AddPasskeyForm

    def get_success_url(self) -> str:
        if self.request.user.has_usable_password():
            return str(super().get_success_url())
        return "/home/"


add_passkey = AddPasskeyView.as_view()
