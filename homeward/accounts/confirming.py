"""Whether who sits here is who signed in: the password once more, tries counted as at the door."""

import time
from datetime import datetime, timedelta
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from django import forms
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward import audit
from homeward.accounts.freshness import FRESH_FOR
from homeward.core import clock, limits
from homeward.core.crypto import digest_of
from homeward.core.forms import ActionForm

MOST_WRONG = 20  # in an hour, of one account
# A minute is left for reading the page between opening it and signing.
MARGIN = timedelta(minutes=1)
CLOCKS_DIFFER_SECONDS = 5.0


def refusal_of_password(request: HttpRequest, password: str) -> str:
    """Why the password does not confirm the account of this session; empty when it does.

    Too many wrong ones are held back: an open screen is no place to guess at.
    """
    key = f"password:{digest_of(f'wrong password|{request.user.pk}')[:24]}"
    if limits.counted(key) >= MOST_WRONG:
        return _("Too many tries. Wait an hour, then try again.")
    name = request.user.get_username()
    try:
        account = get_adapter(request).authenticate(request, username=name, password=password)
    except ValidationError as fault:
        return str(fault.message)
    if account is not None and account.pk == request.user.pk:
        return ""
    limits.count(request, key)
    return _("That is not the password of this account. Try again.")


class OneHere:
    """The account of this session, for a form that asks only whether a password is right.

    Wrong ones count as at the door: a tablet that was handed over is no place to guess at.
    """

    def __init__(self, request: HttpRequest) -> None:
        self.request = request
        self.refusal = ""

    def check_password(self, typed: str) -> bool:
        """Whether it is the password of this account; `refusal` says why not. A no is audited."""
        self.refusal = (
            refusal_of_password(self.request, typed) if typed else _("This is not your password.")
        )
        if typed and self.refusal:
            note_refused(self.request, clock.now())
        return not self.refusal

    @property
    def is_known(self) -> bool:
        """Whether they showed a short while ago who they are; then nothing is asked again."""
        return is_fresh(self.request, clock.now())

    def stays_known(self) -> None:
        """A right password counts for every signature of the next minutes."""
        reauthenticate_by_password(self.request)


def note_refused(request: HttpRequest, at: datetime) -> None:
    """Somebody in this session did not show who they are before a signature."""
    audit.record(
        "accounts.signature.refused",
        actor=request.actor,  # type: ignore[attr-defined]
        at=at,
        permitted=False,
    )


def authenticated_at(request: HttpRequest, now: datetime) -> datetime | None:
    """The last sign-in or confirmation of this session, on the clock that `now` comes from.

    One that lies ahead, because the machine's clock was set back since, counts for nothing.
    """
    present = time.time()
    ages = [
        present - float(record["at"])
        for record in get_authentication_records(request, request.user)
        if "at" in record
    ]
    real = [max(0.0, age) for age in ages if age >= -CLOCKS_DIFFER_SECONDS]
    return now - timedelta(seconds=min(real)) if real else None


def is_fresh(request: HttpRequest, now: datetime) -> bool:
    """Whether a signature now needs no password; a minute is left for reading the page."""
    at = authenticated_at(request, now)
    return at is not None and now - at < FRESH_FOR - MARGIN


class SigningForm(ActionForm):
    """A form that signs: it asks for the password unless it was entered a short while ago.

    What was typed into the other fields stays; a right password counts for every signature of the
    next minutes. A wrong one is audited, and too many are held back.
    """

    password = forms.CharField(
        label=gettext_lazy("Your password, to sign"),
        error_messages={"required": gettext_lazy("Enter your password again to sign.")},
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )

    def __init__(self, *args: Any, request: HttpRequest, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.request, self.now = request, now
        asked = self.fields.pop("password")
        if not is_fresh(request, now):
            self.fields["password"] = asked  # the last thing somebody types

    @property
    def confirmed_at(self) -> datetime | None:
        """When the signer confirmed who they are; what the signing action is told."""
        return authenticated_at(self.request, self.now)

    def clean_password(self) -> str:
        """The password of whoever sits here; from now on they are known again."""
        typed = self.cleaned_data["password"]
        if not typed:
            raise forms.ValidationError(self.fields["password"].error_messages["required"])
        if refusal := refusal_of_password(self.request, typed):
            note_refused(self.request, self.now)
            raise forms.ValidationError(refusal, code="wrong")
        reauthenticate_by_password(self.request)
        return ""

    def clean(self) -> dict[str, Any]:
        """Once confirmed, the password is not asked again because another field was refused."""
        cleaned = super().clean() or self.cleaned_data
        if "password" in cleaned:
            del self.fields["password"], cleaned["password"]
        return cleaned


class SignedHereForm(SigningForm):
    """What a client or a guardian signs on a worker's screen: whoever is here says who they are.

    A name is typed by anybody who finds a screen left open; only with this it counts as theirs.
    """

    password = forms.CharField(
        label=gettext_lazy("Password of the staff member who is here"),
        error_messages={
            "required": gettext_lazy("The staff member who is here enters their password.")
        },
        widget=forms.PasswordInput(attrs={"autocomplete": "current-password"}),
    )
