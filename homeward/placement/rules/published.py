"""A placement decision in its published JSON form, and every code it may carry."""

from typing import Any

from homeward.kernel.reasons import Decision
from homeward.placement.rules.recommend import UNDETERMINED

REASON_CODES = (
    "confusion_or_seizure_now",
    "ciwa_ar_severe",
    "ciwa_ar_moderate_or_more",
    "ciwa_ar_too_early",
    "seizure_history_with_recent_use",
    "daily_benzodiazepine",
    "pregnant_with_opioid_use",
    "pregnant_with_alcohol_or_sedatives",
    "abnormal_vitals",
    "opioid_medication_today",
    "suicide_risk",
    "psychosis_unmanaged",
    "unstable_medical",
    "dimension_1",
    "dimension_2",
    "dimension_3",
    "dimension_4",
    "dimension_5",
    "dimension_6",
    "unsafe_living",
    "high_risk_of_use_without_safe_home",
    "no_sober_support",
    "repeated_outpatient_attempts",
    "step_down",
    "typical_intensive_outpatient_profile",
    "ready_to_step_down",
    "court_ordered_residential",
    "client_prefers_this_level",
    "can_attend_the_hours",
)
HOLD_CODES = (
    "emergency_services_now",
    "same_day_medical_evaluation",
    "psychiatric_evaluation_now",
    "repeat_ciwa_ar",
    "take_ciwa_ar",
    "answer_red_flag_question",
    "complete_ratings",
)
WHY_NOT_CODES = (
    "less_than_needed",
    "no_medical_care",
    "more_than_needed",
    "recovery_residence_is_enough",
    "slower_pace_only",
    "adults_only",
    "emergency_first",
)
DISCREPANCY_CODES = ("court_order", "client_prefers_another_level", "cannot_attend_the_hours")


def decision_to_json(decision: Decision) -> dict[str, Any]:
    """The answer of `homeward placement recommend`; `level` is null while nothing is rated."""
    return {
        "rule_set": decision.rule_set,
        "version": decision.version,
        "level": None if decision.outcome == UNDETERMINED else decision.outcome,
        **decision.extras,
        "reasons": [reason.to_json() for reason in decision.reasons],
    }
