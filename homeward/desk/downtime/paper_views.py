"""Keying what was written on paper, and the author's own word on it."""

from datetime import datetime, time
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.attendance import words as attendance_words
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.asked import day as asked_day
from homeward.core.policies import requires
from homeward.core.reasons_words import known
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.desk.downtime.forms import AnswerForm, KeyingForm
from homeward.desk.downtime.paper_pages import KeyingPage, PaperPage, form_for
from homeward.desk.refusing import say_no
from homeward.desk.sessions.pages import session_of
from homeward.downtime import actions
from homeward.downtime.queries import is_own_paper
from homeward.kernel.records import RecordClass
from homeward.notes import words as note_words
from homeward.timetable.models import GroupSession

ROOM = "desk/downtime"
FIELDS = {
    "paper_words_missing": "words",
    "paper_times_missing": "came",
    "paper_written_later": "written_at",
    "paper_written_too_early": "written_at",
    "paper_author_unknown": "author",
    "paper_left_before": "left",
}


@requires(RecordClass.SCHEDULE, get=Access.WRITE)
def paper(request: HttpRequest) -> HttpResponse:
    """The sessions of a day to key for, and what waits for the reader as its author."""
    actor = request.actor  # type: ignore[attr-defined]
    page = PaperPage.of(actor, asked_day(request.GET.get("on", "")), clock.now())
    return render(request, f"{ROOM}/paper.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def keying(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """Key one line or one sheet of one session."""
    actor = request.actor  # type: ignore[attr-defined]
    session = session_of(actor, session_id)
    form = form_for(actor, session, request.POST or None)
    if request.method == "POST" and form.is_valid():
        client_id, author_id = form.chosen
        zone = ZoneInfo(session.site.time_zone)
        try:
            entry = actions.key_paper_entry(
                actor=actor,
                session_id=session.pk,
                client_id=client_id,
                author_id=author_id,
                now=clock.now(),
                words=form.cleaned_data["words"],
                written_at=form.cleaned_data["written_at"].replace(tzinfo=zone),
                came_at=_on_the_day(form, "came", session, zone),
                left_at=_on_the_day(form, "left", session, zone),
            )
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            _say(form, refusal)
        else:
            mine = entry is not None and entry.author_id == actor.worker_id
            if entry is None:
                said = _("The times are in the register as they were.")
            elif mine:
                said = _("Kept. Look at it below and take it into your note.")
            else:
                said = _("Kept. Its author is asked to look at it.")
            messages.success(request, said)
            return redirect("desk:paper_entries" if mine else request.path)
    page = KeyingPage.of(actor, session, form)
    status = 422 if form.errors else 200
    return render(request, f"{ROOM}/keying.html", {"page": page, "form": form}, status=status)


@requires(RecordClass.NOTES, post=Access.WRITE)
def taking(request: HttpRequest, paper_id: UUID) -> HttpResponse:
    """The author takes the words into the record, or declines them."""
    actor, now = request.actor, clock.now()  # type: ignore[attr-defined]
    if not is_own_paper(actor, paper_id):
        raise Http404
    form: Any = AnswerForm(request.POST)
    form.entry_id = paper_id
    if form.is_valid():
        take = form.cleaned_data["answer"] == "take"
        perform = actions.take_paper_entry if take else actions.decline_paper_entry
        try:
            perform(actor=actor, entry_id=paper_id, now=now, expected_version=form.expected_version)
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            _say(form, refusal)
        else:
            said = _("In the record, marked as a late entry.") if take else _("Declined.")
            messages.success(request, said)
            return redirect("desk:paper_entries")
    page = PaperPage.of(actor, None, now, form)
    return render(request, f"{ROOM}/paper.html", {"page": page, "form": form}, status=422)


def _on_the_day(
    form: KeyingForm, name: str, session: GroupSession, zone: ZoneInfo
) -> datetime | None:
    """A time of the sheet as an instant on the day of the session, in the site's wall time."""
    at: time | None = form.cleaned_data[name]
    return datetime.combine(session.on, at, zone) if at else None


def _say(form: Any, refusal: Refusal) -> None:
    """The register's and the notes' own refusals in their own words."""
    ours = [code for code in refusal.codes if code in known()]
    if len(ours) == len(refusal.codes):
        say_no(form, refusal, FIELDS)
        return
    for code in refusal.codes:
        from_notes = note_words.refusal(code)
        said = attendance_words.refusal(code)
        form.add_error(None, from_notes if said == code else said)
