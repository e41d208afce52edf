"""Signing a plan: who records it confirms with a password, the client's side types its name.

What the client's side signs on a colleague's screen, that colleague witnesses.
"""

from typing import Any

from django import forms
from django.http import HttpRequest
from django.utils.translation import gettext_lazy as _

from homeward.accounts.confirming import refusal_of_password
from homeward.core.forms import ActionForm
from homeward.plans.models import PlanSignature

Meaning = PlanSignature.Meaning
ASKED = {
    Meaning.AUTHOR: ("password",),
    Meaning.COSIGN: ("password",),
    Meaning.PHYSICIAN: ("password",),
    Meaning.CLIENT: ("signer_name", "password"),
    Meaning.GUARDIAN: ("signer_name", "password"),
    Meaning.CLIENT_REFUSED: ("reason", "password"),
}
WITNESSED = frozenset({Meaning.CLIENT, Meaning.GUARDIAN, Meaning.CLIENT_REFUSED})


class SignatureForm(ActionForm):
    """One or two of three fields, by whose signature it is."""

    signer_name = forms.CharField(label=_("Full name, typed to sign"), max_length=120)
    reason = forms.CharField(label=_("Why the client does not sign"), max_length=200)
    password = forms.CharField(
        label=_("Your password, to sign"),
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, meaning: str, request: HttpRequest, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request = request
        wanted = ASKED[Meaning(meaning)]
        for name in ("signer_name", "reason", "password"):
            if name not in wanted:
                del self.fields[name]
        if Meaning(meaning) in WITNESSED:
            self.fields["password"].label = _("Your password, as the witness")

    def clean_password(self) -> str:
        """Signing asks again who is there; tries are limited."""
        if refusal := refusal_of_password(self.request, self.cleaned_data["password"]):
            raise forms.ValidationError(refusal, code="wrong")
        return ""
