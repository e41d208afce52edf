"""Who wrote a message takes it back: it then says so, and its words are shown to nobody."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.conversations.actions import waiting
from homeward.conversations.models import Message, OutsideMessage, Said, Thread
from homeward.conversations.queries import every
from homeward.conversations.refusals import NotYours, TakenBack
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, STAFF, Actor
from homeward.kernel.purposes import Purpose


@action
def take_back(*, actor: Actor, model: type[Said], message_id: UUID, now: datetime) -> Said:
    """A duty about danger it opened stays: that was said, and somebody looks.

    Where it was all that waited for an answer, nobody waits any more. Raises NotYours, TakenBack;
    DoesNotExist out of reach.
    """
    purpose = Purpose.CLIENT_REQUEST if actor.kind == CLIENT else Purpose.TREATMENT
    rows: Any = model.objects.for_actor(actor, purpose, to=Access.WRITE)  # type: ignore[attr-defined]
    row: Any = rows.select_for_update(of=("self",)).get(pk=message_id)
    is_own = row.worker_id == actor.worker_id if actor.kind == STAFF else row.worker_id is None
    if not is_own or (model is OutsideMessage and actor.kind != STAFF):
        raise NotYours("message_not_yours")
    if row.withdrawn_at is not None:
        raise TakenBack("message_taken_back")
    row.change(withdrawn_at=now)
    side = "message" if model is Message else "outside"
    audit.record(f"conversations.{side}.taken_back", actor=actor, subject=row, at=now)
    _end_the_wait(actor, row, now)
    return row  # type: ignore[no-any-return]


def _end_the_wait(actor: Actor, row: Any, now: datetime) -> None:
    threads = every(type(row)._meta.get_field("conversation").related_model)
    thread = threads.select_for_update(of=("self",)).get(pk=row.conversation_id)
    if thread.waits_since is None or row.worker_id is not None:
        return
    still = every(type(row)).filter(
        conversation_id=thread.pk, worker=None, withdrawn_at=None, at__gte=thread.waits_since
    )
    if not still.exists():
        waiting.end(actor=actor, thread=thread, how=Thread.Settled.TAKEN_BACK, now=now)
