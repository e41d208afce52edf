"""The author's own notes about one client: written, read and closed by their author alone."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.clients.reach import short_name_for
from homeward.desk.counseling.forms import CounselingForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes import words
from homeward.notes.actions.keep_counseling_note import (
    close_counseling_note,
    counseling_notes_of,
    keep_counseling_note,
)
from homeward.notes.models import CounselingNote
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class Line:
    """One note of the reader's own."""

    when: str
    body: str
    is_closed: bool
    edit_url: str
    close_url: str
    close_form: ActionForm


@requires(RecordClass.COUNSELING_NOTES, get=Access.READ, post=Access.WRITE)
def notes(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The reader's own notes about a client in their care, and a new one."""
    form = CounselingForm(request.POST or None, initial={"on": clock.today()})
    if request.method == "POST" and form.is_valid() and _kept(request, client_id, form, None):
        return redirect("desk:counseling_notes", client_id)
    return _shown(request, client_id, form, None)


@requires(RecordClass.COUNSELING_NOTES, get=Access.READ, post=Access.WRITE)
def note(request: HttpRequest, client_id: UUID, counseling_note_id: UUID) -> HttpResponse:
    """Go on writing one of them."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    rows = CounselingNote.objects.for_actor(actor, Purpose.TREATMENT)
    row: CounselingNote = rows.get(
        pk=counseling_note_id, client_id=client_id, author_id=actor.worker_id
    )
    form = CounselingForm(
        request.POST or None, initial={"on": row.on, "body": row.body}, version=row.version
    )
    if request.method == "POST" and form.is_valid() and _kept(request, client_id, form, row.pk):
        return redirect("desk:counseling_notes", client_id)
    return _shown(request, client_id, form, row)


@requires(RecordClass.COUNSELING_NOTES, post=Access.WRITE)
def close(request: HttpRequest, client_id: UUID, counseling_note_id: UUID) -> HttpResponse:
    """From now on it stays as it is."""
    close_counseling_note(
        actor=request.actor,  # type: ignore[attr-defined]
        client_id=client_id,
        note_id=counseling_note_id,
        now=clock.now(),
    )
    messages.success(request, _("Closed. It stays as it is."))
    return redirect("desk:counseling_notes", client_id)


def _kept(request: HttpRequest, client_id: UUID, form: CounselingForm, note_id: Any) -> bool:
    try:
        keep_counseling_note(
            actor=request.actor,  # type: ignore[attr-defined]
            client_id=client_id,
            note_id=note_id,
            on=form.cleaned_data["on"],
            body=form.cleaned_data["body"],
            expected_version=form.expected_version if note_id else None,
            now=clock.now(),
        )
    except StaleVersion:
        raise
    except Refusal as refusal:
        for code in refusal.codes:
            form.add_error("body", words.refusal(code))
        return False
    messages.success(request, _("Kept, for you alone."))
    return True


def _shown(request: HttpRequest, client_id: UUID, form: Any, row: Any) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    clients = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = clients.get(pk=client_id)
    page = {
        "name": short_name_for(actor, client),
        "address": request.path,
        "own_url": reverse("desk:counseling_notes", args=[client_id]),
        "chart_url": reverse("desk:chart", args=[client_id]),
        "lines": [_line(each) for each in counseling_notes_of(actor, client_id)],
        "is_editing": row is not None,
        "is_closed": row is not None and row.closed_at is not None,
    }
    context = {"page": page, "form": form}
    status = 422 if form.errors else 200
    return render(request, "desk/counseling/notes.html", context, status=status)


def _line(row: CounselingNote) -> Line:
    ids = [row.client_id, row.pk]
    return Line(
        when=date_format(row.on, "l j F Y"),
        body=str(row.body),
        is_closed=row.closed_at is not None,
        edit_url=reverse("desk:counseling_note", args=ids),
        close_url=reverse("desk:counseling_close", args=ids),
        close_form=ActionForm(auto_id=f"close_{row.pk}_%s"),
    )
