"""The client's own record."""

from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.kernel.records import RecordClass
from homeward.notes.queries import addenda_of, note_in_full, shared_part
from homeward.portal.own import Own
from homeward.portal.readers import Readers
from homeward.portal.record import RecordPage


@requires(RecordClass.NOTES, get=Access.READ, kinds=(CLIENT,))
def record(request: HttpRequest) -> HttpResponse:
    """Signed notes and tests."""
    page = RecordPage.of(Own.of(request.actor))  # type: ignore[attr-defined]
    return render(request, "portal/record.html", {"page": page})


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


@requires(RecordClass.AUDIT, get=Access.READ, kinds=(CLIENT,))
def readers(request: HttpRequest) -> HttpResponse:
    """Who looked."""
    page = Readers.of(Own.of(request.actor))  # type: ignore[attr-defined]
    return render(request, "portal/readers.html", {"page": page})
