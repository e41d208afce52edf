"""The key a device seals with, the sealed entries it sends, and what waits for its writer."""

import json
from datetime import UTC, datetime
from uuid import UUID

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.attendance.offline import settle_entry, take_in
from homeward.attendance.sealing import current_key
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import Policy, guarded_by, requires
from homeward.desk.offline.applying import put_in_place
from homeward.desk.offline.pages import waiting_page
from homeward.kernel.records import RecordClass

# A device repeats what it does not know to have arrived; each entry carries its own key.
SENDING = Policy(RecordClass.SCHEDULE, (("POST", Access.WRITE),), once=False)
MOST = 50


@guarded_by(SENDING)
def key(request: HttpRequest) -> HttpResponse:
    """The public key to seal with; the private half never leaves the server."""
    row = current_key(clock.now())
    return JsonResponse({"id": str(row.pk), "public": row.public})


@guarded_by(SENDING)
def entries(request: HttpRequest) -> HttpResponse:
    """Take in sealed entries in their order; says of each what became of it."""
    actor = request.actor  # type: ignore[attr-defined]
    now = clock.now()
    if request.content_type != "application/json":
        raise BadRequest("entries: sent by another program")
    try:
        sent = json.loads(request.body)
        at = datetime.fromisoformat(sent["sent"]).astimezone(UTC)
        envelopes = [dict(each) for each in sent["entries"]][:MOST]
        keys = [str(UUID(str(each["key"]))) for each in envelopes]
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as fault:
        raise BadRequest("entries: sent by another program") from fault
    outcomes = {}
    for name, envelope in zip(keys, envelopes, strict=True):
        outcome, code = take_in(
            actor=actor, envelope=envelope, sent=at, now=now,
            apply=lambda entry: put_in_place(actor, entry, now),
        )  # fmt: skip
        outcomes[name] = {"outcome": outcome, "code": code}
    return JsonResponse({"outcomes": outcomes})


@requires(RecordClass.SCHEDULE, get=Access.READ)
def waiting(request: HttpRequest) -> HttpResponse:
    """What this account wrote without network and could not be put in its place."""
    page = waiting_page(request.actor)  # type: ignore[attr-defined]
    return render(request, "desk/offline/waiting.html", {"page": page})


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def settle(request: HttpRequest, entry_id: UUID) -> HttpResponse:
    """The writer has entered it by hand, or it is not needed."""
    settle_entry(actor=request.actor, entry_id=entry_id, now=clock.now())  # type: ignore[attr-defined]
    messages.success(request, _("Put away. Its words are gone from here."))
    return redirect("desk:offline_waiting")
