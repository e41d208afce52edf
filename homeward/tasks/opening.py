"""Opening a duty as a consequence of something else, in its transaction."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.tasks.facts import DutyOpened
from homeward.tasks.models import CareTask


def open_duty(
    *,
    actor: Actor,
    client: Client,
    kind: str,
    urgency: str,
    owner_id: UUID,
    due_at: datetime,
    origin: str,
    detail: Mapping[str, Any],
    now: datetime,
) -> CareTask:
    """The duty of this origin, opened unless it exists: the same cause never opens two."""
    service = Actor.of_service("duties")
    found = CareTask.objects.for_actor(service, Purpose.INTERNAL_CARE).filter(origin=origin).first()
    if found is not None:
        return found
    task = CareTask.objects.create(
        client=client,
        site_id=client.site_id,
        kind=kind,
        urgency=urgency,
        owner_id=owner_id,
        opened_at=now,
        due_at=due_at,
        origin=origin,
        detail=dict(detail),
    )
    audit.record("tasks.duty.opened", actor=actor, subject=task, at=now, reason=kind)
    announce(DutyOpened(task.pk, client.pk, kind, urgency, actor.worker_id is None, now))
    return task
