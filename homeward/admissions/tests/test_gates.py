"""The screening gates: the written table, and what must hold for every case."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.admissions.rules import gates as rules
from homeward.admissions.rules.clearance import ENDINGS, ClearanceCase, may_release
from homeward.admissions.rules.gates_case import GateCase, GateNumbers, Vitals
from homeward.admissions.tests.gate_cases import CASES, NOW, case_of
from homeward.kernel.reasons import State
from homeward.kernel.roles import Role

NUMBERS = GateNumbers()
MAYBE = st.none() | st.booleans()
CASE = st.builds(
    GateCase,
    as_of=st.just(NOW),
    age=st.none() | st.integers(14, 80),
    ciwa=st.none() | st.integers(0, 67),
    ciwa_taken_at=st.none() | st.integers(0, 48).map(lambda h: NOW - timedelta(hours=h)),
    intoxicated=MAYBE,
    last_drink_at=st.none() | st.integers(0, 400).map(lambda h: NOW - timedelta(hours=h)),
    drank_or_sedatives_recently=MAYBE,
    seizure_or_delirium_history=MAYBE,
    daily_benzodiazepine=MAYBE,
    confusion_or_seizure_now=MAYBE,
    pregnant=MAYBE,
    opioid_use=MAYBE,
    cows=st.none() | st.integers(0, 48),
    abnormal_vitals=MAYBE,
)
DANGERS: tuple[tuple[str, Any], ...] = (
    ("intoxicated", True),
    ("drank_or_sedatives_recently", True),
    ("seizure_or_delirium_history", True),
    ("daily_benzodiazepine", True),
    ("confusion_or_seizure_now", True),
    ("pregnant", True),
    ("opioid_use", True),
    ("abnormal_vitals", True),
    ("ciwa", 67),
    ("cows", 48),
    ("last_drink_at", NOW),
    ("age", 14),
    ("vitals", Vitals(pulse=180)),
)


@pytest.mark.parametrize("row", CASES, ids=[row[0] for row in CASES])
def test_the_table_holds(row: Any) -> None:
    """Each row of the written table comes out as it says."""
    _, known, drink, scored, outcome, holds, offers = row
    found = rules.gates(case_of(known, drink, scored), NUMBERS)
    assert found.outcome == outcome
    assert {each["kind"]: each["severity"] for each in found.extras["holds"]} == holds
    assert tuple(found.extras["offers"]) == tuple(offers)


def _bites(decision: Any) -> dict[str, int]:
    return {
        each["kind"]: rules.OUTCOMES.index(each["severity"]) for each in decision.extras["holds"]
    }


@settings(max_examples=300, deadline=None)
@given(case=CASE, danger=st.sampled_from(DANGERS))
def test_more_danger_never_releases(case: GateCase, danger: tuple[str, Any]) -> None:
    """No hold vanishes or becomes milder, and the outcome never gets better."""
    before = rules.gates(case, NUMBERS)
    after = rules.gates(replace(case, **{danger[0]: danger[1]}), NUMBERS)
    now = _bites(after)
    assert all(kind in now and now[kind] <= bite for kind, bite in _bites(before).items())
    assert rules.OUTCOMES.index(after.outcome) <= rules.OUTCOMES.index(before.outcome)


@settings(max_examples=200, deadline=None)
@given(case=CASE, cows=st.integers(0, 48))
def test_opioid_withdrawal_never_holds_by_itself(case: GateCase, cows: int) -> None:
    """Only together with a pregnancy does a COWS score change a hold."""
    calm = replace(case, pregnant=False)
    without = rules.gates(replace(calm, cows=None), NUMBERS)
    with_score = rules.gates(replace(calm, cows=cows), NUMBERS)
    assert with_score.extras["holds"] == without.extras["holds"]


@settings(max_examples=200, deadline=None)
@given(case=CASE, hours=st.floats(0, 7.9))
def test_a_low_score_too_soon_clears_nobody(case: GateCase, hours: float) -> None:
    """Within 8 hours of a drink a low score leaves a hold, and a repeat with a time."""
    early = replace(
        case, ciwa=2, ciwa_taken_at=NOW, last_drink_at=NOW - timedelta(hours=hours),
    )  # fmt: skip
    found = rules.gates(early, NUMBERS)
    assert rules.WITHDRAWAL_HOLD in _bites(found)
    assert found.extras["repeat_at"] is not None


@settings(max_examples=100, deadline=None)
@given(case=CASE)
def test_every_hold_names_its_reasons_and_cut_points(case: GateCase) -> None:
    """A decision is never without the lines that made it."""
    found = rules.gates(case, NUMBERS)
    lines = {each.code for each in found.reasons}
    assert len(lines) == len(found.reasons) == 11
    assert found.extras["cut_points"] == "asam_2020"
    if found.outcome in (rules.EMERGENCY, rules.MEDICAL_TODAY, rules.REPEAT):
        assert found.lines(State.MET)


def test_other_cut_points_are_said() -> None:
    """A program with 8 and 16 holds at 8."""
    numbers = GateNumbers(ciwa_hold=8, ciwa_emergency=16, cut_points="review_8_16")
    case = replace(case_of(CASES[1][1], 20, 0), ciwa=8)
    found = rules.gates(case, numbers)
    assert (found.outcome, found.extras["cut_points"]) == (
        "medical_evaluation_today",
        "review_8_16",
    )


CLEAR = ClearanceCase(
    kind="alcohol_sedative_withdrawal", reasons=("ciwa_ar_too_early",), severity="repeat_ciwa",
    roles={Role.NURSE}, ending="cleared_by_evaluation",
    evidence="CIWA-Ar 3 at 14:10, 20 hours after the last drink.", gates_now="clear",
)  # fmt: skip


@pytest.mark.parametrize(
    ("change", "outcome"),
    [
        ({}, "release"),
        ({"roles": {Role.COUNSELOR}}, "keep"),
        ({"roles": {Role.DIRECTOR, Role.ADMISSIONS}}, "keep"),
        ({"evidence": "ok"}, "keep"),
        ({"ending": "felt better"}, "keep"),
        ({"standing": ("ciwa_ar_too_early",)}, "keep"),
        ({"reasons": ("daily_benzodiazepine",)}, "keep"),
        ({"reasons": ("daily_benzodiazepine",), "roles": {Role.PHYSICIAN}}, "release"),
        ({"severity": "emergency_services"}, "keep"),
        ({"severity": "emergency_services", "roles": {Role.PHYSICIAN}}, "release"),
        ({"standing": ("ciwa_ar_moderate_or_more",), "roles": {Role.PHYSICIAN}}, "keep"),
        (
            {
                "standing": ("ciwa_ar_moderate_or_more",),
                "roles": {Role.PHYSICIAN},
                "ending": "ambulatory_withdrawal_management",
            },
            "release",
        ),
        ({"ending": "ambulatory_withdrawal_management"}, "keep"),
        ({"ending": "withdrawal_care_completed"}, "release"),
        ({"gates_now": "ask_first"}, "keep"),
        ({"gates_now": "repeat_ciwa"}, "keep"),
        (
            {
                "gates_now": "ask_first",
                "kind": "medical_red_flag",
                "reasons": ("abnormal_vitals",),
            },
            "release",
        ),
        ({"gates_now": "ask_first", "roles": {Role.PHYSICIAN}}, "release"),
        ({"kind": "age", "roles": {Role.PHYSICIAN}}, "keep"),
    ],
)
def test_only_a_medical_right_with_evidence_releases(change: Any, outcome: str) -> None:
    """Who, on what, and never on a score that proves nothing."""
    assert may_release(replace(CLEAR, **change)).outcome == outcome


@given(
    roles=st.frozensets(st.sampled_from(sorted(set(Role) - {Role.PHYSICIAN, Role.NURSE}))),
    ending=st.sampled_from(ENDINGS),
)
def test_nobody_else_ever_clears(roles: frozenset[Role], ending: str) -> None:
    """No other role, and no sum of other roles."""
    assert may_release(replace(CLEAR, roles=roles, ending=ending)).outcome == "keep"
