"""In which capacity somebody writes in a session's notes, and whose note it is.

Who signs notes writes their own. Who leads the same session writes in each other's, beside them.
A scribe writes for the leader who named them. Whatever is written is recorded with who wrote it;
the author reads and signs, and nobody else does.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.models import Capacity, ClientNote, NotePart, Scribe, SharedPart
from homeward.timetable.models import SessionLeader

WRITING = Actor.of_service("notes.parts")


class SomebodyElsesDraft(Refusal):
    """A colleague began this note."""


class ObservationsOnly(Refusal):
    """Who signs no notes writes observations, or writes for somebody as their scribe."""


@dataclass(frozen=True, slots=True)
class Writer:
    """Who writes now, whose note it is, and in which capacity."""

    worker_id: UUID
    author_id: UUID
    capacity: Capacity


def scribe_of(actor: Actor, session_id: UUID) -> Scribe | None:
    """The actor as the scribe of a session; None when nobody named them."""
    if actor.worker_id is None:
        return None
    rows = Scribe.objects.filter(session_id=session_id, worker_id=actor.worker_id, ended_at=None)
    return rows.first()


def signs_notes(actor: Actor) -> bool:
    """Whether the actor holds a role that signs notes."""
    return may(actor.roles, RecordClass.NOTES, Access.SIGN)


def writer_of(actor: Actor, session_id: UUID, author_id: UUID | None) -> Writer:
    """The writer of a note that `author_id` began, or of a new one where it is None.

    Raises ObservationsOnly, SomebodyElsesDraft.
    """
    worker_id = actor.worker_id
    if worker_id is None:
        raise ObservationsOnly
    if signs_notes(actor) and author_id in (None, worker_id):
        return Writer(worker_id, worker_id, Capacity.AUTHOR)
    if scribe := scribe_of(actor, session_id):
        if author_id in (None, scribe.writes_for_id):
            return Writer(worker_id, scribe.writes_for_id, Capacity.SCRIBE)
        raise SomebodyElsesDraft
    if not signs_notes(actor):
        raise ObservationsOnly
    assert author_id is not None
    if _lead_together(session_id, {worker_id, author_id}):
        return Writer(worker_id, author_id, Capacity.CO_FACILITATOR)
    raise SomebodyElsesDraft


def _lead_together(session_id: UUID, workers: set[UUID]) -> bool:
    rows = SessionLeader.objects.filter(session_id=session_id, worker__in=workers)
    return rows.filter(is_released=False).count() == len(workers)


def note_who_wrote(note: ClientNote, writer: Writer, parts: Iterable[str], now: datetime) -> None:
    """Record that these parts of a note are this writer's, from now on or since before."""
    wanted = set(parts)
    if not wanted:
        return
    rows = NotePart.objects.for_actor(WRITING, Purpose.TREATMENT).filter(
        note=note, worker_id=writer.worker_id, part__in=wanted
    )
    known = {row.part for row in rows}
    if known:
        rows.update(last_at=now, capacity=writer.capacity)
    NotePart.objects.bulk_create(
        NotePart(
            client_id=note.client_id, site_id=note.site_id, note=note, part=part,
            worker_id=writer.worker_id, capacity=writer.capacity, first_at=now, last_at=now,
        )
        for part in sorted(wanted - known)
    )  # fmt: skip


def note_who_shared(session_id: UUID, writer: Writer, now: datetime) -> None:
    """Record who wrote in the shared part."""
    row, made = SharedPart.objects.get_or_create(
        session_id=session_id, worker_id=writer.worker_id,
        defaults={"capacity": writer.capacity, "first_at": now, "last_at": now},
    )  # fmt: skip
    if not made:
        row.change(capacity=writer.capacity, last_at=now)


def writers_of(actor: Actor, note: ClientNote) -> list[Any]:
    """Who wrote which part of a note, in order of writing; within the actor's reach."""
    rows = NotePart.objects.for_actor(actor, Purpose.TREATMENT).filter(note=note)
    return list(rows.select_related("worker").order_by("first_at", "part", "pk"))


def writers_of_shared(session_id: UUID) -> list[SharedPart]:
    """Who wrote in a session's shared part, in order of writing."""
    rows = SharedPart.objects.filter(session_id=session_id).select_related("worker")
    return list(rows.order_by("first_at", "pk"))
