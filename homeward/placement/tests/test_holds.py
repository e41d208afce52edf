"""Withdrawal and other red flags: who is held, for what, and until when."""

from dataclasses import replace

import pytest

from homeward.placement.rules.numbers import DEFAULT_NUMBERS, REVIEW_8_16
from homeward.placement.rules.recommend import recommend
from homeward.placement.tests.people import CALM, assessed, hold_codes, placed, rated, state_of

ASK = {"answer_red_flag_question"}
DRY = {"drinking_or_sedatives_last_7_days": False, "daily_benzodiazepine": False}
MEDICAL = {"same_day_medical_evaluation"}
EMERGENCY = {"emergency_services_now"}


@pytest.mark.parametrize(
    ("facts", "holds"),
    [
        ({"ciwa_ar": 9}, set()),
        ({"ciwa_ar": 10}, MEDICAL),
        ({"ciwa_ar": 18}, MEDICAL),
        ({"ciwa_ar": 19}, MEDICAL | EMERGENCY),
        ({"ciwa_ar": 67}, MEDICAL | EMERGENCY),
        ({"confusion_or_seizure_now": True}, EMERGENCY),
        ({"seizure_or_delirium_history": True, "drinking_or_sedatives_last_7_days": True}, MEDICAL),
        ({"seizure_or_delirium_history": True, "drinking_or_sedatives_last_7_days": False}, set()),
        ({"seizure_or_delirium_history": True, "hours_since_last_drink": 168}, MEDICAL),
        ({"seizure_or_delirium_history": True}, {"answer_red_flag_question"}),
        ({"drinking_or_sedatives_last_7_days": True}, set()),
        ({"daily_benzodiazepine": True}, MEDICAL),
        ({"daily_benzodiazepine": False}, set()),
        ({"pregnant": True, "opioid_use": True}, MEDICAL | ASK),
        ({"pregnant": True, "opioid_use": False}, ASK),
        ({"pregnant": True, "opioid_use": False, **DRY}, set()),
        ({"pregnant": True, **DRY, "opioid_use": True}, MEDICAL),
        ({"pregnant": True, "opioid_use": False, **DRY, "hours_since_last_drink": 30}, MEDICAL),
        ({"pregnant": True, **DRY, "opioid_use": False, "daily_benzodiazepine": True}, MEDICAL),
        ({"pregnant": True}, {"answer_red_flag_question"}),
        ({"pregnant": True, "cows": 5}, MEDICAL | ASK),
        ({"pregnant": True, "cows": 5, "opioid_use": False, **DRY}, MEDICAL),
        ({"opioid_use": True}, set()),
        ({"abnormal_vitals": True}, MEDICAL),
        ({"unstable_medical": True}, MEDICAL),
        ({"suicide_risk": "moderate"}, set()),
        ({"suicide_risk": "high"}, {"psychiatric_evaluation_now"}),
        ({"suicide_risk": "imminent"}, EMERGENCY),
        ({"psychosis_unmanaged": True}, {"psychiatric_evaluation_now"}),
        ({"intoxicated_now": True}, {"take_ciwa_ar"}),
        ({"hours_since_last_drink": 3}, {"take_ciwa_ar"}),
        ({"ciwa_ar": 3, "intoxicated_now": True}, {"repeat_ciwa_ar"}),
        ({"ciwa_ar": 3, "hours_since_last_drink": 7.5}, {"repeat_ciwa_ar"}),
        ({"ciwa_ar": 3, "hours_since_last_drink": 8}, set()),
        ({"ciwa_ar": 12, "hours_since_last_drink": 2}, MEDICAL),
    ],
)
@pytest.mark.parametrize("edition", ["3", "4"])
def test_each_red_flag(edition, facts, holds):
    assert hold_codes(placed(edition=edition, **facts)) == holds


def test_a_half_known_red_flag_is_met_by_a_known_drink_whatever_was_ticked():
    """A last drink 20 hours ago outweighs a box that says no drinking this week."""
    decision = placed(
        seizure_or_delirium_history=True,
        hours_since_last_drink=20,
        drinking_or_sedatives_last_7_days=False,
    )
    assert hold_codes(decision) == MEDICAL


class TestScoreTakenTooEarly:
    def test_says_when_it_may_be_taken_again(self):
        (hold,) = placed(ciwa_ar=4, hours_since_last_drink=3).extras["holds"]
        assert hold == {
            "code": "repeat_ciwa_ar",
            "until": "2026-03-02T14:30:00-05:00",
            "because": ["ciwa_ar_too_early"],
        }

    def test_has_no_hour_when_only_intoxication_is_known(self):
        (hold,) = placed(ciwa_ar=4, intoxicated_now=True).extras["holds"]
        assert hold["until"] is None

    def test_still_waits_when_intoxicated_long_after_the_last_drink(self):
        (hold,) = placed(ciwa_ar=4, intoxicated_now=True, hours_since_last_drink=10).extras["holds"]
        assert (hold["code"], hold["until"]) == ("repeat_ciwa_ar", None)

    @pytest.mark.parametrize(
        ("facts", "state"),
        [
            ({"ciwa_ar": 4}, "unknown"),
            ({"ciwa_ar": 4, "hours_since_last_drink": 12}, "unknown"),
            ({"ciwa_ar": 4, "hours_since_last_drink": 12, "intoxicated_now": False}, "not_met"),
            ({"ciwa_ar": 4, "hours_since_last_drink": 2, "intoxicated_now": False}, "met"),
            ({"ciwa_ar": 14, "hours_since_last_drink": 2}, "not_met"),
        ],
    )
    def test_is_never_called_clear_while_a_part_is_unknown(self, facts, state):
        assert state_of(placed(**facts), "ciwa_ar_too_early") == state


class TestOpioidWithdrawal:
    @pytest.mark.parametrize("cows", [5, 13, 25, 48])
    def test_never_holds_by_itself_and_offers_medication_today(self, cows):
        decision = placed(**{**CALM, "cows": cows, "opioid_use": True})
        assert hold_codes(decision) == set()
        assert decision.outcome == "2.1"
        assert decision.extras["with"] == ["otp_obot"]
        assert state_of(decision, "opioid_medication_today") == "met"

    def test_in_pregnancy_no_detoxification_is_offered_for_opioids_alone(self):
        decision = placed(rated(d1=2), **{**CALM, "pregnant": True, "opioid_use": True})
        assert decision.extras["with"] == ["otp_obot"]
        assert hold_codes(decision) == MEDICAL


def test_one_hold_names_every_reason_behind_it():
    decision = placed(daily_benzodiazepine=True, abnormal_vitals=True)
    assert decision.extras["holds"] == [
        {
            "code": "same_day_medical_evaluation",
            "until": None,
            "because": ["daily_benzodiazepine", "abnormal_vitals"],
        }
    ]


def test_a_hold_changes_no_level():
    assert placed(daily_benzodiazepine=True).outcome == placed().outcome


class TestNumbersAreArguments:
    def test_the_cut_point_set_is_recorded(self):
        assert placed(ciwa_ar=9).extras["cut_points"] == {
            "scale": "ciwa_ar",
            "set": "asam_2020",
            "moderate_from": 10,
            "severe_from": 19,
            "band": "mild",
            "citation": "ASAM Clinical Practice Guideline on Alcohol Withdrawal Management, 2020",
        }
        assert placed().extras["cut_points"] is None

    def test_another_set_names_the_same_score_otherwise(self):
        numbers = replace(DEFAULT_NUMBERS, ciwa_ar_cut_points=REVIEW_8_16)
        cut_points = recommend(assessed(ciwa_ar=9), numbers).extras["cut_points"]
        assert (cut_points["set"], cut_points["band"]) == ("review_8_16", "moderate")

    def test_a_program_may_hold_from_a_lower_score(self):
        numbers = replace(DEFAULT_NUMBERS, ciwa_ar_hold_from=8)
        assert hold_codes(recommend(assessed(ciwa_ar=8), numbers)) == MEDICAL

    def test_a_program_may_wait_longer(self):
        numbers = replace(DEFAULT_NUMBERS, ciwa_ar_valid_after_hours=12)
        assert hold_codes(recommend(assessed(ciwa_ar=2, hours_since_last_drink=9), numbers)) == {
            "repeat_ciwa_ar"
        }
