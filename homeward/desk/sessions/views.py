"""One session: who leads instead, a place for one time, the telehealth link, cancelling."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.attendance import words
from homeward.attendance.actions import DropInRefused, Fallen, cancel_with_offers, drop_in
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.sessions.forms import CancelForm, LeaderForm, LinkForm, PlaceForm
from homeward.desk.sessions.pages import SessionPage, session_of
from homeward.kernel.records import RecordClass
from homeward.timetable.actions import set_session_link, substitute_leader
from homeward.timetable.joining import has_link

# The forms that ask one thing: a refusal is about that thing.
ONE_FIELD = ("chart_number", "address")


@requires(RecordClass.SCHEDULE, get=Access.READ)
def session(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """The session, who could lead it, and what may be done with it."""
    return _shown(request, session_id)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def leader(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Let a colleague lead instead."""
    actor = request.actor  # type: ignore[attr-defined]
    session_of(actor, session_id)
    form = LeaderForm(request.POST)
    if not form.is_valid():
        return _shown(request, session_id, form)
    try:
        made = substitute_leader(
            actor=actor,
            session_id=session_id,
            worker_id=form.cleaned_data["worker"],
            reason=form.cleaned_data["reason"],
            now=clock.now(),
            expected_version=form.expected_version,
        )
    except StaleVersion:
        raise
    except Refusal as refusal:
        return _refused(request, session_id, form, refusal)
    said = (
        _("%(name)s leads this session now.") % {"name": made.instead.name}
        if not made.new_faces
        else ngettext(
            "%(name)s leads this session now; a new face for %(count)s client.",
            "%(name)s leads this session now; a new face for %(count)s clients.",
            made.new_faces,
        )
        % {"name": made.instead.name, "count": made.new_faces}
    )
    messages.success(request, said)
    return redirect("desk:session", session_id)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def place(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Give a place for one time, or say why not."""
    actor = request.actor  # type: ignore[attr-defined]
    session_of(actor, session_id)
    form = PlaceForm(request.POST)
    if not form.is_valid():
        return _shown(request, session_id, form)
    try:
        drop_in(
            actor=actor,
            session_id=session_id,
            chart_number=form.cleaned_data["chart_number"],
            now=clock.now(),
        )
    except DropInRefused as refusal:
        return _refused(request, session_id, form, refusal, refusal.decision)
    except Refusal as refusal:
        return _refused(request, session_id, form, refusal)
    messages.success(request, _("The place is taken, for this one time."))
    return redirect("desk:session", session_id)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def link(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Keep the address where the session is joined from afar."""
    actor = request.actor  # type: ignore[attr-defined]
    had_one = has_link(session_of(actor, session_id))
    form = LinkForm(request.POST)
    if not form.is_valid():
        return _shown(request, session_id, form)
    try:
        set_session_link(
            actor=actor,
            session_id=session_id,
            address=form.cleaned_data["address"],
            now=clock.now(),
            expected_version=form.expected_version,
        )
    except StaleVersion:
        raise
    except Refusal as refusal:
        return _refused(request, session_id, form, refusal)
    if form.cleaned_data["address"].strip():
        said = _("The link is kept. Who sits or leads there sees it shortly before, nobody else.")
    else:
        said = _("The link is taken away.") if had_one else _("No link is kept.")
    messages.success(request, said)
    return redirect("desk:session", session_id)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def cancel(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Cancel the session and offer everybody another place at once."""
    actor = request.actor  # type: ignore[attr-defined]
    found = session_of(actor, session_id)
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _shown(request, session_id, form)
    try:
        fallen = cancel_with_offers(
            actor=actor,
            session_id=session_id,
            reason=form.cleaned_data["reason"],
            now=clock.now(),
            expected_version=form.expected_version,
        )
    except StaleVersion:
        raise
    except Refusal as refusal:
        return _refused(request, session_id, form, refusal)
    messages.success(request, said_of(fallen))
    return redirect(f"{reverse('desk:guard')}?week={found.on.isoformat()}")


def said_of(fallen: Fallen) -> str:
    """What became of a cancellation, in words."""
    count = len({offer.client_id for offer in fallen.offers})
    parts = [
        ngettext("%d session is cancelled.", "%d sessions are cancelled.", len(fallen.sessions))
        % len(fallen.sessions),
    ]
    if count:
        parts.append(
            ngettext(
                "%d client is offered another place.",
                "%d clients are offered another place.",
                count,
            )
            % count
        )
    if fallen.without_place:
        parts.append(
            ngettext(
                "For %d client nothing fits yet; they stand under Hours.",
                "For %d clients nothing fits yet; they stand under Hours.",
                fallen.without_place,
            )
            % fallen.without_place
        )
    if fallen.elsewhere:
        parts.append(
            ngettext(
                "%d client is cared for by colleagues, who see it under Hours.",
                "%d clients are cared for by colleagues, who see it under Hours.",
                fallen.elsewhere,
            )
            % fallen.elsewhere
        )
    return " ".join(parts)


def _refused(
    request: HttpRequest, session_id: UUID, form: Any, refusal: Refusal, decision: Any = None
) -> HttpResponse:
    field = next((name for name in ONE_FIELD if name in form.fields), None)
    for code in refusal.codes:
        form.add_error(field, words.refusal(code))
    return _shown(request, session_id, form, decision)


def _shown(
    request: HttpRequest, session_id: UUID, form: Any = None, decision: Any = None
) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    page = SessionPage.of(actor, session_id, clock.now(), form, decision)
    context = {"page": page, "form": form}
    return render(request, "desk/sessions/session.html", context, status=422 if form else 200)
