"""Between the plan's rows and the frozen tree that rules read."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.plans.models import Goal, Intervention, Objective, Plan, Problem
from homeward.plans.rules.tree import (
    GoalDraft,
    InterventionDraft,
    ObjectiveDraft,
    PlanDraft,
    ProblemDraft,
)

NEED = ("need_kind", "need_ref", "need_words", "library_code")
DONE_BY_STAFF = (
    "kind", "approach", "times", "every_weeks", "minutes", "weeks", "text",
    "modality", "frequency", "duration",
)  # fmt: skip
MOST = {
    "kind": 20, "approach": 20, "text": 200, "modality": 60, "frequency": 60, "duration": 60,
}  # fmt: skip


def tree_of(plan: Plan, actor: Actor | None = None) -> PlanDraft:
    """The whole plan in four reads; without an actor the rules read it for themselves."""
    reader = actor or Actor.of_service("plans")

    def rows(model: Any, **where: Any) -> Any:
        return model.objects.for_actor(reader, Purpose.TREATMENT).filter(**where)

    problems = rows(Problem, plan_id=plan.pk).order_by("position")
    goals = rows(Goal, problem__plan_id=plan.pk).order_by("position")
    objectives = rows(Objective, goal__problem__plan_id=plan.pk).order_by("number")
    interventions = rows(Intervention, objective__goal__problem__plan_id=plan.pk).order_by("pk")
    by_objective: dict[Any, list[InterventionDraft]] = {}
    for row in interventions:
        by_objective.setdefault(row.objective_id, []).append(
            InterventionDraft(
                **{name: getattr(row, name) for name in DONE_BY_STAFF},
                worker_id=row.worker_id,
            )
        )
    by_goal: dict[Any, list[ObjectiveDraft]] = {}
    for row in objectives:
        by_goal.setdefault(row.goal_id, []).append(
            ObjectiveDraft(
                statement=row.statement,
                measure=row.measure,
                baseline=row.baseline,
                target_on=row.target_on,
                number=row.number,
                instrument=row.instrument,
                continues=row.continues_id,
                interventions=tuple(by_objective.get(row.pk, ())),
            )
        )
    by_problem: dict[Any, list[GoalDraft]] = {}
    for row in goals:
        by_problem.setdefault(row.problem_id, []).append(
            GoalDraft(
                own_words=row.own_words,
                clinical_words=row.clinical_words,
                objectives=tuple(by_goal.get(row.pk, ())),
            )
        )
    return PlanDraft(
        strengths=plan.strengths,
        barriers=plan.barriers,
        discharge_criteria=plan.discharge_criteria,
        estimated_weeks=plan.estimated_weeks,
        medications=plan.medications,
        family_involvement=plan.family_involvement,
        family_wish=plan.family_wish,
        problems=tuple(
            ProblemDraft(
                statement=row.statement,
                dimension=row.dimension,
                **{name: getattr(row, name) for name in NEED},
                goals=tuple(by_problem.get(row.pk, ())),
            )
            for row in problems
        ),
    )


def write_problems(plan: Plan, problems: Sequence[ProblemDraft], now: datetime) -> None:
    """Add problems with everything below them, numbered after those the plan has."""
    service = Actor.of_service("plans")
    about: dict[str, Any] = {"client_id": plan.client_id, "site_id": plan.site_id}
    there = Problem.objects.for_actor(service, Purpose.TREATMENT).filter(plan_id=plan.pk)
    first = max((row.position for row in there), default=0) + 1
    for position, problem in enumerate(problems, start=first):
        kept = Problem.objects.create(
            plan=plan,
            position=position,
            statement=problem.statement[:200],
            dimension=problem.dimension,
            need_kind=problem.need_kind[:40],
            need_ref=problem.need_ref[:120],
            need_words=problem.need_words[:200],
            library_code=problem.library_code[:40],
            **about,
        )
        count = 0
        for place, goal in enumerate(problem.goals, start=1):
            wanted = Goal.objects.create(
                problem=kept,
                position=place,
                own_words=goal.own_words[:200],
                clinical_words=goal.clinical_words[:200],
                **about,
            )
            for objective in goal.objectives:
                count += 1
                number = objective.number or f"{position}.{count}"
                write_objective(kept, wanted, objective, number, now)


def write_objective(
    problem: Problem, goal: Goal, objective: ObjectiveDraft, number: str, now: datetime
) -> Objective:
    """One step with what staff do for it, under a goal."""
    about = {"client_id": problem.client_id, "site_id": problem.site_id}
    step = Objective.objects.create(
        goal=goal,
        number=number,
        statement=objective.statement[:200],
        measure=objective.measure[:200],
        baseline=objective.baseline[:120],
        instrument=objective.instrument[:40],
        target_on=objective.target_on,
        continues_id=objective.continues,
        state_at=now,
        **about,
    )
    for intervention in objective.interventions:
        write_intervention(step, intervention)
    return step


def write_intervention(step: Objective, given: InterventionDraft) -> Intervention:
    """What staff do for a step."""
    return Intervention.objects.create(
        objective=step,
        client_id=step.client_id,
        site_id=step.site_id,
        worker_id=given.worker_id,
        **{
            name: value[: MOST[name]] if isinstance(value := getattr(given, name), str) else value
            for name in DONE_BY_STAFF
        },
    )
