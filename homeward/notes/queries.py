"""Reads about notes worth a name."""

from datetime import date
from uuid import UUID

from django.db.models import Q

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.notes.models import Addendum, ClientNote, SessionNote
from homeward.staff.models import Credential, Worker
from homeward.timetable.models import GroupSession

UNREAD = ("body", "sections", "details")


def unsigned_notes_for(actor: Actor, worker: Worker | UUID) -> list[ClientNote]:
    """A worker's drafts that wait for a signature, the one due first at the top.

    Each has its `client` and `session`; the text stays sealed.
    """
    worker_id = getattr(worker, "pk", worker)
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT)
    return list(
        notes.filter(author_id=worker_id, signed_at=None)
        .select_related("client", "session")
        .defer(*UNREAD, "client__phone")
        .order_by("due_at", "pk")
    )


def notes_of(
    actor: Actor, session: GroupSession, to: Access = Access.READ
) -> dict[UUID, ClientNote]:
    """The notes of a session by client id, with objective and author."""
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    return {
        note.client_id: note
        for note in notes.filter(session=session).select_related("objective", "author")
    }


def note_in_full(actor: Actor, note_id: UUID) -> ClientNote:
    """One note with everything its page prints; ClientNote.DoesNotExist out of scope."""
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT)
    return (
        notes.select_related(
            "client", "author", "signed_by", "objective", "cosignature__worker", "episode",
            "session__room", "session__session_type", "session__topic", "session__site",
        )
        .defer("client__phone")
        .get(pk=note_id)
    )  # fmt: skip


def addenda_of(note: ClientNote) -> list[Addendum]:
    """What was added to a note, in order of writing."""
    return list(note.addenda.select_related("author").order_by("at", "pk"))


def notes_of_client(
    actor: Actor, client_id: UUID, *, before: date | None = None, limit: int = 25
) -> list[ClientNote]:
    """A client's notes, the newest session first; `before` pages on. The text stays sealed."""
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client_id)
    if before:
        notes = notes.filter(on__lt=before)
    return list(
        notes.select_related("session", "author", "objective", "signed_by")
        .defer(*UNREAD)
        .order_by("-on", "-session__starts_at", "pk")[:limit]
    )


def shared_part(session: GroupSession) -> SessionNote | None:
    """The part written once for everyone; it names nobody and so belongs to no client."""
    return SessionNote.objects.filter(session=session).first()


def credential_on(worker_id: UUID | None, on: date) -> Credential | None:
    """The credential a worker held on a day; one that lets them sign alone before others."""
    if worker_id is None:
        return None
    held = Credential.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=on), worker_id=worker_id, starts_on__lte=on
    )
    return held.order_by("-may_sign_alone", "-starts_on").first()
