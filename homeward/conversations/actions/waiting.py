"""When somebody begins to wait for an answer in a conversation, and when that ends."""

from datetime import datetime

from homeward.conversations import duties
from homeward.conversations.models import Thread
from homeward.conversations.reaching import due_of
from homeward.conversations.rules.answering import Expected
from homeward.core.actors import Actor
from homeward.people.models import Client


def begin(thread: Thread, client: Client, answer: Expected, now: datetime) -> None:
    """Somebody wrote: the first unanswered message sets the time, later ones do not put it off."""
    if thread.waits_since is not None:
        thread.change(last_at=now)
        return
    thread.change(
        last_at=now, waits_since=now, due_at=due_of(answer, client, now), owner_id=answer.who,
        decision=answer.decision.to_json(), passed_on_at=None,
    )  # fmt: skip


def end(*, actor: Actor, thread: Thread, how: str, now: datetime, reason: str = "") -> None:
    """Nobody waits any more; the duties about the wait end with it."""
    duties.end_late(actor=actor, thread=thread, now=now)
    thread.change(
        waits_since=None, due_at=None, settled_at=now, settled_by_id=actor.worker_id,
        settled_how=how, settled_reason=reason.strip()[:300],
    )  # fmt: skip
