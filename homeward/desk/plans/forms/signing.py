"""Signing a plan: staff confirm with their password, the client's side types its name."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm
from homeward.plans.models import PlanSignature

Meaning = PlanSignature.Meaning
ASKED = {
    Meaning.AUTHOR: "password",
    Meaning.COSIGN: "password",
    Meaning.PHYSICIAN: "password",
    Meaning.CLIENT: "signer_name",
    Meaning.GUARDIAN: "signer_name",
    Meaning.CLIENT_REFUSED: "reason",
}


class SignatureForm(ActionForm):
    """One of three fields, by whose signature it is."""

    signer_name = forms.CharField(
        label=_("Full name, typed to sign"), max_length=120, required=False
    )
    reason = forms.CharField(
        label=_("Why the client does not sign"), max_length=200, required=False
    )
    password = forms.CharField(
        label=_("Your password, to sign"),
        required=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, meaning: str, account: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.account = account
        wanted = ASKED[Meaning(meaning)]
        for name in ("signer_name", "reason", "password"):
            if name != wanted:
                del self.fields[name]
        self.fields[wanted].required = True

    def clean_password(self) -> str:
        """Signing asks again who is there."""
        if not self.account.check_password(self.cleaned_data.get("password") or ""):
            raise forms.ValidationError(_("This is not your password."))
        return ""
