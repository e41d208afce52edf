"""What a plan lacks, and what its fingerprint covers."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest

from homeward.plans.library import TEXTS, THEMES, theme_for
from homeward.plans.refusal_words import PROBLEMS, REFUSALS
from homeward.plans.rules.completeness import Gap, gaps_in, problems_before_signing
from homeward.plans.rules.content import content_hash
from homeward.plans.rules.copies import near_copy, sentences_of
from homeward.plans.rules.difference import side_by_side
from homeward.plans.rules.own_words import borrowed_in, own_words
from homeward.plans.rules.rhythm import PlannedSession, merged
from homeward.plans.rules.signatories import SigningCase, signatories_of
from homeward.plans.rules.standing import PlanFacts, standing_of
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


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("Urges come on most days and there are few ways to ride them out.", 0),
        ("urges come on MOST days, and there are few ways to ride them out", 0),
        ("Urges come on paydays and there are few ways to ride them out.", 1),
        ("Urges come on the bus after the night shift.", 6),
    ],
)
def test_own_words_are_those_the_library_does_not_have(text: str, own: int) -> None:
    """Case and punctuation make nothing one's own."""
    assert own_words(text, TEXTS["return_to_use"]) == own


COPIED = "She works nights and sleeps in the car. Urges come after the shift at the gas station."


@pytest.mark.parametrize(
    ("other", "percent"),
    [
        (COPIED, 100),
        (COPIED.replace("She", "He"), 100),
        (COPIED.split(". ")[1], 52),
        ("Quite another life with quite other words in it.", None),
        ("", None),
    ],
)
def test_a_near_copy_is_found_with_its_sentences(other: str, percent: int | None) -> None:
    """By whole sentences, edited lightly or not; the share is of this plan's words."""
    own = sentences_of(COPIED)
    found = near_copy(own, [("other", other)], twin_percent=80, copy_percent=50)
    assert (found.percent if found else None) == percent
    if found and percent == 100:
        assert found.twins == own


@pytest.mark.parametrize(
    ("facts", "standing"),
    [
        ({"state": "draft"}, "draft"),
        ({"state": "draft", "is_shared": True}, "with_client"),
        ({"state": "draft", "is_shared": True, "client_agrees": True}, "client_reviewed"),
        ({"state": "signed"}, "signed"),
        ({"state": "active", "review_due_on": date(2026, 11, 25)}, "active"),
        ({"state": "active", "waits_for_cosigner": True}, "cosign_pending"),
        ({"state": "active", "review_due_on": TODAY}, "review_due"),
        (
            {"state": "active", "review_due_on": TODAY, "waits_for_cosigner": True},
            "review_due",
        ),
        ({"state": "superseded", "review_due_on": TODAY}, "superseded"),
        ({"state": "closed", "is_shared": True}, "closed"),
    ],
)
def test_a_plan_stands_at_one_word(facts: dict[str, Any], standing: str) -> None:
    """The states of the handbook, each from what was done."""
    assert standing_of(PlanFacts(**facts), TODAY) == standing


def test_side_by_side_names_every_change() -> None:
    """Changed, added, taken away; what is the same says so."""
    more = replace(STEP, statement="Call a friend", number="1.2")
    goal = replace(GOAL, objectives=(replace(STEP, number="1.1", baseline="names two"), more))
    before = replace(WHOLE, problems=(
        replace(PROBLEM, goals=(replace(GOAL, objectives=(replace(STEP, number="1.1"),)),)),
        replace(PROBLEM, goals=(replace(GOAL, objectives=(replace(STEP, number="2.1"),)),)),
    ))  # fmt: skip
    after = replace(WHOLE, barriers="Bus line", problems=(replace(PROBLEM, goals=(goal,)),))
    found = {(line.part, line.at): line.change for line in side_by_side(before, after)}
    assert found["barriers", ""] == "changed" and found["strengths", ""] == "same"
    assert found["baseline", "1.1"] == "changed" and found["objective", "1.2"] == "added"
    assert found["objective", "2.1"] == found["problem", "2"] == "removed"


@pytest.mark.parametrize(
    ("case", "signers"),
    [
        ({}, ("client",)),
        ({"guardian": "Kim Avery"}, ("guardian",)),
        ({"payer": "Medicare"}, ("client", "physician")),
        ({"guardian": "Kim Avery", "payer": "Medicare"}, ("guardian", "physician")),
    ],
)
def test_who_signs_follows_court_and_payer(case: dict[str, str], signers: tuple[str, ...]) -> None:
    """The client unless a court named somebody; a physician where the payer asks."""
    decision = signatories_of(SigningCase(**case))
    assert decision.extras["signers"] == signers and decision.outcome == signers[0]


def test_meetings_of_one_kind_with_one_person_are_the_same_meetings() -> None:
    """The denser rhythm and the longer meeting hold; a third of a meeting stays a third."""
    base = {"client_id": UUID(int=1), "plan_id": UUID(int=2), "kind": "individual"}
    one = PlannedSession(**base, times=1, every_weeks=2, minutes=50, worker_id=UUID(int=3),
                         objectives=("1.2",), until=date(2027, 1, 1))  # fmt: skip
    two = PlannedSession(**base, times=1, every_weeks=1, minutes=30, worker_id=UUID(int=3),
                         objectives=("2.1",))  # fmt: skip
    third = PlannedSession(**{**base, "kind": "family"}, times=1, every_weeks=3, minutes=60,
                           worker_id=UUID(int=3))  # fmt: skip
    family, individual = merged([one, two, third])
    assert family.times_per_week == Fraction(1, 3)
    assert (individual.times, individual.every_weeks, individual.minutes) == (1, 1, 50)
    assert individual.objectives == ("1.2", "2.1") and individual.until is None
