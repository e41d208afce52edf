"""A counselor's own notes: written, kept, and ended by their author alone."""

from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.notes.models import CounselingNote
from homeward.people.models import Client

LONGEST = 20000


class CounselingNoteEmpty(Refusal):
    """Nothing was written, or more than a note holds."""


class CounselingNoteClosed(Refusal):
    """Its author closed it; it stays as it is."""


@action
def keep_counseling_note(
    *,
    actor: Actor,
    client_id: UUID,
    body: str,
    now: datetime,
    on: date,
    note_id: UUID | None = None,
    expected_version: int | None = None,
) -> CounselingNote:
    """Begin a note about a client in the author's care, or go on writing one.

    Raises NotAllowed, CounselingNoteEmpty, CounselingNoteClosed, StaleVersion; DoesNotExist for
    a client out of reach and for every note of somebody else.
    """
    if not may(actor.roles, RecordClass.COUNSELING_NOTES, Access.WRITE):
        raise NotAllowed
    words = body.strip()
    if not words or len(words) > LONGEST:
        raise CounselingNoteEmpty
    if note_id is None:
        client: Client = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).get(
            pk=client_id
        )
        note: CounselingNote = CounselingNote.objects.create(
            client_id=client.pk, site_id=client.site_id, author_id=actor.worker_id, on=on,
            body=words, saved_at=now,
        )  # fmt: skip
        audit.record("notes.counseling_note.begun", actor=actor, subject=note, at=now)
        return note
    note = _own(actor, client_id, note_id)
    if note.closed_at is not None:
        raise CounselingNoteClosed
    expect_version(note, expected_version)
    note.change(body=words, saved_at=now)
    audit.record("notes.counseling_note.kept", actor=actor, subject=note, at=now)
    return note


@action
def close_counseling_note(
    *, actor: Actor, client_id: UUID, note_id: UUID, now: datetime
) -> CounselingNote:
    """From now on it stays as it is. CounselingNote.DoesNotExist for somebody else's."""
    note = _own(actor, client_id, note_id)
    if note.closed_at is None:
        note.change(closed_at=now)
        audit.record("notes.counseling_note.closed", actor=actor, subject=note, at=now)
    return note


def counseling_notes_of(actor: Actor, client_id: UUID) -> list[CounselingNote]:
    """The actor's own about one client, the newest first; never anybody else's."""
    rows = CounselingNote.objects.for_actor(actor, Purpose.TREATMENT)
    found = rows.filter(client_id=client_id, author_id=actor.worker_id)
    return list(found.order_by("-on", "-saved_at", "pk"))


def _own(actor: Actor, client_id: UUID, note_id: UUID) -> CounselingNote:
    rows = CounselingNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    found: CounselingNote = rows.select_for_update(of=("self",)).get(
        pk=note_id, client_id=client_id, author_id=actor.worker_id
    )
    return found
