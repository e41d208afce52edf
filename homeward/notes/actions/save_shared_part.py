"""What was true for everyone in the group, written once."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.notes.actions.save_note_draft import DRAFT_SESSION, SessionIsCancelled
from homeward.notes.models import SessionNote
from homeward.timetable.permissions import session_at_own_site
from homeward.timetable.queries import leads


class SharedPartIsLocked(Refusal):
    """The first signed note froze it."""


@action
def save_shared_part(
    *,
    actor: Actor,
    session_id: UUID,
    body: str,
    now: datetime,
    expected_version: int | None = None,
) -> SessionNote:
    """Keep the shared part of a session; only who leads it writes it.

    Raises NotAllowed("not_your_session"), SharedPartIsLocked, SessionIsCancelled, StaleVersion.
    """
    session = session_at_own_site(actor, session_id, locked=True)
    if actor.worker_id is None or not leads(actor, session.pk):
        raise NotAllowed("not_your_session")
    if session.cancelled_at is not None:
        raise SessionIsCancelled
    note = SessionNote.objects.select_for_update().filter(session=session).first()
    if note is None:
        note = SessionNote.objects.create(
            session=session, author_id=actor.worker_id, body=body, saved_at=now
        )
        audit.record("notes.shared_part.drafted", actor=actor, subject=note, at=now)
        return note
    if note.body == body:
        return note
    if note.signed_at is not None:
        raise SharedPartIsLocked
    expect_version(note, expected_version)
    if now - note.saved_at > DRAFT_SESSION:
        audit.record("notes.shared_part.drafted", actor=actor, subject=note, at=now)
    note.change(body=body, author_id=actor.worker_id, saved_at=now)
    return note
