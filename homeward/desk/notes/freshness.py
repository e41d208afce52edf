"""When the person last showed who they are: what a signature leans on."""

from datetime import datetime

from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from django.http import HttpRequest

from homeward import audit
from homeward.accounts.confirming import authenticated_at, is_fresh, refusal_of_password
from homeward.desk.notes.forms import SignForm

__all__ = ["authenticated_at", "confirmed_at", "is_fresh"]


def confirmed_at(request: HttpRequest, form: SignForm, now: datetime) -> datetime | None:
    """When the signer confirmed who they are; a password in the form counts as now.

    A wrong password becomes an error of the form and is audited; too many are held back.
    """
    if "password" not in form.fields:
        return authenticated_at(request, now)
    if refusal := refusal_of_password(request, form.cleaned_data.get("password", "")):
        form.add_error("password", refusal)
        audit.record(
            "notes.note.signature_refused",
            actor=request.actor,  # type: ignore[attr-defined]
            at=now,
            permitted=False,
        )
        return None
    reauthenticate_by_password(request)
    return now
