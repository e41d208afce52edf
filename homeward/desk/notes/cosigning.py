"""The supervisor's queue of notes to co-sign: one is open, a key signs it, the next one opens."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.asked import whole_number
from homeward.core.policies import requires
from homeward.desk.clients.reach import short_name_for
from homeward.desk.notes.freshness import is_fresh
from homeward.desk.notes.pages import NotePage, note_page
from homeward.desk.words import initials_of
from homeward.kernel.records import RecordClass
from homeward.notes.cosign_queue import (
    awaiting_cosignature,
    days_to_cosign,
    due_at,
    waiting_by_author,
)
from homeward.notes.models import ClientNote

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
    return f"{reverse('desk:note_cosign_queue')}?at={whole_number(at) or 0}"


def queue_page(actor: Actor, now: datetime, *, asked: str, at: str, is_fresh: bool) -> QueuePage:
    """The queue, the oldest first; open is the note asked for, else the one at that place."""
    authors = waiting_by_author(actor, now)
    count, days = sum(each.count for each in authors), days_to_cosign(now)
    waiting = awaiting_cosignature(actor, now)
    place = _place(waiting, count, asked, at)
    before = max(0, place - 1)
    near = list(waiting[before : place + 2])
    here = place - before
    return QueuePage(
        rows=tuple(
            _row(actor, note, due_at(note, days), now, is_open=n == place)
            for n, note in enumerate(waiting[:SHOWN])
        ),
        count=count,
        late=sum(each.late for each in authors),
        note=note_page(actor, near[here].pk, now, is_fresh=is_fresh) if near else None,
        place=place,
        previous_url=_url(near[here - 1]) if here > 0 else "",
        next_url=_url(near[here + 1]) if here + 1 < len(near) else "",
    )


def _place(waiting: QuerySet[ClientNote], count: int, asked: str, at: str) -> int:
    """The place of the note asked for, else the place asked for, within the queue."""
    if found := waiting.filter(pk=asked).first() if _is_id(asked) else None:
        earlier = Q(signed_at__lt=found.signed_at) | Q(signed_at=found.signed_at, pk__lt=found.pk)
        return waiting.filter(earlier).count()
    return max(0, min(whole_number(at) or 0, count - 1))


def _is_id(asked: str) -> bool:
    try:
        UUID(asked)
    except ValueError:
        return False
    return True


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
