"""Reads of conversations: one's own, those in reach of staff, and what waits."""

from collections.abc import Collection, Iterable
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef

from homeward.conversations.models import (
    Attachment,
    Conversation,
    Message,
    MessageRead,
    OutsideConversation,
    OutsideMessage,
    RunningLate,
    Thread,
)
from homeward.conversations.reaching import SERVICE
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.timetable.kept_away import workers_kept_away

MOST_THREADS, MOST_SAID = 60, 200


def every(model: Any) -> Any:
    """All rows of a model of this room, read by the house."""
    return model.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)


def standing(model: Any, **which: Any) -> Any:
    """The one conversation of this kind, locked; None where there is none."""
    return every(model).select_for_update(of=("self",)).filter(**which).first()


def own_conversations(actor: Actor) -> list[Conversation]:
    """The client's own, the newest first."""
    rows = Conversation.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    own = rows.filter(client_id=actor.client_id)
    return list(own.select_related("owner").order_by("-last_at", "pk"))


def said_in(actor: Actor, thread: Conversation, purpose: Purpose) -> list[Message]:
    """What was said in a conversation, the oldest first; of a very long one the latest alone."""
    rows = Message.objects.for_actor(actor, purpose).filter(conversation_id=thread.pk)
    latest = rows.select_related("worker").prefetch_related("reads").order_by("-at", "-pk")
    return list(latest[:MOST_SAID])[::-1]


def said_outside(actor: Actor, thread: OutsideConversation) -> list[OutsideMessage]:
    """The same with a relative or an officer, for staff."""
    rows = OutsideMessage.objects.for_actor(actor, Purpose.TREATMENT)
    latest = rows.filter(conversation_id=thread.pk).select_related("worker")
    return list(latest.prefetch_related("reads").order_by("-at", "-pk")[:MOST_SAID])[::-1]


def files_of(
    actor: Actor, messages: Iterable[Message], purpose: Purpose
) -> dict[UUID, list[Attachment]]:
    """The files of these messages, without their content."""
    rows = Attachment.objects.for_actor(actor, purpose).filter(
        message__in=[each.pk for each in messages if each.withdrawn_at is None]
    )
    found: dict[UUID, list[Attachment]] = {}
    for row in rows.defer("sealed").order_by("number"):
        found.setdefault(row.message_id, []).append(row)
    return found


def unread_of(actor: Actor) -> int:
    """How many messages of their team a client has not seen; one question."""
    return int(_unread(actor).count())


def _unread(actor: Actor) -> Any:
    reads = MessageRead.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    seen = reads.filter(message=OuterRef("pk"), account_id=actor.account_id)
    rows = Message.objects.for_actor(actor, Purpose.CLIENT_REQUEST)
    return rows.filter(
        ~Exists(seen), client_id=actor.client_id, withdrawn_at=None, worker__isnull=False
    )


def threads_in_reach(actor: Actor, now: datetime, **which: Any) -> list[Thread]:
    """Conversations of this actor's clients, those that wait first, by when they are due.

    Those of a client whom the actor does not meet are not among them, and nothing says so.
    """
    found: list[Thread] = []
    for model in (Conversation, OutsideConversation):
        rows = model.objects.for_actor(actor, Purpose.TREATMENT).filter(**which)
        related = ("client", "owner") + (("contact",) if model is OutsideConversation else ())
        found += rows.select_related(*related).order_by("-last_at", "pk")[:MOST_THREADS]
    found = without_kept_away(actor, found, now)
    waits = [each for each in found if each.waits_since is not None]
    rest = [each for each in found if each.waits_since is None]
    waits.sort(key=lambda each: (each.due_at, str(each.pk)))
    rest.sort(key=lambda each: each.last_at, reverse=True)
    return [*waits, *rest]


def waiting_for(actor: Actor) -> list[datetime]:
    """By when this worker has to answer each conversation that waits for them; two questions."""
    mine = {"owner_id": actor.worker_id, "waits_since__isnull": False}
    found: list[datetime] = []
    for model in (Conversation, OutsideConversation):
        rows = model.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(**mine)
        found += rows.values_list("due_at", flat=True)
    return sorted(found)


def without_kept_away(actor: Actor, threads: list[Thread], now: datetime) -> list[Thread]:
    """The same without those of clients whom this worker does not meet."""
    ids = {each.client_id for each in threads}
    away = workers_kept_away(ids, local_day(now)) if ids else {}
    return [each for each in threads if actor.worker_id not in away.get(each.client_id, ())]


def thread_in_reach(
    model: Any, actor: Actor, pk: UUID, now: datetime, to: Access = Access.READ
) -> Any:
    """One conversation for staff; DoesNotExist out of reach and for whom the client never meets."""
    rows = model.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    thread = rows.select_related("owner").get(pk=pk)
    if not without_kept_away(actor, [thread], now):
        raise model.DoesNotExist
    return thread


def late_for(seat_ids: Collection[UUID]) -> dict[UUID, RunningLate]:
    """Who of these seats said that they come late; the caller has reached the seats."""
    rows = every(RunningLate).filter(seat_id__in=list(seat_ids), taken_back_at=None)
    return {row.seat_id: row for row in rows} if seat_ids else {}


def unread_by_role(actor: Actor) -> dict[str, int]:
    """How many messages of their team a client has not seen, by whom they are from."""
    found: dict[str, int] = {}
    for row in _unread(actor).select_related("conversation").defer("body"):
        found[row.conversation.role] = found.get(row.conversation.role, 0) + 1
    return found


def written_to(contact_id: UUID) -> list[OutsideMessage]:
    """What the program wrote to a contact, the oldest first; if they may see it is asked later."""
    rows = every(OutsideMessage).filter(
        conversation__contact_id=contact_id, worker__isnull=False, withdrawn_at=None
    )
    latest = rows.select_related("site").prefetch_related("reads").order_by("-at", "-pk")
    return list(latest[:MOST_SAID])[::-1]
