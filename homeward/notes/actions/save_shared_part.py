"""What was true for everyone in the group, written once."""

from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.notes.actions.save_note_draft import DRAFT_SESSION, SessionIsCancelled
from homeward.notes.capacities import Writer, note_who_shared, scribe_of
from homeward.notes.lost_answers import NO_NAME, Sending, expect_own_or_version
from homeward.notes.models import Capacity, SessionNote
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
    sending: Sending = NO_NAME,
) -> SessionNote:
    """Keep the shared part of a session; who leads it writes it, or their scribe for them.

    Raises NotAllowed("not_your_session"), SharedPartIsLocked, SessionIsCancelled, StaleVersion.
    """
    session = session_at_own_site(actor, session_id, locked=True)
    writer = _writer(actor, session.pk)
    if session.cancelled_at is not None:
        raise SessionIsCancelled
    note = SessionNote.objects.select_for_update().filter(session=session).first()
    if note is None:
        note = SessionNote.objects.create(
            session=session, author_id=writer.author_id, body=body, saved_at=now,
            sending=sending.name,
        )  # fmt: skip
        note_who_shared(session.pk, writer, now)
        audit.record("notes.shared_part.drafted", actor=actor, subject=note, at=now)
        return note
    if note.body == body:
        return note
    if note.signed_at is not None:
        raise SharedPartIsLocked
    expect_own_or_version(note, expected_version, sending)
    if now - note.saved_at > DRAFT_SESSION:
        audit.record("notes.shared_part.drafted", actor=actor, subject=note, at=now)
    note.change(body=body, saved_at=now, sending=sending.name)
    if writer.capacity is Capacity.AUTHOR and writer.author_id != note.author_id:
        writer = replace(writer, capacity=Capacity.CO_FACILITATOR)
    note_who_shared(session.pk, writer, now)
    return note


def _writer(actor: Actor, session_id: UUID) -> Writer:
    if actor.worker_id is not None and leads(actor, session_id):
        return Writer(actor.worker_id, actor.worker_id, Capacity.AUTHOR)
    scribe = scribe_of(actor, session_id)
    if scribe is None:
        raise NotAllowed("not_your_session")
    return Writer(scribe.worker_id, scribe.writes_for_id, Capacity.SCRIBE)
