"""What a plan still lacks before it may be signed.

Source: domain handbook, treatment plan: no problem without a goal, no goal without an objective;
an objective has verb, measure and target date; an intervention has all four fields; a plan has
strengths, barriers, discharge criteria, length, medications, family involvement or its refusal.
"""

from collections.abc import Iterator
from datetime import date

from homeward.plans.rules.tree import GoalDraft, InterventionDraft, ObjectiveDraft, PlanDraft


def problems_before_signing(plan: PlanDraft, on: date) -> tuple[str, ...]:
    """Codes in the order of the form, each once; empty when the plan is whole."""
    return tuple(dict.fromkeys(_problems(plan, on)))


def _problems(plan: PlanDraft, on: date) -> Iterator[str]:
    for code, missing in (
        ("strengths_missing", not plan.strengths.strip()),
        ("barriers_missing", not plan.barriers.strip()),
        ("discharge_criteria_missing", not plan.discharge_criteria.strip()),
        ("length_missing", plan.estimated_weeks < 1),
        ("medications_missing", not plan.medications.strip()),
        ("family_missing", not plan.family_involvement.strip()),
        ("no_problem", not plan.problems),
    ):
        if missing:
            yield code
    for problem in plan.problems:
        if not problem.goals:
            yield "problem_without_goal"
        for goal in problem.goals:
            yield from _goal(goal, on)


def _goal(goal: GoalDraft, on: date) -> Iterator[str]:
    if not goal.objectives:
        yield "goal_without_objective"
    for objective in goal.objectives:
        yield from _objective(objective, on)


def _objective(objective: ObjectiveDraft, on: date) -> Iterator[str]:
    if len(objective.statement.split()) < 2:
        yield "objective_without_verb"
    if not objective.measure.strip():
        yield "objective_without_measure"
    if objective.target_on is None or objective.target_on <= on:
        yield "objective_without_target"
    if not objective.interventions:
        yield "objective_without_intervention"
    for intervention in objective.interventions:
        yield from _intervention(intervention)


def _intervention(intervention: InterventionDraft) -> Iterator[str]:
    for code, missing in (
        ("intervention_without_modality", not intervention.modality.strip()),
        ("intervention_without_frequency", not intervention.frequency.strip()),
        ("intervention_without_duration", not intervention.duration.strip()),
        ("intervention_without_worker", intervention.worker_id is None),
    ):
        if missing:
            yield code
