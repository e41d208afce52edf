"""A client writes to their team, and the team to a client."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.conversations import duties, files
from homeward.conversations.actions import waiting
from homeward.conversations.danger import danger_said
from homeward.conversations.models import Conversation, Message, Said, Thread
from homeward.conversations.queries import standing
from homeward.conversations.reaching import (
    SERVICE,
    expected_for,
    kept_away_from,
    limits_of,
    readers_of,
)
from homeward.conversations.refusals import ContactEnded, NobodyReads, NothingWritten
from homeward.conversations.rules.answering import NOBODY, Expected
from homeward.conversations.rules.danger import DANGER
from homeward.conversations.telling import tell_client
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, STAFF, Actor
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client, Stop
from homeward.people.queries import reaches
from homeward.people.stops import stop_of

LONGEST = 4000


@dataclass(frozen=True, slots=True)
class Written:
    """A kept message, what may honestly be expected, and the names of who was told of a danger."""

    message: Said
    answer: Expected | None
    told: tuple[str, ...] = ()

    @property
    def is_danger(self) -> bool:
        """Whether help is shown at once."""
        return self.message.speaks_of_danger


@action
def write(
    *, actor: Actor, role: str, body: str, now: datetime, uploads: Sequence[bytes] = ()
) -> Written:
    """The client's own words to whoever holds a role on their team, with files.

    Words of danger open a safety duty and page somebody. Raises NothingWritten, NobodyReads,
    FileRefused; NotAllowed for anybody but a client.
    """
    if actor.kind != CLIENT or actor.client_id is None:
        raise NotAllowed
    words = whole(body)
    rows = Client.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    client: Client = rows.select_related("site").get(pk=actor.client_id)
    readers = readers_of(client, now)
    answer = expected_for(client, role, now, readers=readers)
    if role not in readers or answer.who == NOBODY:
        raise NobodyReads("message_nobody_reads")
    made = files.looked_at(uploads, limits_of(client, now)) if uploads else []
    thread = begun(client, role, UUID(answer.who), now)
    danger = danger_said(words)
    message: Message = Message.objects.create(
        client=client, site_id=client.site_id, conversation=thread, at=now,
        channel=Said.Channel.PAGE, body=words, danger=danger.to_json(),
    )  # fmt: skip
    # The row must lie within what the actor may write; otherwise nothing happened.
    Message.objects.for_actor(actor, Purpose.CLIENT_REQUEST, to=Access.WRITE).get(pk=message.pk)
    for row in files.keep(message, made):
        audit.record("conversations.file.kept", actor=actor, subject=row, at=now)
    waiting.begin(thread, client, answer, now)
    audit.record("conversations.message.written", actor=actor, subject=message, at=now)
    told: tuple[str, ...] = ()
    if danger.outcome == DANGER:
        told = tell_of_danger(actor=actor, thread=thread, message=message, client=client, now=now)
    return Written(message, answer, told)


@action
def write_to_client(
    *,
    actor: Actor,
    client_id: UUID,
    role: str,
    body: str,
    now: datetime,
    uploads: Sequence[bytes] = (),
) -> Written:
    """A message of the team's; whoever waited in this conversation has an answer with it.

    A neutral word goes out where the client chose a channel for it. Raises NothingWritten,
    FileRefused, ContactEnded, NobodyReads for a role nobody holds; Client.DoesNotExist out of
    reach, also for a worker the client does not meet.
    """
    client = client_to_write(actor, client_id, now)
    words = whole(body)
    thread: Conversation | None = standing(Conversation, client_id=client.pk, role=role)
    if thread is None and role not in readers_of(client, now):
        raise NobodyReads("message_nobody_reads")
    stop = stop_of(client.pk)
    if stop is not None and stop.kind == Stop.Kind.DIED:
        raise ContactEnded("message_contact_ended")
    made = files.looked_at(uploads, limits_of(client, now)) if uploads else []
    assert actor.worker_id is not None
    thread = thread or begun(client, role, actor.worker_id, now)
    message: Message = Message.objects.create(
        client=client, site_id=client.site_id, conversation=thread, at=now,
        worker_id=actor.worker_id, channel=Said.Channel.DESK, body=words,
    )  # fmt: skip
    for row in files.keep(message, made):
        audit.record("conversations.file.kept", actor=actor, subject=row, at=now)
    answered(actor, thread, now)
    audit.record("conversations.message.written", actor=actor, subject=message, at=now)
    tell_client(client, message, now)
    return Written(message, None)


def client_to_write(actor: Actor, client_id: UUID, now: datetime) -> Client:
    """The client whose messages the actor writes; Client.DoesNotExist for everybody else."""
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL)
    client: Client = rows.select_related("site").get(pk=client_id)
    writes = actor.kind == STAFF and reaches(actor, client, RecordClass.MESSAGES, Access.WRITE)
    if not writes or actor.worker_id in kept_away_from(client, now):
        raise Client.DoesNotExist
    return client


def whole(body: str) -> str:
    """The words as they are kept; raises NothingWritten."""
    if not body.strip():
        raise NothingWritten("message_empty")
    return body.strip()[:LONGEST]


def begun(client: Client, role: str, owner_id: UUID, now: datetime) -> Conversation:
    """The conversation of a client with a role, made at its first message and locked."""
    thread: Conversation | None = standing(Conversation, client_id=client.pk, role=role)
    if thread is None:
        thread, _made = Conversation.objects.for_actor(
            SERVICE, Purpose.INTERNAL_CARE
        ).get_or_create(
            client=client, role=role,
            defaults={"site_id": client.site_id, "owner_id": owner_id, "last_at": now},
        )  # fmt: skip
    return thread


def answered(actor: Actor, thread: Any, now: datetime) -> None:
    """Staff wrote: whoever waited has an answer."""
    if thread.waits_since is not None:
        waiting.end(actor=actor, thread=thread, how=Thread.Settled.ANSWERED, now=now)
    thread.change(last_at=now)


def tell_of_danger(
    *, actor: Actor, thread: Thread, message: Said, client: Client, now: datetime
) -> tuple[str, ...]:
    """Open the safety duty and say who was told by it."""
    task = duties.open_danger(
        actor=actor, thread=thread, message_id=message.pk, client=client, now=now
    )
    side = "outside" if duties.detail_of(thread)["side"] == "outside" else "message"
    audit.record(f"conversations.{side}.danger", actor=actor, subject=message, at=now)
    return duties.who_was_told(task)
