"""Opening a duty as a consequence of something else, in its transaction."""

from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward import audit
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.facts import announce
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, TeamMembership
from homeward.tasks.facts import DutyOpened
from homeward.tasks.models import CareTask

# Rooms that know which workers a client does not meet say so here.
KeptAway = Callable[[Collection[UUID], date], Mapping[UUID, frozenset[UUID]]]
_kept_away: list[KeptAway] = []
# Work about a record and not with its client: whoever holds the office owns it.
OFFICE_KINDS = frozenset({"glass_review", "emergency_disclosure", "exchange_list_overdue"})
SERVICE = Actor.of_service("duties")


def register_kept_away(room: KeptAway) -> KeptAway:
    """Ask this room as well whom a client does not meet."""
    if room not in _kept_away:
        _kept_away.append(room)
    return room


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
    """The duty of this origin, opened unless it exists: the same cause never opens two.

    A worker whom the client does not meet is never its owner, whoever chose them: somebody else of
    the team is.
    """
    found = CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(origin=origin).first()
    if found is not None:
        return found
    if kind not in OFFICE_KINDS:
        owner_id = _may_meet(client, owner_id, now)
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


def _may_meet(client: Client, owner_id: UUID, now: datetime) -> UUID:
    """The owner, or the first of the team whom the client meets; nothing says that or why."""
    on = local_day(now)
    away = {
        worker_id
        for room in _kept_away
        for worker_id in room([client.pk], on).get(client.pk, frozenset())
    }
    if owner_id not in away:
        return owner_id
    rows = TeamMembership.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).filter(
        Q(ends_at=None) | Q(ends_at__gt=now), client_id=client.pk, starts_at__lte=now
    )
    team = rows.exclude(worker_id__in=away).order_by("-is_primary", "starts_at", "pk")
    instead = team.values_list("worker_id", flat=True).first()
    # A duty nobody owns helps nobody: where the team is that one person, it stays theirs.
    return instead or owner_id
