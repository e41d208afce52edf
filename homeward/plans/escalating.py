"""A duty about a plan that nobody did in time: whoever supervises its owner is told."""

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.plans import cosigning
from homeward.plans.duty_kinds import (
    COMMENT,
    LATE,
    PHYSICIAN,
    REVIEW,
    STAY,
    UNANSWERED,
    UNSIGNED,
)
from homeward.plans.rules.late import LateNumbers, end_of, escalates
from homeward.staff.queries import supervisors_of, workers_with_role
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty

SERVICE = Actor.of_service("plans.duties")
WATCHED = (UNSIGNED, UNANSWERED, REVIEW, STAY, COMMENT, PHYSICIAN, cosigning.KIND)


def escalate(actor: Actor, numbers: Callable[[UUID], LateNumbers], now: datetime) -> int:
    """Open a supervisor's duty for each one that is late enough; returns how many.

    `numbers` gives the days of a program. Where nobody supervises the owner, or the owner is that
    supervisor, a director of the site is told.
    """
    rows = CareTask.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    late = rows.filter(kind__in=WATCHED, closed_at=None, due_at__lt=now)
    told = set(rows.filter(kind=LATE).values_list("origin", flat=True))
    programs = _programs(late)
    opened = 0
    for task in late.select_related("client", "site", "owner").order_by("due_at", "pk"):
        origin = f"{LATE}:{task.pk}"
        program = programs.get(task.client_id)
        if origin in told or program is None or not escalates(task.due_at, now, numbers(program)):
            continue
        owner = _above(task, now)
        if owner is None or owner == task.owner_id:
            continue
        open_duty(
            actor=actor,
            client=task.client,
            kind=LATE,
            urgency=CareTask.Urgency.NEXT_CONTACT,
            owner_id=owner,
            due_at=_by_tomorrow(task, now),
            origin=origin,
            detail={
                **{name: task.detail[name] for name in ("plan", "episode") if name in task.detail},
                "task": str(task.pk),
                "owner": task.owner.name,
                "of": task.kind,
            },
            now=now,
        )
        opened += 1
    return opened


def _by_tomorrow(task: CareTask, now: datetime) -> datetime:
    """Who is told has the next day for it."""
    tomorrow = now.astimezone(ZoneInfo(task.site.time_zone)).date() + timedelta(days=1)
    return end_of(tomorrow, task.site.time_zone)


def _above(task: CareTask, now: datetime) -> UUID | None:
    day = now.astimezone(ZoneInfo(task.site.time_zone)).date()
    found = supervisors_of(task.owner_id, day)
    if found:
        return found[0].pk
    director = workers_with_role(Role.DIRECTOR, day, site_id=task.site_id).order_by("name").first()
    return director.pk if director else None


def _programs(late: Any) -> dict[UUID, UUID]:
    """The program each client is in care of."""
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        ended_at=None, client_id__in=late.values("client_id")
    )
    return {row.client_id: row.program_id for row in rows}
