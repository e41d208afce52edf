"""What the interview answered arrives in the rating, and only while it still holds."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest

from homeward.placement.interviewed import Interview
from homeward.placement.rules.told import facts_told

AT = datetime.fromisoformat("2026-11-24T10:00:00-06:00")
WHOLE: dict[str, Any] = {
    "use.substances": [{"substance": "alcohol"}],
    "use.last": "2026-11-23",
    "use.last_drink_hours": 20,
    "use.withdrawal_history": ["mild"],
    "medical.benzodiazepine_daily": "no",
    "pregnancy": "not_applicable",
    "risk.suicide": "none",
    "risk.psychosis": "treated",
    "home.safety": "safe",
    "home.situation": "steady",
    "supports.sober": "yes",
    "status.alertness": "alert",
    "treatment.outpatient_last_year": 1,
}


def test_one_sitting_answers_everything() -> None:
    """The hours go on while the page is open."""
    assert facts_told(WHOLE, AT, AT + timedelta(hours=2)) == {
        "seizure_or_delirium_history": False, "daily_benzodiazepine": False, "opioid_use": False,
        "sober_support": True, "outpatient_attempts_last_year": 1, "intoxicated_now": False,
        "confusion_or_seizure_now": False, "psychosis_unmanaged": False, "pregnant": False,
        "suicide_risk": "none", "safe_living": True, "hours_since_last_drink": 22,
        "drinking_or_sedatives_last_7_days": True,
    }  # fmt: skip


def test_a_day_later_only_what_lasts_is_left() -> None:
    """Suicide, pregnancy, the last drink and safety at home are asked again."""
    left = facts_told(WHOLE, AT, AT + timedelta(hours=24))
    assert set(left) == {
        "seizure_or_delirium_history", "daily_benzodiazepine", "opioid_use", "sober_support",
        "outpatient_attempts_last_year",
    }  # fmt: skip


def test_an_interview_of_two_days_is_two_sittings() -> None:
    """What was said about suicide on Monday is not of today because a page was kept today."""
    kept = dict.fromkeys(WHOLE, AT) | dict.fromkeys(
        ("home.safety", "home.situation"), AT + timedelta(days=2)
    )
    interview = Interview(UUID(int=1), AT + timedelta(days=2), WHOLE, "bps-1", kept)
    found = interview.facts(AT + timedelta(days=2, hours=1))
    assert found["safe_living"] is True
    assert found["sober_support"] is True
    assert not {"suicide_risk", "intoxicated_now", "hours_since_last_drink"} & set(found)
    assert interview.facts(AT + timedelta(hours=2))["hours_since_last_drink"] == 22


@pytest.mark.parametrize(
    ("answers", "name"),
    [
        ({"risk.suicide": "thoughts"}, "suicide_risk"),
        ({"risk.suicide": "declined"}, "suicide_risk"),
        ({"pregnancy": "maybe"}, "pregnant"),
        ({"home.safety": "safe"}, "safe_living"),
        ({"home.situation": "steady"}, "safe_living"),
        ({"status.alertness": "drowsy"}, "intoxicated_now"),
        ({"use.substances": [{"substance": "fentanyl"}], "use.last": "2026-11-23"},
         "drinking_or_sedatives_last_7_days"),
        ({}, "opioid_use"),
    ],
)  # fmt: skip
def test_what_was_left_open_stays_unknown(answers: dict[str, Any], name: str) -> None:
    """Unknown is never read as no."""
    assert name not in facts_told(answers, AT, AT)


@pytest.mark.parametrize(
    ("answers", "name", "value"),
    [
        ({"risk.suicide": "danger_now"}, "suicide_risk", "imminent"),
        ({"risk.suicide": "plan"}, "suicide_risk", "high"),
        ({"home.safety": "unsafe"}, "safe_living", False),
        ({"home.safety": "safe", "home.situation": "none"}, "safe_living", False),
        ({"use.withdrawal_history": ["seizure"]}, "seizure_or_delirium_history", True),
        ({"use.substances": [{"substance": "fentanyl"}]}, "opioid_use", True),
        ({"use.last": "2026-11-01"}, "drinking_or_sedatives_last_7_days", False),
    ],
)
def test_what_speaks_for_itself(answers: dict[str, Any], name: str, value: Any) -> None:
    """Each is read one way."""
    assert facts_told(answers, AT, AT)[name] == value
