"""Words that stood in a draft before, brought back into it."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.notes.actions.sign_note import NotTheAuthor
from homeward.notes.drafting import digest_of
from homeward.notes.keeping import keep_what_goes
from homeward.notes.models import ClientNote, EarlierWords


class WordsAreGone(Refusal):
    """The note is signed, or was set aside."""


@action
def bring_words_back(
    *, actor: Actor, words_id: UUID, now: datetime, expected_version: int | None = None
) -> ClientNote:
    """Put earlier words back into their draft; those that stand there now are kept in turn.

    Raises WordsAreGone, NotTheAuthor, StaleVersion; EarlierWords.DoesNotExist out of reach.
    """
    rows = EarlierWords.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    words: EarlierWords = rows.get(pk=words_id)
    notes = ClientNote.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    note: ClientNote | None = (
        notes.select_for_update(of=("self",)).filter(pk=words.note_id, signed_at=None).first()
    )
    if note is None:
        raise WordsAreGone
    if note.author_id != actor.worker_id:
        raise NotTheAuthor
    expect_version(note, expected_version)
    body = str(words.body)
    keep_what_goes(note, body, now=now, why=EarlierWords.Why.BROUGHT_BACK)
    note.change(
        body=body, style=words.style, sections=dict(words.sections) if words.sections else None,
        body_digest=digest_of(body), saved_at=now,
    )  # fmt: skip
    audit.record("notes.note.words_brought_back", actor=actor, subject=note, at=now)
    return note
