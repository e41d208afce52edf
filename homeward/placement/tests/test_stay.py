"""Staying at a level or moving on: every ground, and what the team decides."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from homeward.core import clock
from homeward.kernel.reasons import State
from homeward.people.models import Client
from homeward.placement import actions, refusal_words
from homeward.placement.models import Placement
from homeward.placement.rules.continuing import (
    MOVE_GROUNDS,
    STAY_GROUNDS,
    Course,
    stay_or_move,
)
from homeward.placement.tests.test_actions import decide, rate
from homeward.testing.cast import Cast

GOING_WELL = Course(is_progressing=True, goals_are_met=False, new_problem="none")


@pytest.mark.parametrize(
    ("course", "outcome", "grounds"),
    [
        (Course(), "undetermined", []),
        (GOING_WELL, "stay", ["progressing_with_open_goals"]),
        (Course(is_progressing=True), "undetermined", []),
        (Course(is_progressing=False, is_able_and_working=True), "stay", ["able_and_working"]),
        (Course(is_progressing=False, is_able_and_working=False), "undetermined", []),
        (Course(new_problem="here"), "stay", ["new_problem_treated_here"]),
        (Course(new_problem="elsewhere"), "move", ["new_problem_needs_another_level"]),
        (Course(goals_are_met=True, is_progressing=True), "move", ["goals_met"]),
        (Course(can_progress_here=False), "move", ["no_progress_possible_here"]),
        (Course(wants_to_leave=True), "move", ["client_leaves"]),
        (
            Course(is_progressing=True, goals_are_met=False, new_problem="elsewhere"),
            "move",
            ["new_problem_needs_another_level"],
        ),
    ],
)
def test_each_ground(course: Course, outcome: str, grounds: list[str]) -> None:
    """A ground to move outweighs a ground to stay; nothing known decides nothing."""
    decision = stay_or_move(course)
    assert (decision.outcome, decision.extras["grounds"]) == (outcome, grounds)


@pytest.mark.parametrize(
    ("course", "direction"),
    [
        (GOING_WELL, ""),
        (Course(goals_are_met=True), "less_intensive"),
        (Course(wants_to_leave=True), "offered_hand_off"),
        (Course(goals_are_met=True, wants_to_leave=True), "less_intensive"),
        (Course(goals_are_met=True, new_problem="elsewhere"), "another_level"),
        (Course(wants_to_leave=True, new_problem="elsewhere"), "another_level"),
    ],
)
def test_a_new_problem_leads_before_goals_that_are_met(course: Course, direction: str) -> None:
    """Met goals never send somebody with an untreated new problem to less care."""
    assert stay_or_move(course).extras["direction"] == direction


def test_what_nobody_answered_is_named() -> None:
    """Unknown is a state of its own."""
    decision = stay_or_move(Course(is_progressing=True))
    assert "goals_met" in decision.extras["open"]
    assert {line.code for line in decision.lines(State.UNKNOWN)} == set(decision.extras["open"])


def test_every_ground_has_words() -> None:
    """And every outcome and direction."""
    assert set(refusal_words.STAY_REASONS) == {*STAY_GROUNDS, *MOVE_GROUNDS}


@pytest.mark.django_db
class TestDecideStay:
    def stay(self, cast: Cast, placement: Placement, **more: Any) -> Any:
        """Dana records it."""
        given = {
            "actor": cast.dana.actor, "placement_id": placement.pk, "course": GOING_WELL,
            "outcome": "stay", "now": clock.now(), **more,
        }  # fmt: skip
        return actions.decide_stay(**given)

    def test_keeps_the_grounds_for_good(self, cast: Cast) -> None:
        """What was known and what was decided stand side by side."""
        made = self.stay(cast, decide(cast, rate(cast)))
        assert made.course == {
            "is_progressing": True, "goals_are_met": False, "new_problem": "none",
        }  # fmt: skip
        assert made.suggestion["outcome"] == "stay" and made.credential == "LPC"
        with pytest.raises(DatabaseError), transaction.atomic():
            made.change(outcome="move")

    def test_needs_the_coded_reason_where_it_differs(self, cast: Cast) -> None:
        """As a placement does."""
        placement = decide(cast, rate(cast))
        with pytest.raises(actions.StayReasonNeeded):
            self.stay(cast, placement, outcome="move")
        assert self.stay(cast, placement, outcome="move", reason="payer").reason == "payer"

    def test_needs_a_decided_placement_within_reach(self, cast: Cast) -> None:
        """A draft is no level; Omar finds nothing."""
        draft = rate(cast)
        with pytest.raises(actions.NotDecidedYet):
            self.stay(cast, draft)
        decide(cast, draft)
        with pytest.raises(Placement.DoesNotExist):
            self.stay(cast, draft, actor=cast.omar.actor)


@pytest.mark.django_db
class TestExternalResult:
    def attach(self, cast: Cast, **more: Any) -> Any:
        """Dana attaches a result."""
        now = clock.now()
        given = {
            "actor": cast.dana.actor, "client_id": cast.jo.pk, "tool": "continuum",
            "edition": "3", "level": "2.5", "done_on": now.date() - timedelta(days=2),
            "done_by": "R. Bell, LCSW", "kept_where": "Letter of 20 Nov, paper file", "now": now,
            **more,
        }  # fmt: skip
        return actions.attach_external_result(**given)

    def test_is_kept_and_changes_nothing(self, cast: Cast) -> None:
        """The suggestion is ours."""
        draft = rate(cast)
        assert self.attach(cast).level == "2.5"
        draft.refresh_from_db()
        assert draft.indicated_level == "2.1"

    @pytest.mark.parametrize(
        ("wrong", "code"),
        [
            ({"tool": "horoscope"}, "tool_unknown"),
            ({"tool": "other"}, "tool_name_missing"),
            ({"level": "9"}, "level_unknown"),
            ({"done_by": " "}, "result_author_missing"),
        ],
    )
    def test_says_what_is_missing(self, cast: Cast, wrong: Any, code: str) -> None:
        """By code."""
        with pytest.raises(actions.ResultIncomplete) as refused:
            self.attach(cast, **wrong)
        assert refused.value.codes == (code,)

    def test_is_nothing_for_the_other_site(self, cast: Cast) -> None:
        """Omar does not find Jo."""
        with pytest.raises(Client.DoesNotExist):
            self.attach(cast, actor=cast.omar.actor)


@pytest.mark.django_db
def test_the_database_keeps_no_discrepancy_without_its_reason(cast: Cast) -> None:
    """Below every action."""
    draft = rate(cast)
    with pytest.raises(DatabaseError), transaction.atomic():
        draft.change(
            provided_level="1", decided_at=clock.now(), decided_by_id=cast.dana.pk, discrepancy=""
        )
