"""What a plan lacks, and what its fingerprint covers."""

from dataclasses import replace
from datetime import date
from typing import Any
from uuid import UUID

import pytest

from homeward.plans.library import TEXTS, THEMES, theme_for
from homeward.plans.refusal_words import PROBLEMS, REFUSALS
from homeward.plans.rules.completeness import Gap, gaps_in, problems_before_signing
from homeward.plans.rules.content import content_hash
from homeward.plans.rules.own_words import borrowed_in
from homeward.plans.rules.tree import (
    GoalDraft,
    InterventionDraft,
    ObjectiveDraft,
    PlanDraft,
    ProblemDraft,
)

TODAY = date(2026, 11, 24)
FIRST_FORM_OF_OLD = "b1cd0ce73987a9caca3df3fce5b20f20453a0ee68ea9c76dd9dcc0ec81b7b5c5"
WORK = InterventionDraft(
    kind="group", approach="relapse_prevention", times=3, every_weeks=1, minutes=90, weeks=6,
    worker_id=UUID(int=1),
)  # fmt: skip
STEP = ObjectiveDraft(
    statement="Name five triggers",
    measure="list of five",
    baseline="names one",
    target_on=date(2027, 1, 5),
    interventions=(WORK,),
)
GOAL = GoalDraft(own_words="I want my mornings back.", objectives=(STEP,))
PROBLEM = ProblemDraft(statement="Urges come on most days.", dimension=5, goals=(GOAL,))
WHOLE = PlanDraft(
    strengths="Shows up", barriers="Shift work", discharge_criteria="Objectives met",
    estimated_weeks=12, medications="none", family_wish="declined",
    family_involvement="Not now.", problems=(PROBLEM,),
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
        (replace(WHOLE, family_involvement=""), ("family_unsaid",)),
        (replace(WHOLE, family_wish="", family_involvement=""), ("family_missing",)),
        (replace(WHOLE, estimated_weeks=0), ("length_missing",)),
        (replace(WHOLE, problems=()), ("no_problem",)),
        (replace(WHOLE, problems=(replace(PROBLEM, goals=()),)), ("problem_without_goal",)),
        (
            replace(WHOLE, problems=(replace(PROBLEM, goals=(replace(GOAL, objectives=()),)),)),
            ("goal_without_objective",),
        ),
        (
            replace(WHOLE, problems=(replace(PROBLEM, goals=(replace(GOAL, own_words=" "),)),)),
            ("goal_without_own_words",),
        ),
        (with_step(measure=""), ("objective_without_measure",)),
        (with_step(baseline=""), ("objective_without_baseline",)),
        (with_step(statement="Feel better at home"), ("objective_without_verb",)),
        (with_step(statement="I will understand my triggers"), ("objective_without_verb",)),
        (with_step(statement="I will call my sister"), ()),
        (with_step(statement="Llamar a mi hermana"), ()),
        (with_step(statement="Triggers"), ("objective_without_verb",)),
        (with_step(target_on=TODAY), ("objective_without_target",)),
        (with_step(target_on=None), ("objective_without_target",)),
        (with_step(interventions=()), ("objective_without_intervention",)),
        (with_work(times=None), ("intervention_without_frequency",)),
        (with_work(every_weeks=0), ("intervention_without_frequency",)),
        (with_work(minutes=None), ("intervention_without_minutes",)),
        (with_work(weeks=None), ("intervention_without_duration",)),
        (with_work(worker_id=None), ("intervention_without_worker",)),
        (with_work(kind=""), ("intervention_without_kind",)),
        (with_work(approach=""), ("intervention_without_approach",)),
    ],
)
def test_a_plan_names_what_it_lacks(plan: PlanDraft, codes: tuple[str, ...]) -> None:
    """Each rule of the thread, one by one."""
    assert problems_before_signing(plan, TODAY) == codes


def test_the_fingerprint_covers_every_word() -> None:
    """Any change anywhere is another plan."""
    others = [
        with_work(text="more"),
        with_step(baseline="names none"),
        replace(WHOLE, barriers="Bus line"),
    ]
    assert content_hash(WHOLE) == content_hash(replace(WHOLE))
    assert len({content_hash(each) for each in (WHOLE, *others)}) == 4


def test_what_was_signed_in_the_first_form_is_still_the_same() -> None:
    """A fingerprint made when plans were words alone; what they learned since does not move it."""
    done = InterventionDraft(
        modality="group", frequency="three times a week", duration="6 weeks", worker_id=UUID(int=1)
    )
    old = replace(with_step(baseline="", interventions=(done,)), family_involvement="not wanted")
    assert content_hash(old, form=1) == FIRST_FORM_OF_OLD
    assert content_hash(replace(old, family_wish=""), form=1) == FIRST_FORM_OF_OLD
    assert content_hash(replace(old, barriers="none"), form=1) != FIRST_FORM_OF_OLD


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
        assert {gap.code for gap in borrowed_in(plan, TEXTS, 3)} == {
            "problem_from_library", "goal_from_library",
        }  # fmt: skip
    assert {theme.dimension for theme in THEMES} == set(range(1, 7))


def test_every_gap_names_its_part() -> None:
    """Two steps, the second without a measure: the gap says which."""
    second = replace(STEP, measure="", number="1.2")
    goal = replace(GOAL, objectives=(replace(STEP, number="1.1"), second))
    plan = replace(WHOLE, problems=(replace(PROBLEM, goals=(goal,)), replace(PROBLEM, goals=())))
    assert gaps_in(plan, TODAY) == (
        Gap("objective_without_measure", "1.2"),
        Gap("problem_without_goal", "2"),
    )


@pytest.mark.parametrize("code", [*PROBLEMS, *REFUSALS])
def test_every_code_has_words_that_say_what_to_do(code: str) -> None:
    """A sentence, and it ends as one."""
    words = str({**PROBLEMS, **REFUSALS}[code])
    assert len(words.split()) >= 4 and words.endswith(".")
