"""The sign page as a part: what any page needs on which a client signs with their own name.

Use `ConsentSignatureForm`, or a form made from it, show `consents/sign_card.html` with it, and
hand `ConsentSignatureForm.signature` to the action that keeps what was signed.
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.utils.translation import gettext_lazy as _

from homeward.core.forms import ActionForm


@dataclass(frozen=True, slots=True)
class GivenSignature:
    """What a signing action wants to know."""

    signer_name: str
    witness_id: UUID | None
    copy_given: bool


class ConsentSignatureForm(ActionForm):
    """The client types their full name; a worker may, or must, witness it.

    On a worker's own screen `needs_password` asks that worker first who they are, so that nobody
    types a client's name on a screen that was left open. A right password counts for the next
    minutes and is not asked again because another field was refused.
    """

    signer_name = forms.CharField(
        label=_("The client types their full name to sign"), max_length=120
    )
    copy_given = forms.BooleanField(
        label=_("A copy was given to the client"), required=False, initial=True
    )
    witness = forms.BooleanField(label=_("I saw the client sign"), required=False)
    password = forms.CharField(
        label=_("Your password, to witness"),
        required=False,
        error_messages={"required": _("The staff member who is here enters their password.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(
        self,
        *args: Any,
        account: Any,  # accounts.confirming.OneHere
        needs_witness: bool = False,
        needs_password: bool = False,
        guardian: str = "",
        **kwargs: Any,
    ) -> None:
        """`guardian` is the name of who signs in the client's place or beside them."""
        super().__init__(*args, **kwargs)
        if guardian:
            self.fields["signer_name"].label = _("%(name)s types their full name to sign") % {
                "name": guardian
            }
            self.fields["witness"].label = _("I saw them sign")
        self.account, self.needs_witness = account, needs_witness
        self.needs_password = needs_password and not account.is_known
        if self.needs_password:
            self.fields["password"].label = _("Password of the staff member who is here")
            self.fields["password"].required = True

    def clean(self) -> dict[str, Any]:
        """Whoever is here, or witnesses, confirms with their own password."""
        data = super().clean() or self.cleaned_data
        if self.needs_witness and not data.get("witness"):
            self.add_error("witness", _("This paper needs a witness."))
        if not (self.needs_password or data.get("witness")) or "password" in self.errors:
            return data
        if not self.account.check_password(data.get("password") or ""):
            self.add_error("password", self.account.refusal)
        elif self.needs_password:
            self.account.stays_known()
            if not data.get("witness"):
                self._asks_no_more()
        return data

    def _asks_no_more(self) -> None:
        """The page of another refusal shows the field for a witness alone."""
        self.needs_password = False
        self.fields["password"].required = False
        self["password"].label = self.base_fields["password"].label or ""

    def signature(self, worker_id: UUID | None) -> GivenSignature:
        """After validation: the signature, witnessed by this worker where they said so."""
        data = self.cleaned_data
        return GivenSignature(
            data["signer_name"], worker_id if data.get("witness") else None, data["copy_given"]
        )
