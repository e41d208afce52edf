"""When the person last showed who they are: what a signature leans on."""

import time
from datetime import datetime, timedelta

from allauth.account.internal.flows.login import get_authentication_records
from allauth.account.internal.flows.reauthentication import reauthenticate_by_password
from django.http import HttpRequest

from homeward import audit
from homeward.accounts.confirming import refusal_of_password
from homeward.desk.notes.forms import SignForm
from homeward.notes.actions.sign_note import FRESH_FOR


def authenticated_at(request: HttpRequest, now: datetime) -> datetime | None:
    """The last sign-in or confirmation of this session, on the clock that `now` comes from."""
    moments = [
        float(record["at"])
        for record in get_authentication_records(request, request.user)
        if "at" in record
    ]
    if not moments:
        return None
    return now - timedelta(seconds=max(0.0, time.time() - max(moments)))


def is_fresh(request: HttpRequest, now: datetime) -> bool:
    """Whether a signature now needs no password; a minute is left for reading the page."""
    at = authenticated_at(request, now)
    return at is not None and now - at < FRESH_FOR - timedelta(minutes=1)


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
