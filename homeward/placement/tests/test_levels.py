"""Which level, from ratings and facts: tables a clinical director can check."""

import pytest

from homeward.placement.rules.needs import WITH_MEDICAL_CARE
from homeward.placement.tests.people import CALM, hold_codes, placed, rated, state_of

THIRD = [
    # ratings, facts, level, beside
    (rated(), {}, "0.5", []),
    (rated(d1=1), {}, "1", []),
    (rated(d5=1), {}, "1", []),
    (rated(d1=2), {}, "2.1", ["wm"]),
    (rated(d1=3), {}, "3.7", ["wm"]),
    (rated(d1=4), {}, "4", ["wm"]),
    (rated(d2=2), {}, "2.1", []),
    (rated(d2=3), {}, "3.7", []),
    (rated(d2=4), {}, "4", []),
    (rated(d3=1), {}, "1", []),
    (rated(d3=2), {}, "2.1", ["co_occurring"]),
    (rated(d3=3), {}, "3.7", ["co_occurring"]),
    (rated(d3=3), {"suicide_risk": "low", "psychosis_unmanaged": False}, "2.5", ["co_occurring"]),
    (rated(d3=3), {"suicide_risk": "low"}, "3.7", ["co_occurring"]),
    (rated(d3=4), {}, "4", ["co_occurring"]),
    (rated(d4=2), {}, "2.1", []),
    (rated(d4=3), {}, "2.5", []),
    (rated(d4=4), {}, "3.5", []),
    (rated(d5=2), {}, "2.1", []),
    (rated(d5=3), {}, "2.5", []),
    (rated(d5=4), {}, "3.5", []),
    (rated(d6=2), {}, "2.1", []),
    (rated(d6=3), {}, "2.1", ["recovery_residence"]),
    (rated(d6=4), {}, "3.1", []),
    (rated(d5=3, d6=3), {}, "3.1", []),
    (rated(d5=3), {"safe_living": False}, "3.1", []),
    (rated(d5=2), {"safe_living": False}, "2.1", ["recovery_residence"]),
    (rated(d5=3), {"sober_support": False}, "2.5", ["recovery_residence"]),
    (rated(d5=3), {"outpatient_attempts_last_year": 1}, "2.5", []),
    (rated(d5=3), {"outpatient_attempts_last_year": 2}, "3.1", []),
    (rated(d5=2), {"outpatient_attempts_last_year": 5}, "2.1", []),
    (rated(), {"opioid_use": True}, "1", ["otp_obot"]),
    (rated(), {"step_down_from": "3.7-WM"}, "1", []),
    (rated(d4=1), {"suicide_risk": "moderate"}, "2.1", ["co_occurring"]),
    (rated(d4=2), {"suicide_risk": "high"}, "4", ["co_occurring"]),
    (rated(), {"suicide_risk": "imminent"}, "emergency", []),
    (rated(), {"psychosis_unmanaged": True}, "3.7", ["co_occurring"]),
    (rated(), {"unstable_medical": True}, "4", []),
    (rated(), {"confusion_or_seizure_now": True}, "emergency", []),
    (rated(), {"ciwa_ar": 19}, "emergency", []),
    (rated(d4=2), {"ciwa_ar": 18}, "2.1", ["wm"]),
    (rated(d4=2), {"abnormal_vitals": True}, "2.1", []),
]


@pytest.mark.parametrize(("ratings", "facts", "level", "beside"), THIRD)
def test_third_edition(ratings, facts, level, beside):
    decision = placed(ratings, **facts)
    assert (decision.outcome, decision.extras["with"]) == (level, beside)
    assert decision.rule_set == "place-3"


def fourth(**changes):
    return {key: value for key, value in rated(**changes).items() if key < 6}


@pytest.mark.parametrize(
    ("ratings", "facts", "level", "beside"),
    [
        (fourth(), {}, "1.0", []),
        (fourth(d4=1), {}, "1.5", []),
        (fourth(d1=2), {}, "1.7", []),
        (fourth(d2=2), {}, "1.7", []),
        (fourth(d4=2), {}, "2.1", []),
        (fourth(d1=2, d4=2), {}, "2.7", []),
        (fourth(d4=3), {}, "2.5", []),
        (fourth(d2=2, d4=3), {}, "2.7", []),
        (fourth(d5=3), {}, "2.1", ["recovery_residence"]),
        (fourth(d5=4), {}, "3.1", []),
        (fourth(d4=4), {}, "3.5", []),
        (fourth(d1=2, d4=4), {}, "3.7", []),
        (fourth(d1=3), {}, "3.7", []),
        (fourth(d1=4), {}, "4", []),
        (fourth(d3=3), {}, "3.7", ["co_occurring"]),
        (fourth(d4=3, d5=3), {}, "3.1", []),
        (fourth(d4=2), {"ciwa_ar": 12}, "2.7", []),
        (fourth(), {"step_down_from": "2.1"}, "1.5", []),
        (fourth(), {"step_down_from": "1.5"}, "1.0", []),
        (fourth(), {"suicide_risk": "imminent"}, "emergency", []),
    ],
)
def test_fourth_edition(ratings, facts, level, beside):
    decision = placed(ratings, edition="4", **facts)
    assert (decision.outcome, decision.extras["with"]) == (level, beside)
    assert decision.rule_set == "place-4"


def test_the_highest_dimension_drives_and_nothing_is_averaged():
    assert placed(rated(d5=4)).outcome == "3.5"
    assert placed(dict.fromkeys(range(1, 7), 2)).outcome == "2.1"


def test_the_typical_profile_is_named():
    assert state_of(placed(**CALM), "typical_intensive_outpatient_profile") == "met"
    assert state_of(placed(rated(d1=2, d4=2)), "typical_intensive_outpatient_profile") == "not_met"
    assert state_of(placed({4: 2}), "typical_intensive_outpatient_profile") == "unknown"


class TestAlternatives:
    def test_every_other_level_says_why_not(self):
        decision = placed(rated(d5=2, d6=3))
        reasons = {each["level"]: each["why_not"] for each in decision.extras["alternatives"]}
        assert reasons == {
            "0.5": "less_than_needed",
            "1": "less_than_needed",
            "2.5": "more_than_needed",
            "3.1": "recovery_residence_is_enough",
            "3.3": "slower_pace_only",
            "3.5": "more_than_needed",
            "3.7": "more_than_needed",
            "4": "more_than_needed",
        }

    def test_less_names_the_reasons_it_would_leave_unmet(self):
        lower = next(
            e for e in placed(rated(d4=1, d5=2)).extras["alternatives"] if e["level"] == "1"
        )
        assert lower["because"] == ["dimension_5"]

    def test_the_slower_pace_is_for_adults(self):
        others = placed(age=16).extras["alternatives"]
        assert next(e["why_not"] for e in others if e["level"] == "3.3") == "adults_only"

    def test_a_fourth_edition_level_without_medical_care_says_so(self):
        others = placed(fourth(d1=2, d4=3), edition="4").extras["alternatives"]
        assert next(e for e in others if e["level"] == "2.5") == {
            "level": "2.5",
            "why_not": "no_medical_care",
            "because": ["dimension_1"],
        }

    def test_emergency_comes_before_them_all(self):
        others = placed(confusion_or_seizure_now=True).extras["alternatives"]
        assert len(others) == 9
        assert {each["why_not"] for each in others} == {"emergency_first"}


class TestWishes:
    def test_a_court_order_alone_is_a_discrepancy_not_a_level(self):
        decision = placed(court_ordered_residential=True)
        assert decision.outcome == "2.1"
        assert decision.extras["discrepancies"] == ["court_order"]
        assert state_of(decision, "court_ordered_residential") == "met"

    def test_a_court_order_agreeing_with_the_ratings_is_no_discrepancy(self):
        assert placed(rated(d6=4), court_ordered_residential=True).extras["discrepancies"] == []

    @pytest.mark.parametrize("prefers", ["1", "3.5"])
    def test_a_preference_is_heard_and_changes_no_level(self, prefers):
        decision = placed(prefers=prefers)
        assert decision.outcome == "2.1"
        assert decision.extras["discrepancies"] == ["client_prefers_another_level"]

    @pytest.mark.parametrize(
        ("age", "hours", "state"),
        [
            (34, 8, "not_met"),
            (34, 9, "met"),
            (16, 5, "not_met"),
            (16, 6, "met"),
            (None, 8, "not_met"),
        ],
    )
    def test_hours_free_against_hours_wanted(self, age, hours, state):
        decision = placed(age=age, can_attend_hours_week=hours)
        assert state_of(decision, "can_attend_the_hours") == state
        assert ("cannot_attend_the_hours" in decision.extras["discrepancies"]) == (
            state == "not_met"
        )

    def test_near_daily_care_wants_twenty_hours(self):
        assert (
            state_of(placed(rated(d5=3), can_attend_hours_week=19), "can_attend_the_hours")
            == "not_met"
        )
        assert (
            state_of(placed(rated(d5=3), can_attend_hours_week=20), "can_attend_the_hours") == "met"
        )

    @pytest.mark.parametrize(
        ("came_from", "state"), [("3.5", "met"), ("2.1", "not_met"), ("1", "not_met")]
    )
    def test_whether_the_ratings_support_a_step_down(self, came_from, state):
        assert state_of(placed(step_down_from=came_from), "ready_to_step_down") == state


class TestYoungPeople:
    def test_no_recovery_residence_under_eighteen(self):
        for ratings, facts in ((rated(d6=3), {}), (rated(d5=1), {"safe_living": False})):
            decision = placed(ratings, age=16, **facts)
            assert (decision.outcome, decision.extras["with"]) == ("3.1", [])


class TestWhatIsNotKnown:
    def test_an_unrated_dimension_holds_until_rated(self):
        decision = placed({1: 0, 2: 0, 3: 0, 4: 2, 5: 2})
        assert decision.outcome == "2.1"
        assert hold_codes(decision) == {"complete_ratings"}
        assert state_of(decision, "dimension_6") == "unknown"

    def test_nothing_rated_gives_no_level(self):
        decision = placed({})
        assert decision.outcome == "undetermined"
        assert hold_codes(decision) == {"complete_ratings"}

    def test_a_danger_needs_no_rating(self):
        assert placed({}, suicide_risk="imminent").outcome == "emergency"

    def test_no_fact_at_all_leaves_every_line_unknown_and_no_safety_hold(self):
        decision = placed()
        assert hold_codes(decision) == set()
        assert state_of(decision, "suicide_risk") == "unknown"


def test_the_medical_table_gives_only_levels_with_medical_care():
    assert set(WITH_MEDICAL_CARE) == {"1.7", "2.7", "3.7", "4", "emergency"}
