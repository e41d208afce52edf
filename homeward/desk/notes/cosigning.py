"""The supervisor's queue of notes to co-sign: one is open, a key signs it, the next one opens."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.desk.clients.reach import short_name_for
from homeward.desk.notes.freshness import is_fresh
from homeward.desk.notes.pages import NotePage, note_page
from homeward.desk.words import initials_of
from homeward.kernel.records import RecordClass
from homeward.notes.models import ClientNote
from homeward.notes.queries import awaiting_cosignature
from homeward.notes.rules.due import cosign_due_at
from homeward.program.queries import numbers_for

SHOWN = 40


@dataclass(frozen=True, slots=True)
class Waiting:
    """One note in the queue."""

    note_id: UUID
    initials: str
    name: str
    title: str
    sub: str
    is_late: bool
    is_open: bool
    url: str


@dataclass(frozen=True, slots=True)
class QueuePage:
    """The queue with the open note in full; `note` is None when nothing waits."""

    rows: tuple[Waiting, ...]
    count: int
    late: int
    note: NotePage | None
    place: int
    previous_url: str
    next_url: str


@requires(RecordClass.NOTES, get=Access.APPROVE)
def queue(request: HttpRequest) -> HttpResponse:
    """What waits for this supervisor's signature."""
    now = clock.now()
    page = queue_page(
        request.actor,  # type: ignore[attr-defined]
        now,
        asked=request.GET.get("note", ""),
        at=request.GET.get("at", ""),
        is_fresh=is_fresh(request, now),
    )
    return render(request, "desk/notes/queue.html", {"page": page})


def next_in_queue(at: str) -> str:
    """The address of the note that moved up to this place."""
    place = int(at) if at.isdigit() and len(at) < 4 else 0
    return f"{reverse('desk:note_cosign_queue')}?at={place}"


def queue_page(actor: Actor, now: datetime, *, asked: str, at: str, is_fresh: bool) -> QueuePage:
    """The queue, the oldest first; open is the note asked for, else the one at that place."""
    waiting = awaiting_cosignature(actor, now)
    place = _place(waiting, asked, at)
    due = {note.pk: due_at(note) for note in waiting}
    rows = tuple(
        _row(actor, note, due[note.pk], now, is_open=n == place)
        for n, note in enumerate(waiting[:SHOWN])
    )
    return QueuePage(
        rows=rows,
        count=len(waiting),
        late=sum(now > each for each in due.values()),
        note=note_page(actor, waiting[place].pk, now, is_fresh=is_fresh) if waiting else None,
        place=place,
        previous_url=_url(waiting[place - 1]) if place > 0 else "",
        next_url=_url(waiting[place + 1]) if place + 1 < len(waiting) else "",
    )


def due_at(note: ClientNote) -> datetime:
    """Until when a signed note of somebody under supervision should be co-signed."""
    assert note.signed_at is not None
    days: Any = numbers_for(note.session.program, note.session.on)["trainee_cosign_days"]
    return cosign_due_at(note.signed_at, days)


def _place(waiting: list[ClientNote], asked: str, at: str) -> int:
    for n, note in enumerate(waiting):
        if str(note.pk) == asked:
            return n
    wanted = int(at) if at.isdigit() and len(at) < 4 else 0
    return max(0, min(wanted, len(waiting) - 1))


def _url(note: ClientNote) -> str:
    return f"{reverse('desk:note_cosign_queue')}?note={note.pk}"


def _row(actor: Actor, note: ClientNote, due: datetime, now: datetime, *, is_open: bool) -> Waiting:
    zone = ZoneInfo(note.session.site.time_zone)
    name = short_name_for(actor, note.client)
    is_soon = due - now <= timedelta(days=1)
    until = _("until %(day)s") % {"day": date_format(due.astimezone(zone), "D j M")}
    return Waiting(
        note.pk,
        initials_of(name),
        name,
        _("%(session)s · %(day)s")
        % {"session": note.session.name, "day": date_format(note.on, "D j M")},
        f"{note.author.name} · {until}",
        now > due or is_soon,
        is_open,
        _url(note),
    )
