"""The weekly suggestion as a table the team can check."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.kernel.reasons import State, decision_from_json
from homeward.progress.rules.review import REQUIRED, ReviewNumbers, Standing, suggest

DAY = date(2026, 11, 24)
NUMBERS = ReviewNumbers(
    attendance_percent=80,
    weeks=4,
    missed_in_row=3,
    lost_contact_days=14,
    minimum_days=90,
    objectives_percent=50,
    positives_that_rise=2,
)
READY = Standing(
    on=DAY,
    admitted_on=DAY - timedelta(days=64),
    phase_began_on=DAY - timedelta(days=42),
    phase_weeks=6,
    phase_minutes=720,
    next_minutes=540,
    sessions_kept=13,
    sessions_expected=16,
    tests_negative=4,
    tests_positive=0,
    tests_missed=0,
    positives_in_phase=0,
    last_positive_on=None,
    objectives_met=2,
    objectives=3,
    has_prevention_plan=True,
    has_sober_support=True,
    missed_in_row=0,
    has_open_safety_duty=False,
    last_attended_on=DAY - timedelta(days=1),
)


@pytest.mark.parametrize(
    ("changes", "outcome"),
    [
        ({}, "step_down"),
        # Attendance: 80 percent over four weeks, rounded down.
        ({"sessions_kept": 12, "sessions_expected": 15}, "step_down"),
        ({"sessions_kept": 12, "sessions_expected": 16}, "stay"),
        ({"sessions_expected": 0, "sessions_kept": 0}, "stay"),
        # Tests negative for the current phase; none taken is not known, and not enough.
        ({"positives_in_phase": 1, "tests_positive": 1}, "stay"),
        ({"tests_positive": 1}, "step_down"),
        ({"tests_negative": 0}, "stay"),
        # Objectives: half of them.
        ({"objectives_met": 1, "objectives": 2}, "step_down"),
        ({"objectives_met": 1}, "stay"),
        ({"objectives": 0, "objectives_met": 0}, "stay"),
        # The plan for staying well may be unknown to the record, but not absent.
        ({"has_prevention_plan": None}, "step_down"),
        ({"has_prevention_plan": False}, "stay"),
        ({"has_sober_support": None}, "step_down"),
        ({"phase_began_on": DAY - timedelta(days=41)}, "stay"),
        # The next phase has as many hours: no step.
        ({"next_minutes": 720}, "stay"),
        # More care comes before less.
        ({"tests_positive": 2, "positives_in_phase": 0}, "step_up"),
        ({"missed_in_row": 3}, "step_up"),
        ({"missed_in_row": 2}, "step_down"),
        ({"has_open_safety_duty": True}, "step_up"),
        ({"recent_overdose": True}, "step_up"),
        ({"withdrawal_signs": True}, "step_up"),
        ({"unsafe_housing": True}, "step_up"),
        ({"unsafe_housing": False}, "step_down"),
        # Nobody is kept on paper.
        ({"last_attended_on": DAY - timedelta(days=14)}, "discharge"),
        ({"last_attended_on": DAY - timedelta(days=13)}, "step_down"),
        ({"last_attended_on": DAY - timedelta(days=20), "missed_in_row": 8}, "discharge"),
        # The last phase done, and long enough in care.
        ({"next_minutes": None}, "stay"),
        ({"next_minutes": None, "admitted_on": DAY - timedelta(days=90)}, "discharge"),
        (
            {"next_minutes": None, "admitted_on": DAY - timedelta(days=90), "objectives_met": 0},
            "stay",
        ),
    ],
)
def test_what_is_suggested(changes, outcome):
    """Triggers for more care first, then lost contact, then the signals for less."""
    assert suggest(replace(READY, **changes), NUMBERS).outcome == outcome


def test_numbers_of_the_program_hold():
    """A program that asks for 90 percent does not suggest a step at 81."""
    assert suggest(READY, replace(NUMBERS, attendance_percent=90)).outcome == "stay"
    assert suggest(READY, replace(NUMBERS, objectives_percent=67)).outcome == "stay"


def test_every_line_has_its_source_and_survives_storage():
    decision = suggest(READY, NUMBERS)
    assert all(line.source for line in decision.reasons)
    assert (decision.rule_set, decision.version) == ("step-1", "1")
    assert decision_from_json(decision.to_json()).to_json() == decision.to_json()


standings = st.builds(
    replace,
    st.just(READY),
    sessions_kept=st.integers(0, 16),
    tests_negative=st.integers(0, 5),
    tests_positive=st.integers(0, 3),
    positives_in_phase=st.integers(0, 3),
    objectives_met=st.integers(0, 3),
    has_prevention_plan=st.sampled_from([True, False, None]),
    missed_in_row=st.integers(0, 5),
    has_open_safety_duty=st.booleans(),
    next_minutes=st.sampled_from([None, 360, 540, 720]),
    last_attended_on=st.dates(DAY - timedelta(days=30), DAY),
)


@given(standings)
def test_a_step_down_never_rests_on_a_line_that_is_not_met(standing):
    decision = suggest(standing, NUMBERS)
    if decision.outcome == "step_down":
        not_met = {line.code for line in decision.lines(State.NOT_MET)}
        assert not not_met & REQUIRED


@given(standings)
def test_more_use_never_leads_to_less_care(standing):
    """Adding a positive test never turns anything into a step down."""
    more = replace(
        standing,
        tests_positive=standing.tests_positive + 1,
        positives_in_phase=standing.positives_in_phase + 1,
    )
    assert suggest(more, NUMBERS).outcome != "step_down"


@given(standings)
def test_coming_more_often_never_leads_to_more_care(standing):
    fuller = replace(standing, sessions_kept=standing.sessions_expected, missed_in_row=0)
    if suggest(standing, NUMBERS).outcome == "step_down":
        assert suggest(fuller, NUMBERS).outcome == "step_down"
