"""Reads about duties."""

from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.core.access import Access, cells, may
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.people.models import Client
from homeward.tasks.models import CareTask

REVIEWING = Actor.of_service("tasks.review")


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


def answers_duties(actor: Actor) -> bool:
    """Whether the actor ends duties at all: who keeps schedules, and who reviews emergencies."""
    return Duty.PRIVACY_OFFICER in actor.duties or may(
        actor.roles, RecordClass.SCHEDULE, Access.WRITE
    )


def duty_to_answer(actor: Actor, task_id: UUID) -> CareTask:
    """The duty, locked to be ended; raises CareTask.DoesNotExist out of reach.

    A privacy officer who reads a client's schedule and changes none ends the duties they own.
    """
    rows = duties_in_reach(actor, Access.WRITE).select_for_update(of=("self",))
    found = rows.filter(pk=task_id).first()
    if found is None and Duty.PRIVACY_OFFICER in actor.duties:
        mine = duties_in_reach(actor).get(pk=task_id, owner_id=actor.worker_id)
        locked = CareTask.objects.for_actor(REVIEWING, Purpose.OPERATIONS)
        found = locked.select_for_update(of=("self",)).get(pk=mine.pk)
    if found is None:
        raise CareTask.DoesNotExist
    return found  # type: ignore[no-any-return]


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
