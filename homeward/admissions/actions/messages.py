"""A message for somebody, taken in the same way whether or not anybody of that name is known."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Message
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.program.models import Site

ENDINGS = ("passed_on", "nobody_to_pass_to", "returned_call")


class MessageIncomplete(Refusal):
    """A message says something: for whom, from whom, or what."""


class MessageHandled(Refusal):
    """Somebody dealt with this message before."""


class MessageEndUnknown(Refusal):
    """A message is passed on, answered, or has nobody to go to."""


@action
def take_message(
    *,
    actor: Actor,
    site_id: UUID,
    words: str,
    now: datetime,
    about: str = "",
    caller_name: str = "",
    phone: str = "",
) -> Message:
    """Keep a message. Nothing is looked up: the name is kept sealed and read by a person later."""
    if not (words.strip() or about.strip() or caller_name.strip() or phone.strip()):
        raise MessageIncomplete("message_missing")
    site = Site.objects.get(pk=site_id)
    row = Message.objects.create(
        site=site,
        taken_at=now,
        taken_by_id=actor.worker_id,
        caller_name=caller_name.strip()[:120],
        phone=phone.strip()[:40],
        about=about.strip()[:120],
        words=words.strip()[:1000],
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    Message.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE).get(pk=row.pk)
    audit.record("admissions.message.taken", actor=actor, subject=row, at=now)
    return row


@action
def handle_message(*, actor: Actor, message_id: UUID, disposition: str, now: datetime) -> Message:
    """Say what became of a message; the caller is told nothing by it."""
    row: Message = (
        Message.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=message_id)
    )
    if row.handled_at is not None:
        raise MessageHandled
    if disposition not in ENDINGS:
        raise MessageEndUnknown
    row.change(handled_at=now, handled_by_id=actor.worker_id, disposition=disposition)
    audit.record("admissions.message.handled", actor=actor, subject=row, at=now, reason=disposition)
    return row
