"""A conversation goes to a colleague, or needs no answer."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.conversations.actions import waiting
from homeward.conversations.models import OutsideConversation, Thread
from homeward.conversations.queries import thread_in_reach
from homeward.conversations.reaching import client_of, readers_of
from homeward.conversations.refusals import CannotHandOver, NobodyWaits, ReasonMissing
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.kernel.purposes import Purpose


@action
def hand_over(
    *,
    actor: Actor,
    model: type[Thread],
    thread_id: UUID,
    worker_id: UUID,
    now: datetime,
    expected_version: int | None = None,
) -> Thread:
    """A colleague of the team has it from now on; the time by which to answer stays.

    Raises CannotHandOver; DoesNotExist out of reach.
    """
    thread = _locked(actor, model, thread_id, now, expected_version)
    team = {each for ids in readers_of(client_of(thread.client_id), now).values() for each in ids}
    if worker_id not in team or worker_id == thread.owner_id:
        raise CannotHandOver("message_colleague")
    thread.change(owner_id=worker_id, passed_on_at=None)
    audit.record(_code(thread, "handed_over"), actor=actor, subject=thread, at=now)
    return thread


@action
def needs_no_answer(
    *,
    actor: Actor,
    model: type[Thread],
    thread_id: UUID,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> Thread:
    """Nobody needs to answer what was written, and why. Raises NobodyWaits, ReasonMissing."""
    thread = _locked(actor, model, thread_id, now, expected_version)
    if thread.waits_since is None:
        raise NobodyWaits("message_nobody_waits")
    if len(reason.strip()) < 3:
        raise ReasonMissing("message_reason_missing")
    how = Thread.Settled.NOT_NEEDED
    waiting.end(actor=actor, thread=thread, how=how, now=now, reason=reason)
    audit.record(_code(thread, "settled"), actor=actor, subject=thread, at=now)
    return thread


def _locked(
    actor: Actor, model: type[Thread], pk: UUID, now: datetime, version: int | None
) -> Thread:
    thread_in_reach(model, actor, pk, now, Access.WRITE)
    rows = model.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)  # type: ignore[attr-defined]
    thread: Thread = rows.select_for_update(of=("self",)).get(pk=pk)
    expect_version(thread, version)
    return thread


def _code(thread: Thread, verb: str) -> str:
    side = "outside" if isinstance(thread, OutsideConversation) else "conversation"
    return f"conversations.{side}.{verb}"
