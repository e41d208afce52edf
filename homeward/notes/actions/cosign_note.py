"""A supervisor's second signature."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.accounts.freshness import expect_fresh
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notes.actions.sign_note import content_of
from homeward.notes.facts import NoteCosigned
from homeward.notes.models import ClientNote, CoSignature, SignatureProof
from homeward.notes.proofs import held_at, keep_proof, verified
from homeward.notes.queries import shared_part


class OwnNote(Refusal):
    """Nobody co-signs their own work."""


class NoteNotSigned(Refusal):
    """The author signs first."""


class AlreadyCosigned(Refusal):
    """There is a second signature already."""


class CosignerNotLicensed(Refusal):
    """A co-signature is put by somebody who signs alone on that day."""


class NoLongerMatches(Refusal):
    """What the note says is not what its author signed."""


@action
def cosign_note(
    *, actor: Actor, note_id: UUID, authenticated_at: datetime | None, now: datetime
) -> CoSignature:
    """Put a second signature under a signed note of somebody this worker supervises.

    Raises OwnNote, NoteNotSigned, AlreadyCosigned, NotFresh, CosignerNotLicensed,
    NoLongerMatches; DoesNotExist out of scope.
    """
    note = (
        ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
        .select_for_update(of=("self",))
        .select_related("session__session_type", "session__site")
        .get(pk=note_id)
    )
    if note.signed_at is None:
        raise NoteNotSigned
    if actor.worker_id in (note.author_id, note.signed_by_id):
        raise OwnNote
    signed = CoSignature.objects.for_actor(actor, Purpose.TREATMENT, to=Access.APPROVE)
    if signed.filter(note=note).exists():
        raise AlreadyCosigned
    confirmed_at = expect_fresh(authenticated_at, now)
    held = held_at(note, actor.worker_id, now)
    if held is None or not held.may_sign_alone:
        raise CosignerNotLicensed
    shared = shared_part(note.session)
    content = content_of(note, shared.body if shared else "", note.minutes)
    if not verified(note, content, None).is_intact:
        raise NoLongerMatches
    signature = CoSignature.objects.create(
        client_id=note.client_id, site_id=note.site_id, note=note, author_id=note.author_id,
        worker_id=actor.worker_id, credential=held.title, at=now,
        content_hash=note.content_hash,
    )  # fmt: skip
    keep_proof(
        note,
        content,
        meaning=SignatureProof.Meaning.COSIGN,
        worker_id=actor.worker_id,
        held=held,
        authenticated_at=confirmed_at,
        now=now,
    )
    audit.record("notes.note.cosigned", actor=actor, subject=signature, at=now)
    announce(NoteCosigned(note.pk, note.client_id, note.session_id, now, actor))
    return signature
