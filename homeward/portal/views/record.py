"""The client's own record."""

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.asked import day, instant
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.drugtests.actions import dispute_own_result
from homeward.drugtests.reaching import NotInThatState
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.queries import addenda_of, note_in_full, shared_part
from homeward.portal.own import Own
from homeward.portal.readers import Readers
from homeward.portal.record import PARTS, RecordPage, crisis_words
from homeward.portal.safety_plan import own_parts
from homeward.safety.models import CrisisNote, SafetyPlan


@requires(RecordClass.NOTES, get=Access.READ, kinds=(CLIENT,))
def record(request: HttpRequest) -> HttpResponse:
    """Signed notes, hard moments, safety plans and tests; one part further back where asked for."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    asked = next((name for name in PARTS if name in request.GET), None)
    if asked is None:
        page = RecordPage.of(own)
    else:
        until = (day if asked == "notes" else instant)(request.GET[asked])
        if until is None:
            raise Http404
        page = RecordPage.back_from(own, asked, until)
    return render(request, "portal/record.html", {"page": page})


@requires(RecordClass.DRUG_TESTS, post=Access.READ, kinds=(CLIENT,))
def dispute(request: HttpRequest, test_id: UUID) -> HttpResponse:
    """I say a result is wrong: it stands beside it, and my counselor looks."""
    form = ActionForm(request.POST)
    if form.is_valid():
        try:
            dispute_own_result(actor=request.actor, test_id=test_id, now=clock.now())  # type: ignore[attr-defined]
        except NotInThatState:
            messages.error(request, _("This one is settled. Talk with your counselor about it."))
        else:
            messages.success(request, _("We wrote it down. Your counselor will talk with you."))
    return redirect("portal:record")


@requires(RecordClass.NOTES, get=Access.READ, kinds=(CLIENT,))
def note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """One signed note: the part about me, and what was true for everyone in the room."""
    found = note_in_full(request.actor, note_id)  # type: ignore[attr-defined]
    if found.signed_at is None:
        raise Http404
    shared = shared_part(found.session)
    facts = {
        "note": found,
        "shared": shared if shared and shared.signed_at else None,
        "addenda": addenda_of(found),
    }
    return render(request, "portal/note.html", facts)


@requires(RecordClass.NOTES, get=Access.READ, kinds=(CLIENT,))
def crisis_note(request: HttpRequest, note_id: UUID) -> HttpResponse:
    """One signed note about a hard moment."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    rows = CrisisNote.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    found = rows.select_related("signed_by").get(pk=note_id, client=own.client)
    if found.signed_at is None:
        raise Http404
    facts = {"note": found, "title": crisis_words(found), "when": own.at_wall(found.started_at)}
    return render(request, "portal/crisis_note.html", facts)


@requires(RecordClass.ASSESSMENT, get=Access.READ, kinds=(CLIENT,))
def safety_plan_kept(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """One version of my safety plan, the one now or one before."""
    own = Own.of(request.actor)  # type: ignore[attr-defined]
    rows = SafetyPlan.objects.for_actor(own.actor, Purpose.CLIENT_REQUEST)
    plan = rows.get(pk=plan_id, client=own.client, active_at__isnull=False)
    facts = {"number": plan.number, "since": own.at_wall(plan.active_at), "parts": own_parts(plan)}
    return render(request, "portal/safety_plan_kept.html", facts)


@requires(RecordClass.AUDIT, get=Access.READ, kinds=(CLIENT,))
def readers(request: HttpRequest) -> HttpResponse:
    """Who looked, back from an instant where one is asked for."""
    asked = request.GET.get("until", "")
    until = _instant(asked) if asked else None
    page = Readers.of(Own.of(request.actor), until)  # type: ignore[attr-defined]
    return render(request, "portal/readers.html", {"page": page})


def _instant(words: str) -> datetime:
    found = instant(words)
    if found is None:
        raise Http404
    return found
