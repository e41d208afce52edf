"""Paging somebody about a danger, in the transaction of the answer, and escalating."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import SERVICE as SERVICE_KIND
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.paging.kinds import PAGE
from homeward.paging.rules.whom import NOBODY, Colleague, page_whom
from homeward.people.models import Client
from homeward.program.models import Program
from homeward.program.queries import numbers_for
from homeward.staff.models import RoleGrant, Worker
from homeward.staff.queries import held_on, on_duty
from homeward.tasks.models import CareTask
from homeward.tasks.opening import open_duty
from homeward.timetable.models import GroupSession, Seat, SessionLeader
from homeward.timetable.roster import DutyShift

SERVICE = Actor.of_service("paging")
BEFORE_GROUP = timedelta(hours=4)


def tasks() -> Any:
    """Duties as the service reads them."""
    return CareTask.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)


def page_about(danger: CareTask, now: datetime, *, step: int = 1) -> CareTask | None:
    """Open the page of one step to the next person; None when nobody is left.

    The same step of the same danger pages once.
    """
    client: Client = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).get(
        pk=danger.client_id
    )
    session = session_around(client.pk, now)
    before = tasks().filter(kind=PAGE.code, detail__for=str(danger.pk))
    paged = {row.owner_id for row in before}
    decision = page_whom(_colleagues(client, session, danger, paged, now))
    if decision.outcome == NOBODY:
        audit.record("paging.page.nobody_left", actor=SERVICE, subject=danger, at=now)
        return None
    return open_duty(
        actor=SERVICE,
        client=client,
        kind=PAGE.code,
        urgency=CareTask.Urgency.NOW,
        owner_id=UUID(decision.outcome),
        due_at=now + _patience(session, now),
        origin=f"{PAGE.code}:{danger.pk}:{step}",
        detail={
            "for": str(danger.pk),
            "step": step,
            "session": str(session.pk) if session else "",
            "decision": decision.to_json(),
        },
        now=now,
    )


@action
def escalate_due(*, actor: Actor, now: datetime) -> int:
    """Page somebody else where nobody came in time; how many were paged. A job's alone."""
    if actor.kind != SERVICE_KIND:
        raise NotAllowed
    paged = 0
    late = tasks().filter(kind=PAGE.code, closed_at=None, due_at__lte=now)
    for page in late.select_for_update(of=("self",)).order_by("due_at", "pk"):
        step = int(page.detail["step"]) + 1
        later = tasks().filter(origin=f"{PAGE.code}:{page.detail['for']}:{step}")
        danger = tasks().get(pk=page.detail["for"])
        if danger.closed_at is None and not later.exists():
            paged += page_about(danger, now, step=step) is not None
    return paged


def session_around(client_id: UUID, now: datetime) -> GroupSession | None:
    """The live session the client sits in now, or next within some hours."""
    seat = (
        Seat.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        .filter(
            client_id=client_id, released_at=None, session__cancelled_at=None,
            ends_at__gt=now, starts_at__lt=now + BEFORE_GROUP,
        )
        .select_related("session__program")
        .order_by("starts_at")
        .first()
    )  # fmt: skip
    return seat.session if seat else None


def _colleagues(
    client: Client,
    session: GroupSession | None,
    danger: CareTask,
    paged: set[UUID],
    now: datetime,
) -> Iterable[Colleague]:
    """Everybody with a role at the client's site today, as the rule sees them."""
    today = local_day(now)
    grants = RoleGrant.objects.filter(held_on(today))
    here = grants.filter(site_id=client.site_id) | grants.filter(site=None)
    roles: dict[UUID, set[str]] = {}
    for worker_id, role in here.values_list("worker_id", "role"):
        roles.setdefault(worker_id, set()).add(role)
    shifts = DutyShift.objects.filter(
        site_id=client.site_id, removed_at=None, starts_at__lte=now, ends_at__gt=now
    )
    duty = set(shifts.values_list("worker_id", flat=True))
    if not duty:  # no roster for this hour: whose working hours hold it
        working = on_duty(now, client.site.time_zone, site_id=client.site_id)
        duty = set(working.values_list("pk", flat=True))
    leading = {danger.owner_id} if session is None else set(_leaders(session))
    with_account = set(
        Worker.objects.filter(pk__in=roles, account__is_active=True).values_list("pk", flat=True)
    )
    return [
        Colleague(
            ref=str(worker_id),
            roles=frozenset(held),
            is_on_duty=worker_id in duty,
            leads=worker_id in leading,
            was_paged=worker_id in paged,
        )
        for worker_id, held in roles.items()
        if worker_id in with_account
    ]


def _leaders(session: GroupSession) -> list[UUID]:
    rows = SessionLeader.objects.filter(session=session, is_released=False)
    return list(rows.values_list("worker_id", flat=True))


def _patience(session: GroupSession | None, now: datetime) -> timedelta:
    program = session.program if session else Program.objects.order_by("code").first()
    minutes = numbers_for(program, local_day(now))["danger_escalate_minutes"]
    return timedelta(minutes=float(minutes))
