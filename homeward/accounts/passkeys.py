"""Adding a passkey: to an account without a password it has to open it by itself."""

from typing import Any

from allauth.account.internal.flows.reauthentication import raise_if_reauthentication_required
from allauth.mfa.recovery_codes.views import generate_recovery_codes
from allauth.mfa.webauthn.forms import AddWebAuthnForm
from allauth.mfa.webauthn.internal import flows
from allauth.mfa.webauthn.views import AddWebAuthnView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
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
    """As the library's; who has no password goes on to their own pages and gets no recovery codes.

    Such a code would count as the owner of the phone, wherever it was written down.
    """

    form_class = AddPasskeyForm

    def form_valid(self, form: AddPasskeyForm) -> HttpResponse:
        if self.request.user.has_usable_password():
            return super().form_valid(form)  # type: ignore[no-any-return]
        raise_if_reauthentication_required(self.request, app="allauth.mfa")
        told = form.cleaned_data
        flows.signup_authenticator(
            self.request, self.request.user, told["name"], told["credential"]
        )
        return redirect(self.get_success_url())

    def get_success_url(self) -> str:
        if self.request.user.has_usable_password():
            return str(super().get_success_url())
        return "/home/"


add_passkey = AddPasskeyView.as_view()


def new_recovery_codes(request: HttpRequest) -> HttpResponse:
    """Codes for a lost second factor; who comes in by a device alone gets a new card instead."""
    account: Any = request.user
    if account.is_authenticated and not account.has_usable_password():
        return render(request, "accounts/closed.html", {"title": _("Help with signing in")})
    return generate_recovery_codes(request)  # type: ignore[no-any-return]
