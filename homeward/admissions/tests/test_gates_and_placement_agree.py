"""The gates and placement read the same signs alike: one person, two rule sets, one answer."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.admissions.rules.gates import gates
from homeward.admissions.rules.gates_case import GateCase, GateNumbers
from homeward.kernel.reasons import Decision
from homeward.placement.rules.assessment import Assessment, Facts
from homeward.placement.rules.recommend import recommend

NOW = datetime(2026, 3, 3, 12, tzinfo=UTC)
MAYBE = st.sampled_from([None, True, False])
TWO_PART = ("pregnant_with_opioid_use", "pregnant_with_alcohol_or_sedatives")


def state(decision: Decision, code: str) -> str:
    return next(str(each.state) for each in decision.reasons if each.code == code)


@settings(max_examples=300, deadline=None)
@given(
    pregnant=MAYBE, opioids=MAYBE, drank=MAYBE, daily=MAYBE,
    cows=st.none() | st.integers(0, 48), hours=st.none() | st.integers(0, 400),
)  # fmt: skip
def test_pregnancy_and_denied_opioids_stand_alike_in_both(
    pregnant: bool | None,
    opioids: bool | None,
    drank: bool | None,
    daily: bool | None,
    cows: int | None,
    hours: int | None,
) -> None:
    """Met, not met and unknown are the same word on the gate page and on the placement page."""
    case = GateCase(
        as_of=NOW, pregnant=pregnant, opioid_use=opioids, cows=cows,
        drank_or_sedatives_recently=drank, daily_benzodiazepine=daily,
        last_drink_at=None if hours is None else NOW - timedelta(hours=hours),
    )  # fmt: skip
    person = Assessment(
        edition="3", as_of=NOW, ratings={},
        facts=Facts(
            pregnant=pregnant, opioid_use=opioids, cows=cows,
            drinking_or_sedatives_last_7_days=drank, daily_benzodiazepine=daily,
            hours_since_last_drink=hours,
        ),
    )  # fmt: skip
    at_the_gate, placed = gates(case, GateNumbers()), recommend(person)
    for code in TWO_PART:
        assert state(at_the_gate, code) == state(placed, code), code


@pytest.mark.parametrize(("cows", "is_offered"), [(None, False), (4, False), (5, True), (30, True)])
def test_medication_is_offered_at_the_same_score_though_opioids_are_denied(
    cows: int | None, *, is_offered: bool
) -> None:
    """The cut is one number; a denial above it changes nothing in either."""
    told = gates(GateCase(as_of=NOW, opioid_use=False, cows=cows), GateNumbers())
    placed = recommend(
        Assessment(edition="3", as_of=NOW, ratings={}, facts=Facts(opioid_use=False, cows=cows))
    )
    assert ("buprenorphine_today" in told.extras["offers"]) is is_offered
    assert ("otp_obot" in placed.extras["with"]) is is_offered
