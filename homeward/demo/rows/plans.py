"""Treatment plans with their signatures and reviews."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from homeward.demo.rows.book import utc
from homeward.demo.rows.cosigning import ask_for_second, second_signed
from homeward.demo.rows.life import Life
from homeward.demo.rows.plan_drafts import objective_keys, problem_drafts
from homeward.demo.rows.teller import Teller, tells
from homeward.demo.story import events
from homeward.plans.models import (
    Goal,
    Intervention,
    Objective,
    Plan,
    PlanReview,
    PlanSignature,
    Problem,
)
from homeward.plans.rules.content import content_hash
from homeward.plans.rules.review_content import review_hash
from homeward.plans.rules.tree import GoalDraft, PlanDraft
from homeward.plans.tree_rows import DONE_BY_STAFF

State = Plan.State


@tells(events.PlanStarted)
def plan_started(told: Teller, event: events.PlanStarted) -> None:
    """The next version with its problems, goals, objectives and interventions."""
    life, at = told.life(event), utc(event.at)
    life.plans += 1
    plan = told.book.add(
        Plan,
        f"{life.key}|{life.plans}",
        episode=life.episode,
        number=life.plans,
        kind=event.kind,
        author_id=told.setting.worker_id(event.by),
        started_at=at,
        strengths=event.strengths,
        barriers=event.barriers,
        discharge_criteria=event.discharge_criteria,
        estimated_weeks=event.estimated_weeks,
        medications=event.medications,
        family_involvement=event.family_involvement,
        family_wish=event.family_wish,
        **life.about(),
    )
    life.plan_by_kind[event.kind] = plan
    worker_ids = {code: row.pk for code, row in told.setting.workers.items()}
    drafts = problem_drafts(event, worker_ids)
    life.objectives = {}
    life.objectives_of[plan.pk] = []
    numbers = objective_keys(event)
    keys = iter(numbers)
    problems = []
    for position, draft in enumerate(drafts, start=1):
        key = f"{plan.pk}|{position}"
        problem = told.book.add(
            Problem, key, plan=plan, position=position, statement=draft.statement,
            dimension=draft.dimension, **life.about(),
        )  # fmt: skip
        goals = tuple(
            _goal(told, life, plan, problem, f"{key}|{place}", place, goal, keys, numbers, at)
            for place, goal in enumerate(draft.goals, start=1)
        )
        problems.append(replace(draft, goals=goals))
    whole = PlanDraft(
        strengths=plan.strengths,
        barriers=plan.barriers,
        discharge_criteria=plan.discharge_criteria,
        estimated_weeks=plan.estimated_weeks,
        medications=plan.medications,
        family_involvement=plan.family_involvement,
        family_wish=plan.family_wish,
        problems=tuple(problems),
    )
    life.hashes[plan.pk] = content_hash(whole)


def _goal(
    told: Teller, life: Life, plan: Any, problem: Any, key: str, place: int, draft: GoalDraft,
    keys: Any, numbers: dict[str, str], at: Any,
) -> GoalDraft:  # fmt: skip
    book = told.book
    goal = book.add(
        Goal,
        key,
        problem=problem,
        position=place,
        own_words=draft.own_words,
        clinical_words=draft.clinical_words,
        **life.about(),
    )
    objectives = []
    for item in draft.objectives:
        name = next(keys)
        row = book.add(
            Objective, f"{plan.pk}|{name}", goal=goal, number=numbers[name],
            statement=item.statement, measure=item.measure, baseline=item.baseline,
            target_on=item.target_on, state_at=at, **life.about(),
        )  # fmt: skip
        life.objectives[name] = row
        life.dimensions[row.pk] = problem.dimension
        life.objectives_of[plan.pk].append(row)
        for place_of, each in enumerate(item.interventions):
            book.add(
                Intervention, f"{plan.pk}|{name}|{place_of}", objective=row,
                **{field: getattr(each, field) for field in DONE_BY_STAFF},
                worker_id=each.worker_id, **life.about(),
            )  # fmt: skip
        objectives.append(replace(item, number=numbers[name]))
    return replace(draft, objectives=tuple(objectives))


@tells(events.PlanSigned)
def plan_signed(told: Teller, event: events.PlanSigned) -> None:
    """One signature; author and client together bring the plan into force."""
    life, at, setting = told.life(event), utc(event.at), told.setting
    plan = life.plan_by_kind[event.kind]
    is_client = event.role == "client"
    # What the client signs on the author's screen, the author witnesses.
    worker_id = plan.author_id if is_client else setting.worker_id(event.by)
    told.book.add(
        PlanSignature,
        f"{plan.pk}|{event.role}",
        plan=plan,
        meaning=event.role,
        at=at,
        worker_id=worker_id,
        name=life.client.name if is_client else setting.workers[event.by].name,
        credential="" if is_client else ", ".join(setting.titles(worker_id, at.date()))[:120],
        content_hash=life.hashes[plan.pk],
        **life.about(),
    )
    if event.role == "author":
        ask_for_second(told, life, plan, event)
    elif event.role == "cosign":
        second_signed(told, plan, event)
    signed = life.signed.setdefault(plan.pk, set())
    signed.add(event.role)
    if plan.state == State.ACTIVE:
        return
    if not signed >= {"author", "client"}:
        told.book.change(plan, state=State.SIGNED.value)
        return
    if life.plan is not None and life.plan is not plan:
        told.book.change(life.plan, state=State.SUPERSEDED.value, ended_at=at)
    here = setting.day(at, plan.site_id)
    rules = setting.deadlines(here)
    told.book.change(
        plan,
        state=State.ACTIVE.value,
        active_from=at,
        review_due_on=here + timedelta(days=rules["plan_review"].limit),
        stay_due_on=here + timedelta(days=rules["continued_stay"].limit),
    )
    life.plan = plan


@tells(events.PlanReviewed)
def plan_reviewed(told: Teller, event: events.PlanReviewed) -> None:
    """Where each objective stands, and the next day to look again."""
    life, at = told.life(event), utc(event.at)
    states = {life.objectives[key].number: state for key, state in event.objective_states}
    for key, state in event.objective_states:
        # A newer version made by hand stands for itself; what was told of this one still stands.
        if life.objectives[key].state != state and not life.plan_by_hand:
            told.book.change(life.objectives[key], state=state, state_at=at)
    by_id = told.setting.worker_id(event.by)
    here = told.setting.day(at, life.plan.site_id)
    is_stay = event.kind == PlanReview.Kind.CONTINUED_STAY
    next_due_on = life.plan.review_due_on if is_stay else event.next_due_on
    review = told.book.add(
        PlanReview,
        f"{life.plan.pk}|{at.isoformat()}",
        plan=life.plan,
        at=at,
        by_id=by_id,
        credential=", ".join(told.setting.titles(by_id, here))[:120],
        objective_states=states,
        client_view=event.client_view[:300],
        summary=event.summary[:600],
        kind=event.kind,
        stay_words=event.stay_words,
        stay_next_due_on=event.stay_next_due_on,
        next_due_on=next_due_on,
        **life.about(),
    )
    review.content_hash = review_hash(review)
    days = {"stay_due_on": event.stay_next_due_on} if is_stay else {}
    if not life.plan_by_hand:
        told.book.change(life.plan, review_due_on=next_due_on, **days)
