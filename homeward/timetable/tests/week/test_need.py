"""What a week must hold: the table of cases, and what is true of every one."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.kernel.reasons import State, decision_from_json
from homeward.program.rules.defaults import NUMBERS, safe_number
from homeward.timetable.asked_by_plans import Talk
from homeward.timetable.planning_words import NEED
from homeward.timetable.rules.need import (
    AskedTalk,
    AuthorizedWeek,
    MixLine,
    NeedFacts,
    NeedNumbers,
    weekly_need,
)

NUMBERS_NOW = NeedNumbers.of({code: safe_number(code) for code in NUMBERS})
CASES = tomllib.loads((Path(__file__).parent / "need_cases.toml").read_text())["cases"]
KINDS = ("group", "skills", "education", "experiential", "family", "medical")


def facts(**case):
    mix = tuple(MixLine(kind, kind, minutes, times) for kind, minutes, times in case["mix"])
    return NeedFacts(
        phase="A phase",
        is_first_phase=case.get("first", False),
        phase_minutes=case["phase_minutes"],
        phase_days=case["phase_days"],
        is_intensive=case["intensive"],
        mix=mix,
        individual="individual",
        individual_minutes=50,
        week_of_care=case.get("week", 0),
        already_booked=case.get("booked", 0),
        booked_minutes=50 * case.get("booked", 0) + case.get("booked_minutes", 0),
        authorized_most=case.get("authorized"),
        authorized_days=case.get("authorized_days"),
        held_days=case.get("held_days"),
        asked=tuple(
            AskedTalk(kind, kind, minutes, times, booked)
            for kind, minutes, times, booked in case.get("asked", ())
        ),
        not_held=tuple(case.get("not_held", ())),
        closed=tuple(tuple(day) for day in case.get("closed", ())),
        level=case.get("level", ""),
        needs_authorization=case.get("needs_authorization", False),
        authorized=AuthorizedWeek(**case["authorization"]) if "authorization" in case else None,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_the_table(case):
    """Every case of the table, with the lines it is explained by."""
    decision = weekly_need(facts(**case), NUMBERS_NOW)

    assert dict(decision.extras["meetings"]) == case["meetings"]
    assert decision.extras["minutes"] == case["minutes"]
    assert decision.extras["min_days"] == case["min_days"]
    assert decision.extras["left_out"] == case.get("left_out", {})
    assert [line.code for line in decision.reasons] == case["codes"]
    assert decision_from_json(decision.to_json()) == decision


def test_a_rhythm_of_the_plan_falls_into_whole_weeks():
    """Twice a week is two in each; every third week one in the first, then none for two."""
    twice, third, uneven = (Talk("i", "i", 50, *each, ()) for each in ((2, 1), (1, 3), (3, 2)))

    assert [twice.due_in(week) for week in range(3)] == [2, 2, 2]
    assert [third.due_in(week) for week in range(6)] == [1, 0, 0, 1, 0, 0]
    assert [uneven.due_in(week) for week in range(4)] == [2, 1, 2, 1]


def test_nothing_held_is_nothing_needed_and_said():
    """No cohort for the phase and track: the outcome says so, and no hours are invented."""
    case = {"mix": [], "phase_minutes": 540, "phase_days": 3, "intensive": True, "week": 1}

    decision = weekly_need(facts(**case), NUMBERS_NOW)

    assert decision.outcome == "nothing"
    assert decision.reasons[0].state is State.NOT_MET


MIXES = st.lists(
    st.tuples(st.sampled_from(KINDS), st.integers(25, 120), st.integers(1, 5)),
    max_size=6, unique_by=lambda line: line[0],
)  # fmt: skip


@settings(deadline=None)
@given(
    mix=MIXES,
    first=st.booleans(),
    intensive=st.booleans(),
    week=st.integers(0, 60),
    authorized=st.none() | st.integers(0, 2000),
)
def test_is_true_of_every_week(mix, first, intensive, week, authorized):
    """Leaving out never touches process groups, individuals and medical, nor without need."""
    case = facts(
        mix=mix, first=first, intensive=intensive, week=week, authorized=authorized,
        phase_minutes=540, phase_days=3,
    )  # fmt: skip

    decision = weekly_need(case, NUMBERS_NOW)
    extras = decision.extras

    assert not {"group", "medical", "individual"} & set(extras["left_out"])
    minutes = {line.code: line.minutes for line in case.mix} | {"individual": 50}
    assert extras["minutes"] == sum(minutes[c] * n for c, n in extras["meetings"].items())
    taken = sum(minutes[code] * times for code, times in extras["left_out"].items())
    assert not taken or extras["minutes"] + taken > extras["most_minutes"]
    assert extras["min_days"] <= sum(extras["meetings"].values())
    assert {line.code for line in decision.reasons} <= set(NEED)
