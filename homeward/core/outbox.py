"""Effects outside the database, committed with the change and delivered by the worker."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction

from homeward import audit
from homeward.core import queue
from homeward.core.actors import Actor
from homeward.core.models import OutboxItem

State = OutboxItem.State
MOST_ATTEMPTS = 8
Handler = Callable[[OutboxItem, datetime], tuple[str, str]]
_handlers: dict[str, Handler] = {}


def handles(kind: str) -> Callable[[Handler], Handler]:
    """Register what delivers a kind; it returns (state, outcome code) and may be called again."""

    def register(handler: Handler) -> Handler:
        _handlers[kind] = handler
        return handler

    return register


def send(
    kind: str, *, key: str, payload: dict[str, Any], now: datetime, due_at: datetime | None = None
) -> OutboxItem:
    """Promise an effect; the same key twice is one effect."""
    item, is_new = OutboxItem.objects.get_or_create(
        key=key,
        defaults={"kind": kind, "payload": payload, "created_at": now, "due_at": due_at or now},
    )
    if is_new:
        queue.defer("core.deliver_outbox", {"item_id": str(item.pk)}, at=item.due_at, now=now)
    return item


def deliver(item_id: Any, *, now: datetime) -> str:
    """Deliver one item if it still waits; returns its state. Raises only on a fault to retry."""
    with audit.unit():
        item = OutboxItem.objects.select_for_update(skip_locked=True).filter(pk=item_id).first()
        if item is None or item.state != State.WAITING:
            return item.state if item else State.WAITING
        item.attempts += 1
        try:
            with transaction.atomic():
                item.state, item.outcome = _handlers[item.kind](item, now)
        except Exception as fault:  # any fault of a handler is counted, or it would recur for ever
            item.outcome = type(fault).__name__
            if item.attempts >= MOST_ATTEMPTS:
                item.state = State.IN_DOUBT
            else:
                item.due_at = now + timedelta(seconds=30 * 2**item.attempts)
        if item.state != State.WAITING:
            item.settled_at = now
        item.save()
        audit.record(
            f"core.outbox.{item.state}",
            actor=Actor.of_service("outbox"),
            subject=item,
            at=now,
            reason=f"{item.kind} {item.outcome}",
        )
    return item.state


def deliver_due(*, now: datetime, limit: int = 100) -> int:
    """Deliver what is due, oldest first; the safety net beside the jobs."""
    waiting = OutboxItem.objects.filter(state=State.WAITING, due_at__lte=now)
    ids = list(waiting.order_by("due_at").values_list("pk", flat=True)[:limit])
    for item_id in ids:
        deliver(item_id, now=now)
    return len(ids)
