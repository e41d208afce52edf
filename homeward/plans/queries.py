"""Reads about treatment plans."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import Decision
from homeward.plans.models import Intervention, Objective, Plan
from homeward.plans.rules.in_plan import in_plan
from homeward.plans.rules.rhythm import ONE_TO_ONE, PlannedSession, last_day_after, merged

PLANNING = Actor.of_service("plans.planning")
# What ends an objective before its plan does.
OVER = (Objective.State.MET, Objective.State.DEFERRED, Objective.State.DISCONTINUED)


def active_plan(actor: Actor, episode: Episode) -> Plan | None:
    """The plan in force; before any is, the newest draft; None when there is none."""
    rows = Plan.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    plans = list(rows.select_related("author").order_by("-number"))
    in_force = (plan for plan in plans if plan.state == Plan.State.ACTIVE)
    return next(in_force, plans[0] if plans else None)


def plans_of(actor: Actor, episode: Episode) -> list[Plan]:
    """Every version of the plan of an episode, the newest first."""
    rows = Plan.objects.for_actor(actor, Purpose.TREATMENT).filter(episode_id=episode.pk)
    return list(rows.select_related("author").order_by("-number"))


def objectives_for(actor: Actor, episode: Episode) -> list[Objective]:
    """The objectives being worked on, in the order of the plan in force."""
    active = Objective.State.ACTIVE
    return [each for each in objectives_of_plan(actor, episode) if each.state == active]


def objectives_of_plan(actor: Actor, episode: Episode) -> list[Objective]:
    """Every objective of the plan in force, in its order, met ones too."""
    plan = active_plan(actor, episode)
    if plan is None:
        return []
    rows = Objective.objects.for_actor(actor, Purpose.TREATMENT).filter(
        goal__problem__plan_id=plan.pk
    )
    return list(
        rows.select_related("goal", "goal__problem").order_by(
            "goal__problem__position", "goal__position", "number"
        )
    )


def planned_sessions(
    client_ids: Iterable[UUID], on: date, *, kinds: Collection[str] = ONE_TO_ONE
) -> tuple[PlannedSession, ...]:
    """What the plans in force on a day promise each client, by kind of session and person.

    One query for all of them, read by the program itself. `on` is a day at the client's site. A
    plan holds from the day its last needed signature was put until the day another took its
    place; an objective that was met or set aside by then asks for nothing more, and an
    intervention ends with its own number of weeks. Plans written in words alone promise nothing.
    """
    rows = Intervention.objects.for_actor(PLANNING, Purpose.OPERATIONS).filter(
        client_id__in=list(client_ids),
        kind__in=list(kinds),
        times__isnull=False,
        objective__goal__problem__plan__active_from__date__lte=on + timedelta(days=1),
    )
    held = rows.select_related("objective__goal__problem__plan__site")
    return merged(_promised(held.order_by("pk"), on))


def _promised(rows: Iterable[Any], on: date) -> Iterator[PlannedSession]:
    for row in rows:
        step, plan = row.objective, row.objective.goal.problem.plan
        zone = ZoneInfo(plan.site.time_zone)
        began = plan.active_from.astimezone(zone).date()
        until = last_day_after(began, row.weeks)
        if on < began or not _in_force(plan, on, zone) or (until and on >= until):
            continue
        if step.state in OVER and step.state_at and step.state_at.astimezone(zone).date() <= on:
            continue
        yield PlannedSession(
            client_id=row.client_id,
            plan_id=plan.pk,
            kind=row.kind,
            times=row.times,
            every_weeks=row.every_weeks,
            minutes=row.minutes or 0,
            worker_id=row.worker_id,
            objectives=(step.number,),
            until=until,
        )


def _in_force(plan: Plan, on: date, zone: ZoneInfo) -> bool:
    if plan.ended_at is not None:
        return on < plan.ended_at.astimezone(zone).date()
    return plan.state == Plan.State.ACTIVE


def session_in_plan(client_id: UUID, kind: str, on: date) -> Decision:
    """Whether a session of a kind stands in the plan in force on a day; it only ever warns."""
    promised = planned_sessions([client_id], on, kinds=Intervention.Kind.values)
    rows = Plan.objects.for_actor(PLANNING, Purpose.OPERATIONS).filter(
        client_id=client_id, active_from__date__lte=on + timedelta(days=1)
    )
    plans = [plan for plan in rows.select_related("site") if plan.active_from]
    has_plan = any(_in_force(plan, on, ZoneInfo(plan.site.time_zone)) for plan in plans)
    return in_plan(kind, has_plan=has_plan, kinds={each.kind for each in promised})
