"""The author answers, for a word of a draft, that no client is meant."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notes.actions.save_note_draft import NoteAlreadySigned
from homeward.notes.actions.sign_note import NotTheAuthor
from homeward.notes.drafting import others_named, word_digest
from homeward.notes.models import ClientNote, NotAClient


class NothingAnswered(Refusal):
    """No word was given."""


class WordNamesSomebody(Refusal):
    """A first and a last name together are no word: they mean the client who has them."""


@action
def mean_no_client(*, actor: Actor, note_id: UUID, word: str, now: datetime) -> ClientNote:
    """Keep the answer that this word of the note means nobody who is a client.

    Answered twice it stays one answer. Raises NoteAlreadySigned, NotTheAuthor, NothingAnswered,
    WordNamesSomebody; ClientNote.DoesNotExist out of reach.
    """
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    note: ClientNote = (
        notes.select_for_update(of=("self",))
        .select_related("session__session_type")
        .get(pk=note_id)
    )
    if note.signed_at is not None:
        raise NoteAlreadySigned
    if note.author_id != actor.worker_id:
        raise NotTheAuthor
    if not word.strip():
        raise NothingAnswered
    if len(word.split()) > 1 and others_named(note.session, note.client_id, word):
        raise WordNamesSomebody
    answers = NotAClient.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    digest = word_digest(note.pk, word)
    if not answers.filter(note=note, word_digest=digest).exists():
        NotAClient.objects.create(
            client_id=note.client_id, site_id=note.site_id, note=note, author_id=note.author_id,
            word_digest=digest, at=now,
        )  # fmt: skip
        audit.record("notes.note.word_answered", actor=actor, subject=note, at=now)
    return note
