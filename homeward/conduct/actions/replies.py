"""What the client says to a step or a note: on their phone, or written down for them."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.conduct.actions.refusals import KindUnknown, WordsMissing
from homeward.conduct.models import ClientReply, ConductNote, ResponseStep
from homeward.conduct.reaching import client_on_team, every, writes_events
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.refusals import NotAllowed

LONGEST = 1000


@action
def reply_to_step(
    *, actor: Actor, step_id: UUID, stance: str, words: str = "", now: datetime
) -> ClientReply:
    """Keep the client's words under a step; more may follow, none is ever changed.

    Raises WordsMissing for a disagreement without a word, KindUnknown; ResponseStep.DoesNotExist
    for anybody else's.
    """
    step: ResponseStep = every(ResponseStep).get(pk=step_id)
    _permit(actor, step)
    return _keep(actor, step, stance, words, now, step=step)


@action
def reply_to_note(
    *, actor: Actor, note_id: UUID, stance: str, words: str = "", now: datetime
) -> ClientReply:
    """Keep the client's words under a note; the same refusals."""
    note: ConductNote = every(ConductNote).get(pk=note_id)
    _permit(actor, note)
    return _keep(actor, note, stance, words, now, note=note)


def _permit(actor: Actor, row: ResponseStep | ConductNote) -> None:
    if actor.kind == CLIENT:
        if actor.client_id != row.client_id:
            raise type(row).DoesNotExist
        return
    if not writes_events(actor):
        raise NotAllowed
    client_on_team(actor, row.client_id)


def _keep(
    actor: Actor,
    row: ResponseStep | ConductNote,
    stance: str,
    words: str,
    now: datetime,
    *,
    step: ResponseStep | None = None,
    note: ConductNote | None = None,
) -> ClientReply:
    if stance not in ClientReply.Stance.values:
        raise KindUnknown("stance_unknown")
    if actor.kind == CLIENT and stance == ClientReply.Stance.ASKED:
        raise KindUnknown("stance_unknown")
    text = words.strip()
    if len(text) > LONGEST or (stance == ClientReply.Stance.DISAGREES and not text):
        raise WordsMissing("reply_words_missing")
    reply: ClientReply = ClientReply.objects.create(
        client_id=row.client_id, site_id=row.site_id, step=step, note=note, stance=stance,
        words=text, at=now, by_id=actor.worker_id,
    )  # fmt: skip
    audit.record("conduct.reply.written", actor=actor, subject=reply, at=now, reason=stance)
    return reply
