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
                modality=row.modality,
                frequency=row.frequency,
                duration=row.duration,
                worker_id=row.worker_id,
                text=row.text,
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
        problems=tuple(
            ProblemDraft(
                statement=row.statement,
                dimension=row.dimension,
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
                step = Objective.objects.create(
                    goal=wanted,
                    number=objective.number or f"{position}.{count}",
                    statement=objective.statement[:200],
                    measure=objective.measure[:200],
                    baseline=objective.baseline[:120],
                    target_on=objective.target_on,
                    state_at=now,
                    **about,
                )
                for intervention in objective.interventions:
                    Intervention.objects.create(
                        objective=step,
                        modality=intervention.modality[:60],
                        frequency=intervention.frequency[:60],
                        duration=intervention.duration[:60],
                        worker_id=intervention.worker_id,
                        text=intervention.text[:200],
                        **about,
                    )
