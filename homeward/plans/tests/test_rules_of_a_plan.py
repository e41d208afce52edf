"""Whether a plan is a client's own, how it stands, what changed, who signs, how often they meet."""

from dataclasses import replace
from datetime import date
from fractions import Fraction
from typing import Any
from uuid import UUID

import pytest

from homeward.plans.library import TEXTS
from homeward.plans.rules.copies import near_copy, sentences_of
from homeward.plans.rules.difference import side_by_side
from homeward.plans.rules.in_plan import in_plan
from homeward.plans.rules.own_words import own_words
from homeward.plans.rules.rhythm import PlannedSession, merged
from homeward.plans.rules.signatories import SigningCase, signatories_of
from homeward.plans.rules.standing import PlanFacts, standing_of
from homeward.plans.tests.test_rules import GOAL, PROBLEM, STEP, TODAY, WHOLE


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


@pytest.mark.parametrize(
    ("kind", "has_plan", "outcome"),
    [
        ("individual", True, "planned"),
        ("family", True, "outside"),
        ("individual", False, "outside"),
        ("medical", True, "free"),
        ("medical", False, "free"),
        ("crisis", False, "free"),
        ("assessment", False, "free"),
    ],
)
def test_a_session_outside_the_plan_is_warned_about_and_never_blocked(
    kind: str, has_plan: bool, outcome: str
) -> None:
    """Crisis, assessment and medical contacts need no plan."""
    assert in_plan(kind, has_plan=has_plan, kinds={"individual"}).outcome == outcome


def test_a_group_of_families_stands_in_a_plan_that_asks_for_family() -> None:
    assert in_plan("multi_family", has_plan=True, kinds={"family"}).outcome == "planned"
    assert in_plan("multi_family", has_plan=True, kinds={"group"}).outcome == "outside"
