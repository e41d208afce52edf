"""Notes that were due and are not signed, for whoever supervises their authors."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.models import ClientNote
from homeward.notes.queries import UNREAD
from homeward.notes.rules.due import due_before
from homeward.program.models import Program
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker

FIRST_NOTES = 5
ESCALATION = "note_escalation_hours"


@dataclass(frozen=True, slots=True)
class LateOf:
    """One author's late notes: how many, and those due first, the longest late at the top."""

    author: Worker
    count: int
    notes: tuple[ClientNote, ...]


def late_notes(actor: Actor, now: datetime) -> tuple[LateOf, ...]:
    """Late notes by author, who is furthest behind first; nothing for who supervises nobody.

    A note comes here the program's `note_escalation_hours`, as they hold today, after it was due.
    However many are late, a few rows an author leave the database.
    """
    if not may(actor.roles, RecordClass.NOTES, Access.APPROVE):
        return ()
    late = Q(pk__in=())
    for program, before in _lines(now):
        late |= Q(session__program=program, due_at__lte=before)
    by_author: dict[Worker, list[ClientNote]] = {}
    for note in _first_of_each(actor, late):
        by_author.setdefault(note.author, []).append(note)
    found = [LateOf(who, notes[0].late_count, tuple(notes)) for who, notes in by_author.items()]
    return tuple(sorted(found, key=lambda each: each.notes[0].due_at))


def _lines(now: datetime) -> Iterator[tuple[Program, datetime]]:
    """Each program with the instant before which a note must have been due to be late."""
    for program in Program.objects.order_by("pk"):
        yield program, due_before(now, numbers_for(program, local_day(now))[ESCALATION])


def _first_of_each(actor: Actor, late: Q) -> QuerySet[ClientNote]:
    return (
        ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
        .filter(late, signed_at=None)
        .exclude(author_id=actor.worker_id)
        .annotate(
            place=Window(RowNumber(), partition_by=F("author_id"), order_by=["due_at", "pk"]),
            late_count=Window(Count("pk"), partition_by=F("author_id")),
        )
        .filter(place__lte=FIRST_NOTES)
        .select_related("author", "client")
        .defer(*UNREAD, "client__phone")
        .order_by("due_at", "pk")
    )
