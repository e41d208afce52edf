"""Notes that were due and are not signed, for whoever supervises their authors."""

from dataclasses import dataclass
from datetime import datetime

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.models import ClientNote
from homeward.notes.queries import UNREAD
from homeward.notes.rules.due import escalates_at
from homeward.program.queries import numbers_for
from homeward.staff.models import Worker


@dataclass(frozen=True, slots=True)
class LateOf:
    """One author's late notes, the one due first at the top."""

    author: Worker
    notes: tuple[ClientNote, ...]


def late_notes(actor: Actor, now: datetime) -> tuple[LateOf, ...]:
    """Late notes by author, who is furthest behind first; nothing for who supervises nobody.

    A note comes here the program's `note_escalation_hours` after it was due.
    """
    if not may(actor.roles, RecordClass.NOTES, Access.APPROVE):
        return ()
    rows = (
        ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
        .filter(signed_at=None, due_at__lt=now)
        .exclude(author_id=actor.worker_id)
        .select_related("author", "client", "session__program")
        .defer(*UNREAD, "client__phone")
        .order_by("due_at", "pk")
    )
    by_author: dict[Worker, list[ClientNote]] = {}
    for note in rows:
        hours = numbers_for(note.session.program, note.on)["note_escalation_hours"]
        if escalates_at(note.due_at, hours) <= now:
            by_author.setdefault(note.author, []).append(note)
    found = [LateOf(author, tuple(notes)) for author, notes in by_author.items()]
    return tuple(sorted(found, key=lambda each: each.notes[0].due_at))
