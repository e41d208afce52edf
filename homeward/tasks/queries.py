"""Reads about duties."""

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.tasks.models import CareTask


def open_tasks_for(actor: Actor, limit: int = 60) -> list[CareTask]:
    """The actor's own open duties, what is due first at the top."""
    if actor.worker_id is None:
        return []
    rows = CareTask.objects.for_actor(actor, Purpose.TREATMENT).filter(
        owner_id=actor.worker_id, closed_at=None
    )
    return list(rows.select_related("client", "owner").order_by("due_at", "pk")[:limit])


def open_tasks_of(actor: Actor, client: Client) -> list[CareTask]:
    """The open duties for one client, whoever owns them."""
    rows = CareTask.objects.for_actor(actor, Purpose.TREATMENT).filter(
        client_id=client.pk, closed_at=None
    )
    return list(rows.select_related("owner").order_by("due_at", "pk"))
