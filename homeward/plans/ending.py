"""What ends with an episode: its plans, drafts among them, and the duties about them."""

from datetime import datetime

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.plans.duties_done import end_all_of
from homeward.plans.models import Plan

SERVICE = Actor.of_service("plans")
OPEN = (Plan.State.DRAFT, Plan.State.SIGNED, Plan.State.ACTIVE)


def close_plans(episode: Episode, *, actor: Actor, now: datetime) -> int:
    """Close every plan of an episode that has ended, within the caller's transaction."""
    rows = Plan.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        episode_id=episode.pk, state__in=OPEN
    )
    closed = 0
    for plan in rows.select_for_update(of=("self",)):
        plan.change(state=Plan.State.CLOSED, ended_at=now)
        audit.record("plans.plan.closed", actor=actor, subject=plan, at=now)
        closed += 1
    end_all_of(episode, actor, now)
    return closed
