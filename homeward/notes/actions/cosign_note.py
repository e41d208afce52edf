"""A supervisor's second signature."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notes.actions.sign_note import FRESH_FOR, NotFresh
from homeward.notes.facts import NoteCosigned
from homeward.notes.models import ClientNote, CoSignature
from homeward.notes.queries import credential_on


class OwnNote(Refusal):
    """Nobody co-signs their own work."""


class NoteNotSigned(Refusal):
    """The author signs first."""


class AlreadyCosigned(Refusal):
    """There is a second signature already."""


@action
def cosign_note(
    *, actor: Actor, note_id: UUID, authenticated_at: datetime | None, now: datetime
) -> CoSignature:
    """Put a second signature under a signed note of somebody this worker supervises.

    Raises OwnNote, NoteNotSigned, AlreadyCosigned, NotFresh; DoesNotExist out of scope.
    """
    note = (
        ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
        .select_for_update(of=("self",))
        .get(pk=note_id)
    )
    if note.signed_at is None:
        raise NoteNotSigned
    if actor.worker_id in (note.author_id, note.signed_by_id):
        raise OwnNote
    signed = CoSignature.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
    if signed.filter(note=note).exists():
        raise AlreadyCosigned
    if authenticated_at is None or now - authenticated_at > FRESH_FOR:
        raise NotFresh
    held = credential_on(actor.worker_id, now.date())
    signature = CoSignature.objects.create(
        client_id=note.client_id, site_id=note.site_id, note=note, author_id=note.author_id,
        worker_id=actor.worker_id, credential=held.title if held else "", at=now,
        content_hash=note.content_hash,
    )  # fmt: skip
    audit.record("notes.note.cosigned", actor=actor, subject=signature, at=now)
    announce(NoteCosigned(note.pk, note.client_id, note.session_id, now, actor))
    return signature
