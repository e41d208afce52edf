"""The thread of a plan as the real actions take it."""

from typing import Any

from homeward.demo.story import events
from homeward.plans.rules.tree import GoalDraft, InterventionDraft, ObjectiveDraft, ProblemDraft


def problem_drafts(
    event: events.PlanStarted, worker_ids: dict[str, Any]
) -> tuple[ProblemDraft, ...]:
    """The plan's thread as the actions take it; objectives keep the story's order."""
    return tuple(
        ProblemDraft(
            statement=problem.text[:200],
            dimension=problem.dimension,
            goals=tuple(
                GoalDraft(
                    own_words=goal.words[:200],
                    clinical_words=goal.clinical[:200],
                    objectives=tuple(_objective(item, worker_ids) for item in goal.objectives),
                )
                for goal in problem.goals
            ),
        )
        for problem in event.problems
    )


def _objective(item: events.Objective, worker_ids: dict[str, Any]) -> ObjectiveDraft:
    return ObjectiveDraft(
        statement=item.text[:200],
        measure=item.measure[:200],
        baseline=item.baseline[:120],
        target_on=item.target_on,
        interventions=tuple(
            InterventionDraft(
                kind=each.kind,
                approach=each.approach,
                times=each.times,
                every_weeks=each.every_weeks,
                minutes=each.minutes,
                weeks=each.duration_weeks,
                worker_id=worker_ids.get(each.worker),
                text=each.text[:200],
            )
            for each in item.interventions
        ),
    )


def objective_keys(event: events.PlanStarted) -> dict[str, str]:
    """The number each of the story's objectives gets in the plan."""
    found = {}
    for position, problem in enumerate(event.problems, start=1):
        count = 0
        for goal in problem.goals:
            for item in goal.objectives:
                count += 1
                found[item.key] = f"{position}.{count}"
    return found
