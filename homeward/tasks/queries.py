"""Reads about duties."""

from typing import Any

from django.db.models import Q

from homeward.core.access import Access, cells
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.tasks.models import CareTask


def duties_in_reach(actor: Actor, to: Access = Access.READ) -> Any:
    """The duties this actor may open: those of the clients they care for, and their own.

    A duty says why somebody needs looking after, which is more than a schedule says. So whoever
    keeps the schedule of a whole site (the front desk) reaches only what they own themselves.
    """
    rows = CareTask.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    keeps_site = any(
        not cell.relation and to in cell.verbs
        for role in actor.roles
        for cell in cells(role, RecordClass.SCHEDULE)
    )
    if not keeps_site:
        return rows
    known = Client.objects.for_actor(actor, Purpose.TREATMENT).values("pk")
    return rows.filter(Q(owner_id=actor.worker_id) | Q(client__in=known))


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
