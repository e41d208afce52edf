"""The chart's note about a crisis: mended by its author, signed, and then never changed."""

import hashlib
import json
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.accounts.freshness import expect_fresh
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.safety.duties import NOTE, SIGNED, end_duties
from homeward.safety.models import CrisisNote
from homeward.safety.naming import others_named
from homeward.safety.reaching import day_at, whole_client, worker_id_of
from homeward.staff.queries import credential_of

LONGEST = 4000


class NoteAlreadySigned(Refusal):
    """A signed note is never changed."""


class NoteIsEmpty(Refusal):
    """There is nothing to keep or to sign."""


class NoteOfAnother(Refusal):
    """The note has another author."""


class NoteNamesSomebody(Refusal):
    """The text names another client; `names` are whom."""

    def __init__(self, *names: str) -> None:
        super().__init__("note_names_somebody")
        self.names = names


@action
def save_crisis_note(
    *,
    actor: Actor,
    note_id: UUID,
    body: str,
    now: datetime,
    expected_version: int | None = None,
) -> CrisisNote:
    """Keep the draft as its author wrote it."""
    note = _mine(actor, note_id, Access.WRITE)
    expect_version(note, expected_version)
    text = _text(body)
    if text != note.body:
        note.change(body=text)
        audit.record("safety.note.saved", actor=actor, subject=note, at=now)
    return note


@action
def sign_crisis_note(
    *,
    actor: Actor,
    note_id: UUID,
    body: str,
    authenticated_at: datetime | None,
    now: datetime,
    expected_version: int | None = None,
) -> CrisisNote:
    """Sign what the author read, and end the duty.

    Raises NotFresh, NoteNamesSomebody, NoteIsEmpty.
    """
    note = _mine(actor, note_id, Access.SIGN)
    expect_fresh(authenticated_at, now)
    expect_version(note, expected_version)
    text = _text(body)
    client = whole_client(note.client_id)
    on = day_at(note.started_at, client.site)
    if names := others_named(client, on, text):
        raise NoteNamesSomebody(*names)
    held = credential_of(actor.worker_id, day_at(now, client.site))
    note.change(
        body=text,
        signed_at=now,
        signed_by_id=actor.worker_id,
        credential=held.title if held else "",
        content_hash=_digest(note, text),
    )
    audit.record("safety.note.signed", actor=actor, subject=note, at=now)
    end_duties(
        actor=actor, client_id=note.client_id, kind=NOTE, disposition=SIGNED, now=now,
        note=str(note.pk),
    )  # fmt: skip
    return note


@action
def take_note_over(*, actor: Actor, note_id: UUID, now: datetime) -> CrisisNote:
    """Become the author of a draft that lies with somebody else; both are in the audit."""
    worker_id = worker_id_of(actor)
    note = _held(actor, note_id, Access.SIGN)
    if note.author_id != worker_id:
        before = str(note.author_id)
        note.change(author_id=worker_id)
        audit.record("safety.note.taken_over", actor=actor, subject=note, at=now, reason=before)
    return note


def _mine(actor: Actor, note_id: UUID, to: Access) -> CrisisNote:
    note = _held(actor, note_id, to)
    if note.author_id != worker_id_of(actor):
        raise NoteOfAnother
    return note


def _held(actor: Actor, note_id: UUID, to: Access) -> CrisisNote:
    rows = CrisisNote.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    note: CrisisNote = rows.select_for_update(of=("self",)).get(pk=note_id)
    if note.signed_at is not None:
        raise NoteAlreadySigned
    return note


def _text(body: str) -> str:
    text = body.replace("\r\n", "\n").strip()
    if not text or len(text) > LONGEST:
        raise NoteIsEmpty
    return text


def _digest(note: CrisisNote, body: str) -> str:
    whole = {
        "client": str(note.client_id),
        "path": note.path_code,
        "started_at": note.started_at.isoformat(),
        "ended_at": note.ended_at.isoformat(),
        "body": body,
    }
    text = json.dumps(whole, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()
