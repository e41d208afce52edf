"""What a plan lacks, and what its fingerprint covers."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from homeward.plans.library import THEMES, theme_for
from homeward.plans.rules.completeness import problems_before_signing
from homeward.plans.rules.content import content_hash
from homeward.plans.rules.tree import (
    GoalDraft,
    InterventionDraft,
    ObjectiveDraft,
    PlanDraft,
    ProblemDraft,
)

TODAY = date(2026, 11, 24)
WORK = InterventionDraft(
    modality="group", frequency="three times a week", duration="6 weeks", worker_id=UUID(int=1)
)
STEP = ObjectiveDraft(
    statement="Name five triggers",
    measure="list of five",
    target_on=date(2027, 1, 5),
    interventions=(WORK,),
)
GOAL = GoalDraft(own_words="I want my mornings back.", objectives=(STEP,))
PROBLEM = ProblemDraft(statement="Urges come on most days.", dimension=5, goals=(GOAL,))
WHOLE = PlanDraft(
    strengths="Shows up", barriers="Shift work", discharge_criteria="Objectives met",
    estimated_weeks=12, medications="none", family_involvement="not wanted", problems=(PROBLEM,),
)  # fmt: skip


def with_step(**changes: Any) -> PlanDraft:
    """The whole plan with another objective."""
    goal = replace(GOAL, objectives=(replace(STEP, **changes),))
    return replace(WHOLE, problems=(replace(PROBLEM, goals=(goal,)),))


def with_work(**changes: Any) -> PlanDraft:
    """The whole plan with another intervention."""
    return with_step(interventions=(replace(WORK, **changes),))


@pytest.mark.parametrize(
    ("plan", "codes"),
    [
        (WHOLE, ()),
        (replace(WHOLE, strengths=" "), ("strengths_missing",)),
        (replace(WHOLE, barriers="", medications=""), ("barriers_missing", "medications_missing")),
        (replace(WHOLE, discharge_criteria=""), ("discharge_criteria_missing",)),
        (replace(WHOLE, family_involvement=""), ("family_missing",)),
        (replace(WHOLE, estimated_weeks=0), ("length_missing",)),
        (replace(WHOLE, problems=()), ("no_problem",)),
        (replace(WHOLE, problems=(replace(PROBLEM, goals=()),)), ("problem_without_goal",)),
        (
            replace(WHOLE, problems=(replace(PROBLEM, goals=(replace(GOAL, objectives=()),)),)),
            ("goal_without_objective",),
        ),
        (with_step(measure=""), ("objective_without_measure",)),
        (with_step(statement="Triggers"), ("objective_without_verb",)),
        (with_step(target_on=TODAY), ("objective_without_target",)),
        (with_step(target_on=None), ("objective_without_target",)),
        (with_step(interventions=()), ("objective_without_intervention",)),
        (with_work(frequency=""), ("intervention_without_frequency",)),
        (with_work(duration=""), ("intervention_without_duration",)),
        (with_work(worker_id=None), ("intervention_without_worker",)),
        (with_work(modality=""), ("intervention_without_modality",)),
    ],
)
def test_a_plan_names_what_it_lacks(plan: PlanDraft, codes: tuple[str, ...]) -> None:
    """Each rule of the thread, one by one."""
    assert problems_before_signing(plan, TODAY) == codes


def test_the_fingerprint_covers_every_word() -> None:
    """Any change anywhere is another plan."""
    others = [
        with_work(text="more"),
        with_step(baseline="none"),
        replace(WHOLE, barriers="Bus line"),
    ]
    assert content_hash(WHOLE) == content_hash(replace(WHOLE))
    assert len({content_hash(each) for each in (WHOLE, *others)}) == 4


@pytest.mark.parametrize(
    ("ratings", "edition", "code"),
    [
        ({"1": 0, "3": 2, "5": 2}, "3", "return_to_use"),
        ({"1": 0, "3": 3, "5": 2}, "3", "mood"),
        ({"6": 3, "5": 2}, "3", "surroundings"),
        ({"4": 2, "5": 1}, "4", "return_to_use"),
        ({"5": 3}, "4", "surroundings"),
        ({}, "3", "return_to_use"),
    ],
)
def test_the_first_thread_follows_the_highest_need(
    ratings: dict[str, int], edition: str, code: str
) -> None:
    """Among equals the risk of use comes first."""
    assert theme_for(ratings, edition).code == code


def test_every_thread_of_the_library_could_be_signed() -> None:
    """The library never hands out half a thread."""
    from homeward.plans.actions.start_plan import thread_from

    for theme in THEMES:
        plan = replace(WHOLE, problems=(thread_from(theme, UUID(int=1), TODAY),))
        assert problems_before_signing(plan, TODAY) == (), theme.code
