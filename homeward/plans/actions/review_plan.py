"""Looking at the plan together, on its day or sooner; why this level of care goes on."""

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
from homeward.plans import cosigning
from homeward.plans.facts import PlanReviewed
from homeward.plans.justifying import record_since_last
from homeward.plans.models import Objective, Plan, PlanReview
from homeward.plans.rules.review_content import review_hash

Kind = PlanReview.Kind


class ObjectiveNotInPlan(Refusal):
    """A state was given for an objective of another plan, or the state is unknown."""


class ReviewIncomplete(Refusal):
    """A review has a summary and the next day, after today."""


class StayUnexplained(Refusal):
    """A continued stay says why this level goes on, and its next day, after today."""


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
    kind: str = Kind.PLAN_REVIEW,
    stay_words: str = "",
    stay_next_due_on: date | None = None,
    expected_version: int | None = None,
) -> PlanReview:
    """Keep where each objective stands (by number), both views, and the next review day.

    A continued stay keeps besides why this level goes on and what the record said that day; a
    plan review may say it too, and then both clocks start anew.
    """
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
    if kind == Kind.CONTINUED_STAY and next_due_on is None:
        next_due_on = plan.review_due_on
    elif next_due_on is not None and next_due_on <= today:
        next_due_on = None
    if not summary.strip() or next_due_on is None:
        raise ReviewIncomplete
    says_stay = kind == Kind.CONTINUED_STAY or bool(stay_words.strip())
    if says_stay and not (stay_words.strip() and stay_next_due_on and stay_next_due_on > today):
        raise StayUnexplained
    _move(actor, plan, objective_states, now)
    review = PlanReview(
        client_id=plan.client_id,
        site_id=plan.site_id,
        plan=plan,
        kind=kind,
        at=now,
        by_id=actor.worker_id,
        credential=cosigning.held_on(actor.worker_id, today).titles,
        objective_states=dict(objective_states),
        client_view=client_view.strip()[:300],
        summary=summary.strip()[:600],
        stay_words=stay_words.strip()[:600],
        record=[line.to_json() for line in record_since_last(actor, plan, today)]
        if says_stay
        else [],
        next_due_on=next_due_on,
        stay_next_due_on=stay_next_due_on if says_stay else None,
    )
    review.content_hash = review_hash(review)
    review.save(force_insert=True)
    days: dict[str, date | None] = {"review_due_on": next_due_on}
    if says_stay:
        days["stay_due_on"] = stay_next_due_on
    plan.change(**days)
    audit.record("plans.plan.reviewed", actor=actor, subject=plan, at=now, reason=str(kind))
    announce(PlanReviewed(plan.pk, plan.client_id, next_due_on, now, str(kind), actor))
    return review


def _move(actor: Actor, plan: Plan, states: Mapping[str, str], now: datetime) -> None:
    rows = Objective.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    by_number = {row.number: row for row in rows.filter(goal__problem__plan_id=plan.pk)}
    for number, state in states.items():
        if number not in by_number or state not in Objective.State.values:
            raise ObjectiveNotInPlan(number)
        if by_number[number].state != state:
            by_number[number].change(state=state, state_at=now)
