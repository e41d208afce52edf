"""What a plan still lacks before it may be signed: each gap with the part it is in.

Source: domain handbook, treatment plan: no problem without a goal, no goal without an objective;
an objective has verb, baseline, measure and target date; an intervention says kind and model, how
often, how long and who; a plan has strengths, barriers, discharge criteria, length, medications,
family involvement or its refusal. The words for each code name the field and the mend.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from homeward.plans.rules.tree import (
    GoalDraft,
    InterventionDraft,
    ObjectiveDraft,
    PlanDraft,
    ProblemDraft,
)

# What somebody has or is, but cannot be seen doing: no step begins so.
NOT_DONE = frozenset(
    {
        "be", "become", "feel", "know", "understand", "believe", "realize", "realise", "appreciate",
        "improve", "increase", "decrease", "better", "more", "less", "no", "not",
        "ser", "estar", "sentir", "sentirse", "saber", "entender", "comprender", "mejorar",
    }
)  # fmt: skip
BEFORE_THE_VERB = frozenset({"i", "will", "to", "client", "the", "we"})
FEWEST_WORDS = 2


@dataclass(frozen=True, slots=True)
class Gap:
    """One thing missing: its code, and which part lacks it ("2" a problem, "2.1" an objective)."""

    code: str
    at: str = ""


def problems_before_signing(plan: PlanDraft, on: date) -> tuple[str, ...]:
    """Codes in the order of the form, each once; empty when the plan is whole."""
    return tuple(dict.fromkeys(gap.code for gap in gaps_in(plan, on)))


def gaps_in(plan: PlanDraft, on: date) -> tuple[Gap, ...]:
    """Every gap in the order of the form, each part named."""
    return tuple(dict.fromkeys(_gaps(plan, on)))


def _gaps(plan: PlanDraft, on: date) -> Iterator[Gap]:
    for code, missing in (
        ("strengths_missing", not plan.strengths.strip()),
        ("barriers_missing", not plan.barriers.strip()),
        ("discharge_criteria_missing", not plan.discharge_criteria.strip()),
        ("length_missing", plan.estimated_weeks < 1),
        ("medications_missing", not plan.medications.strip()),
        ("family_missing", not (plan.family_wish or plan.family_involvement.strip())),
        ("family_unsaid", plan.family_wish != "" and not plan.family_involvement.strip()),
        ("no_problem", not plan.problems),
    ):
        if missing:
            yield Gap(code)
    for place, problem in enumerate(plan.problems, start=1):
        yield from _problem(problem, str(place), on)


def _problem(problem: ProblemDraft, at: str, on: date) -> Iterator[Gap]:
    if not problem.goals:
        yield Gap("problem_without_goal", at)
    count = 0
    for goal in problem.goals:
        yield from _goal(goal, at)
        for objective in goal.objectives:
            count += 1
            yield from _objective(objective, objective.number or f"{at}.{count}", on)


def _goal(goal: GoalDraft, at: str) -> Iterator[Gap]:
    if not goal.own_words.strip():
        yield Gap("goal_without_own_words", at)
    if not goal.objectives:
        yield Gap("goal_without_objective", at)


def _objective(objective: ObjectiveDraft, at: str, on: date) -> Iterator[Gap]:
    for code, missing in (
        ("objective_without_verb", not says_an_action(objective.statement)),
        ("objective_without_baseline", not objective.baseline.strip()),
        ("objective_without_measure", not objective.measure.strip()),
        (
            "objective_without_target",
            objective.target_on is None or objective.target_on <= on,
        ),
        ("objective_without_intervention", not objective.interventions),
    ):
        if missing:
            yield Gap(code, at)
    for intervention in objective.interventions:
        yield from _intervention(intervention, at)


def says_an_action(statement: str) -> bool:
    """Whether a step begins with something somebody can be seen doing.

    >>> says_an_action("Call my sister twice a week"), says_an_action("Feel better")
    (True, False)
    """
    words = [word.strip(".,;:!?“”\"'").casefold() for word in statement.split()]
    while words and words[0] in BEFORE_THE_VERB:
        words.pop(0)
    return len(words) >= FEWEST_WORDS and words[0] not in NOT_DONE


def _intervention(done: InterventionDraft, at: str) -> Iterator[Gap]:
    for code, missing in (
        ("intervention_without_kind", not done.kind),
        ("intervention_without_approach", not done.approach),
        ("intervention_without_frequency", not (done.times and done.every_weeks)),
        ("intervention_without_minutes", not done.minutes),
        ("intervention_without_duration", not done.weeks),
        ("intervention_without_worker", done.worker_id is None),
    ):
        if missing:
            yield Gap(code, at)
