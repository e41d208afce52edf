"""Writing the parts of a draft one by one: a problem, a step, what staff do for it."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.plans.actions.start_plan import draft_to_write
from homeward.plans.models import Goal, Intervention, Objective, Plan, Problem
from homeward.plans.rules.tree import InterventionDraft, ObjectiveDraft, ProblemDraft
from homeward.plans.tree_rows import (
    DONE_BY_STAFF,
    NEED,
    write_intervention,
    write_objective,
)

SERVICE = Actor.of_service("plans")


class LastOfItsKind(Refusal):
    """A problem keeps one step and a step one thing that staff do; take out the whole instead."""


@action
def change_problem(
    *,
    actor: Actor,
    plan_id: UUID,
    problem_id: UUID,
    problem: ProblemDraft,
    now: datetime,
    expected_version: int | None = None,
) -> Plan:
    """Write what stands in the way, the need it answers, and the goal in both wordings anew.

    The steps below stay as they are.
    """
    plan = draft_to_write(actor, plan_id)
    expect_version(plan, expected_version)
    row = _within(Problem, plan_id=plan.pk).get(pk=problem_id)
    row.change(
        statement=problem.statement[:200],
        dimension=problem.dimension,
        **{name: getattr(problem, name) for name in NEED if name != "library_code"},
    )
    goals = list(_within(Goal, problem_id=row.pk).order_by("position"))
    for wanted, goal in zip(problem.goals, goals, strict=False):
        goal.change(own_words=wanted.own_words[:200], clinical_words=wanted.clinical_words[:200])
    return _written(actor, plan, "plans.problem.changed", now)


@action
def keep_objective(
    *,
    actor: Actor,
    plan_id: UUID,
    problem_id: UUID,
    objective: ObjectiveDraft,
    now: datetime,
    objective_id: UUID | None = None,
    expected_version: int | None = None,
) -> Plan:
    """Add a step under a problem's goal, or write one anew; its number stays."""
    plan = draft_to_write(actor, plan_id)
    expect_version(plan, expected_version)
    problem = _within(Problem, plan_id=plan.pk).get(pk=problem_id)
    steps = _within(Objective, goal__problem_id=problem.pk)
    if objective_id is None:
        goal = _within(Goal, problem_id=problem.pk).order_by("position").first()
        write_objective(problem, goal, objective, _next_number(problem, steps), now)
    else:
        steps.get(pk=objective_id).change(
            statement=objective.statement[:200],
            measure=objective.measure[:200],
            baseline=objective.baseline[:120],
            instrument=objective.instrument[:40],
            target_on=objective.target_on,
        )
    return _written(actor, plan, "plans.objective.written", now)


@action
def keep_intervention(
    *,
    actor: Actor,
    plan_id: UUID,
    objective_id: UUID,
    intervention: InterventionDraft,
    now: datetime,
    intervention_id: UUID | None = None,
    expected_version: int | None = None,
) -> Plan:
    """Add what staff do for a step, or write it anew."""
    plan = draft_to_write(actor, plan_id)
    expect_version(plan, expected_version)
    step = _within(Objective, goal__problem__plan_id=plan.pk).get(pk=objective_id)
    if intervention_id is None:
        write_intervention(step, intervention)
    else:
        row = _within(Intervention, objective_id=step.pk).get(pk=intervention_id)
        given = {name: getattr(intervention, name) for name in DONE_BY_STAFF}
        row.change(**given, worker_id=intervention.worker_id)
    return _written(actor, plan, "plans.intervention.written", now)


@action
def drop_objective(*, actor: Actor, plan_id: UUID, objective_id: UUID, now: datetime) -> Plan:
    """Take a step and what staff do for it out of a draft; the last of a problem stays."""
    plan = draft_to_write(actor, plan_id)
    step = _within(Objective, goal__problem__plan_id=plan.pk).get(pk=objective_id)
    if _within(Objective, goal_id=step.goal_id).count() < 2:
        raise LastOfItsKind
    _remove(Intervention, objective_id=step.pk)
    _remove(Objective, pk=step.pk)
    return _written(actor, plan, "plans.objective.dropped", now)


@action
def drop_intervention(*, actor: Actor, plan_id: UUID, intervention_id: UUID, now: datetime) -> Plan:
    """Take one thing staff do out of a draft; the last of a step stays."""
    plan = draft_to_write(actor, plan_id)
    rows = _within(Intervention, objective__goal__problem__plan_id=plan.pk)
    row = rows.get(pk=intervention_id)
    if rows.filter(objective_id=row.objective_id).count() < 2:
        raise LastOfItsKind
    _remove(Intervention, pk=row.pk)
    return _written(actor, plan, "plans.intervention.dropped", now)


def _within(model: Any, **where: Any) -> Any:
    # The draft itself was reached for writing; its parts are read by the program.
    return model.objects.for_actor(SERVICE, Purpose.TREATMENT).filter(**where)


def _remove(model: Any, **where: Any) -> None:
    rows = model.objects.for_actor(SERVICE, Purpose.TREATMENT).filter(**where)
    rows._raw_delete(rows.db)


def _next_number(problem: Problem, steps: Any) -> str:
    tails = [row.number.rsplit(".", 1) for row in steps]
    heads = [head for head, *rest in tails if rest]
    last = max((int(rest[0]) for _, *rest in tails if rest and rest[0].isdigit()), default=0)
    return f"{heads[0] if heads else problem.position}.{last + 1}"


def _written(actor: Actor, plan: Plan, code: str, now: datetime) -> Plan:
    plan.change()
    audit.record(code, actor=actor, subject=plan, at=now)
    return plan
