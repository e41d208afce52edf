"""Words added to a signed note."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import SERVICE, Actor
from homeward.core.facts import announce
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.notes.actions.cosign_note import NoteNotSigned
from homeward.notes.capacities import signs_notes
from homeward.notes.drafting import others_named
from homeward.notes.facts import AddendumWritten
from homeward.notes.models import Addendum, ClientNote
from homeward.notes.proofs import held_at
from homeward.notes.rules.content import content_hash


class AddendumIsEmpty(Refusal):
    """Nothing was written."""


class UnknownKind(Refusal):
    """Not a late entry, an addendum or a correction."""


class NamesSomebody(Refusal):
    """Another client of the session is named; this one reads it, and it goes into papers."""


@action
def add_addendum(*, actor: Actor, note_id: UUID, kind: str, body: str, now: datetime) -> Addendum:
    """Write beneath a signed note, labelled as what it is, with its own author and time.

    The note itself stays as it was. Who signs no notes adds nothing to a signed one. Raises
    NotAllowed, NoteNotSigned, AddendumIsEmpty, UnknownKind, NamesSomebody; ClientNote.DoesNotExist
    out of scope.
    """
    if actor.kind != SERVICE and not signs_notes(actor):
        raise NotAllowed
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    note = notes.select_related("session__site", "session__session_type").get(pk=note_id)
    if note.signed_at is None:
        raise NoteNotSigned
    if kind not in Addendum.Kind.values:
        raise UnknownKind
    if not body.strip():
        raise AddendumIsEmpty
    if others_named(note.session, note.client_id, body):
        raise NamesSomebody
    held = held_at(note, actor.worker_id, now)
    addendum = Addendum.objects.create(
        client_id=note.client_id, site_id=note.site_id, note=note, kind=kind,
        author_id=actor.worker_id, credential=held.title if held else "", body=body.strip(),
        at=now, content_hash=content_hash(
            {"note": note.pk, "kind": kind, "body": body.strip(), "author": actor.worker_id}
        ),
    )  # fmt: skip
    audit.record("notes.addendum.written", actor=actor, subject=addendum, at=now, reason=kind)
    announce(AddendumWritten(addendum.pk, note.pk, note.client_id, kind, now, actor))
    return addendum
