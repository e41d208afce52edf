"""The group room, its autosaves, its register, and the review after it."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.attendance import words as attendance_words
from homeward.attendance.actions import mark_attendance
from homeward.attendance.keeping_safe import REASON
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import Policy, guarded_by, requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.group import pages
from homeward.desk.group.ending import ending_of
from homeward.desk.group.forms import (
    CancelForm,
    EndForm,
    MarkForm,
    OtherMarkForm,
    SharedTyped,
)
from homeward.desk.group.note_forms import NoteTyped
from homeward.desk.group.panel import names_words, saved_words
from homeward.desk.group.review import review_page
from homeward.desk.notes.answers import contacts_for
from homeward.desk.notes.freshness import is_fresh
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes import words as notes_words
from homeward.notes.actions import (
    GroupIncomplete,
    close_group,
    save_note_draft,
    save_shared_part,
)
from homeward.notes.asking import asked_of
from homeward.notes.drafting import people_of
from homeward.notes.lost_answers import Sending
from homeward.notes.models import ClientNote
from homeward.notes.queries import shared_part
from homeward.notes.rules.parts import FORMATS
from homeward.timetable import words as timetable_words
from homeward.timetable.actions import cancel_session

# Autosave sends the same form with other words every few seconds, so its key cannot be used once;
# saving is safe to repeat by itself.
AUTOSAVE = Policy(RecordClass.NOTES, (("POST", Access.WRITE),), once=False)
STALE = 409


@requires(RecordClass.SCHEDULE, get=Access.READ)
def room(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Who is here, and the selected client's part."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    page = pages.room_page(actor, session, request.GET.get("client", ""))
    return render(request, "desk/group/room.html", {"page": page})


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def attendance(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Mark one client of the roster."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    form = OtherMarkForm(request.POST) if "other" in request.POST else MarkForm(request.POST)
    client = request.POST.get("client", "")
    if not form.is_valid():
        said = pages.Said(" ".join(str(line) for lines in form.errors.values() for line in lines))
        return room_again(request, session, client, status=422, said=said)
    typed = form.cleaned_data
    try:
        mark = mark_attendance(
            actor=actor,
            seat_id=typed["seat"],
            state=typed["state"],
            at=form.happened_at(session.on, session.site.time_zone),
            reason=typed["reason"],
            approved=True,
            appears_intoxicated=typed["appears_intoxicated"],
            is_agreed=typed["is_agreed"],
            expected_version=form.expected_version,
            now=clock.now(),
        )
    except Refusal as refusal:
        text = " ".join(attendance_words.refusal(code) for code in refusal.codes)
        said = pages.Said(text, getattr(refusal, "decision", None))
        return room_again(request, session, client, status=422, said=said)
    if mark.reason == REASON:
        messages.warning(request, attendance_words.KEPT_SAFE)
    return redirect(_address(session_id, client))


@guarded_by(AUTOSAVE)
def draft(request: HttpRequest, session_id: UUID, client_id: UUID) -> HttpResponse:
    """Save a client's part; scripts get a small answer, a button the whole room."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    asked = asked_of(
        session, is_telehealth="telehealth" in request.POST, is_late="late" in request.POST
    )
    style = request.POST.get("style", "")
    form = NoteTyped(
        request.POST,
        style=style if style in FORMATS else "",
        asked=asked,
        contacts=contacts_for(actor, asked, client_id),
    )
    if form.is_valid():
        try:
            note = save_note_draft(
                actor=actor,
                session_id=session_id,
                client_id=client_id,
                **form.written(),
                expected_version=_seen_version(request, form),
                sending=Sending.of(request.POST),
                now=clock.now(),
            )
        except Refusal as refusal:
            _say(form, refusal)
            is_stale = isinstance(refusal, StaleVersion)
        else:
            if not request.htmx:  # type: ignore[attr-defined]
                return redirect(_address(session_id, str(client_id)))
            saved = {
                "saved": saved_words(note.saved_at, session.site.time_zone),
                "version": note.version,
                "names": names_words(note.body, client_id, people_of(session)),
            }
            return render(request, "desk/group/_saved.html", saved)
    else:
        is_stale = False
    status = STALE if is_stale else 422
    typed = {"draft_typed": request.POST}
    theirs = _stands_now(actor, session_id, client_id) if is_stale else ""
    return _not_saved(
        request, session, form, "note-state", status, str(client_id), theirs=theirs, **typed
    )


@guarded_by(AUTOSAVE)
def shared(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Save the part that is true for everyone."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    form = SharedTyped(request.POST)
    is_stale = False
    if form.is_valid():
        try:
            note = save_shared_part(
                actor=actor,
                session_id=session_id,
                body=form.cleaned_data["shared"],
                expected_version=_seen_version(request, form),
                sending=Sending.of(request.POST),
                now=clock.now(),
            )
        except Refusal as refusal:
            _say(form, refusal)
            is_stale = isinstance(refusal, StaleVersion)
        else:
            if not request.htmx:  # type: ignore[attr-defined]
                return redirect(_address(session_id, request.POST.get("client", "")))
            saved = {
                "saved": saved_words(note.saved_at, session.site.time_zone),
                "version": note.version,
                "of": "shared",
            }
            return render(request, "desk/group/_saved.html", saved)
    status = STALE if is_stale else 422
    kept = shared_part(session) if is_stale else None
    theirs = kept.body if kept else ""
    return _not_saved(
        request, session, form, "shared-state", status, "", theirs=theirs, shared_form=form
    )


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def register(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """End the group: the register closes, the notes wait for review."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    form = EndForm(request.POST)
    form.full_clean()
    try:
        close_group(
            actor=actor,
            session_id=session_id,
            now=clock.now(),
            expected_version=form.cleaned_data.get("form_version"),
        )
    except GroupIncomplete as refusal:
        text = " ".join(notes_words.refusal(code) for code in refusal.codes)
        said = pages.Said(text, refusal.decision)
        return room_again(request, session, _first_of(refusal), status=422, said=said)
    except Refusal as refusal:
        text = " ".join(attendance_words.refusal(code) for code in refusal.codes)
        return room_again(request, session, "", status=422, said=pages.Said(text))
    messages.success(request, _("The register is closed. Minutes are final."))
    return redirect("desk:group_review", session_id)


@requires(RecordClass.NOTES, get=Access.READ)
def review(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Each note once more, then signed."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    now = clock.now()
    page = review_page(actor, session, now, is_fresh=is_fresh(request, now))
    return render(request, "desk/group/review.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.READ)
def ending(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """The list of what ending finds, for an open page to show anew; numbers alone."""
    session = pages.session_of(request.actor, session_id)  # type: ignore[attr-defined]
    page = {
        "session_id": session.pk,
        "is_closed": session.closed_at is not None,
        "ending": ending_of(session),
    }
    return render(request, "desk/group/_ending.html", {"page": page})


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def cancellation(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Cancel a session that has not ended."""
    actor = request.actor  # type: ignore[attr-defined]
    session = pages.session_of(actor, session_id)
    form = CancelForm(request.POST)
    if form.is_valid():
        try:
            cancel_session(
                actor=actor,
                session_id=session_id,
                reason=form.cleaned_data["reason"],
                now=clock.now(),
                expected_version=form.expected_version,
            )
        except Refusal as refusal:
            text = " ".join(timetable_words.refusal(code) for code in refusal.codes)
            return room_again(request, session, "", status=422, said=pages.Said(text))
        messages.success(request, _("The session is cancelled. Its seats are free again."))
        return redirect(f"{reverse('desk:week')}?week={session.on.isoformat()}")
    return room_again(request, session, "", status=422, cancel_form=form)


def room_again(
    request: HttpRequest, session: Any, client: str, *, status: int, **typed: Any
) -> HttpResponse:
    """The whole room with what was typed and why it was refused."""
    actor = request.actor  # type: ignore[attr-defined]
    page = pages.room_page(actor, session, client, **typed)
    forms = [form for form in typed.values() if hasattr(form, "errors")]
    context = {"page": page, "form": forms[0] if forms else None}
    return render(request, "desk/group/room.html", context, status=status)


def _stands_now(actor: Any, session_id: UUID, client_id: UUID) -> str:
    """The words of a client's part as somebody else left them."""
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    found = notes.filter(session_id=session_id, client_id=client_id).first()
    return found.body if found else ""


def _first_of(refusal: GroupIncomplete) -> str:
    """The first client who stands in the way, so that the page shows their part."""
    return next((refs[0] for refs in refusal.decision.extras.values()), "")


def _not_saved(
    request: HttpRequest,
    session: Any,
    form: Any,
    state: str,
    status: int,
    client: str,
    theirs: str = "",
    **typed: Any,
) -> HttpResponse:
    """What was typed stays: in the window with scripts, in the page that comes back without.

    Where somebody else changed it, what stands there now is shown beside it.
    """
    text = " ".join(str(line) for lines in form.errors.values() for line in lines)
    if request.htmx:  # type: ignore[attr-defined]
        facts = {"text": text, "state": state, "is_stale": status == STALE, "theirs": theirs}
        return render(request, "desk/group/_not_saved.html", facts, status=status)
    typed = {**typed, "said": pages.Said(text), "is_stale": status == STALE}
    return room_again(request, session, client, status=status, **typed)


def _seen_version(request: HttpRequest, form: Any) -> int | None:
    """The version the writer saw: 0 when there was no draft; None when theirs shall stand."""
    if "overwrite" in request.POST:
        return None
    return form.expected_version or 0


def _say(form: Any, refusal: Refusal) -> None:
    for code in refusal.codes:
        form.add_error(None, notes_words.refusal(code))


def _address(session_id: UUID, client: str) -> str:
    url = reverse("desk:group_room", args=[session_id])
    return f"{url}?client={client}" if client else url
