"""Looking at the plan together, on its day or sooner."""

from collections.abc import Mapping
from datetime import date, datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.plans.facts import PlanReviewed
from homeward.plans.models import Objective, Plan, PlanReview


class ObjectiveNotInPlan(Refusal):
    """A state was given for an objective of another plan, or the state is unknown."""


class ReviewIncomplete(Refusal):
    """A review has a summary and the next day, after today."""


@action
def review_plan(
    *,
    actor: Actor,
    plan_id: UUID,
    objective_states: Mapping[str, str],
    summary: str,
    next_due_on: date | None,
    now: datetime,
    client_view: str = "",
    expected_version: int | None = None,
) -> PlanReview:
    """Keep where each objective stands (by number), both views, and the next review day."""
    if actor.worker_id is None:
        raise NotAllowed
    plan = (
        Plan.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=plan_id, state=Plan.State.ACTIVE)
    )
    expect_version(plan, expected_version)
    # The day where the client is: an evening program reviews after midnight in Greenwich.
    today = now.astimezone(ZoneInfo(plan.site.time_zone)).date()
    if not summary.strip() or next_due_on is None or next_due_on <= today:
        raise ReviewIncomplete
    rows = Objective.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    by_number = {row.number: row for row in rows.filter(goal__problem__plan_id=plan.pk)}
    for number, state in objective_states.items():
        if number not in by_number or state not in Objective.State.values:
            raise ObjectiveNotInPlan(number)
        if by_number[number].state != state:
            by_number[number].change(state=state, state_at=now)
    review = PlanReview.objects.create(
        client_id=plan.client_id,
        site_id=plan.site_id,
        plan=plan,
        at=now,
        by_id=actor.worker_id,
        objective_states=dict(objective_states),
        client_view=client_view.strip()[:300],
        summary=summary.strip()[:600],
        next_due_on=next_due_on,
    )
    plan.change(review_due_on=next_due_on)
    audit.record("plans.plan.reviewed", actor=actor, subject=plan, at=now)
    announce(PlanReviewed(plan.pk, plan.client_id, next_due_on, now))
    return review
