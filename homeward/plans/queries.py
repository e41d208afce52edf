"""Reads about treatment plans."""

from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.plans.models import Objective, Plan


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
