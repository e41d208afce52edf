"""The words a screen prints for placement codes. Rules return codes; only this file speaks."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from homeward.core import reasons_words

REASONS: dict[str, Promise] = {
    "confusion_or_seizure_now": _("Confusion or a seizure right now"),
    "ciwa_ar_severe": _("The alcohol withdrawal score is in the emergency range"),
    "ciwa_ar_moderate_or_more": _("The alcohol withdrawal score asks for medical care today"),
    "ciwa_ar_too_early": _(
        "Too soon after drinking, or not sober yet: a low withdrawal score proves nothing"
    ),
    "seizure_history_with_recent_use": _(
        "Withdrawal seizures or delirium in the past, and drinking or sedatives in the last 7 days"
    ),
    "daily_benzodiazepine": _("Daily benzodiazepine use, which the alcohol score does not measure"),
    "pregnant_with_opioid_use": _("Pregnant and using opioids"),
    "pregnant_with_alcohol_or_sedatives": _(
        "Pregnant, and drinking or sedatives in the last 7 days or benzodiazepines every day"
    ),
    "abnormal_vitals": _("Vital signs outside the normal range"),
    "opioid_medication_today": _(
        "Opioid use: offer buprenorphine and naloxone the same day; withdrawal alone is "
        "no reason to wait"
    ),
    "suicide_risk": _("Risk of suicide"),
    "psychosis_unmanaged": _("Psychosis without treatment in place"),
    "unstable_medical": _("A medical condition that is not stable"),
    "dimension_1": _("Dimension 1: intoxication and withdrawal"),
    "dimension_2": _("Dimension 2: physical health"),
    "dimension_3": _("Dimension 3: emotional and mental health"),
    "dimension_4": _("Dimension 4"),
    "dimension_5": _("Dimension 5"),
    "dimension_6": _("Dimension 6: recovery environment"),
    "unsafe_living": _("No safe place to live"),
    "high_risk_of_use_without_safe_home": _("A serious risk of use and no safe home to return to"),
    "no_sober_support": _("Nobody sober to lean on"),
    "repeated_outpatient_attempts": _("Outpatient care was tried more than once in the last year"),
    "step_down": _("Coming from another level of treatment"),
    "typical_intensive_outpatient_profile": _(
        "Stable enough to live at home, and in need of structure several days a week"
    ),
    "ready_to_step_down": _("The ratings support less intensive care than before"),
    "court_ordered_residential": _("A court ordered residential treatment"),
    "client_prefers_this_level": _("The level the client prefers"),
    "can_attend_the_hours": _("Enough hours free each week for this level"),
}

DIMENSIONS: dict[str, dict[int, Promise]] = {
    "3": {
        1: _("Acute intoxication and withdrawal potential"),
        2: _("Biomedical conditions"),
        3: _("Emotional, behavioral and cognitive conditions"),
        4: _("Readiness to change"),
        5: _("Relapse, continued use or continued problem potential"),
        6: _("Recovery environment"),
    },
    "4": {
        1: _("Intoxication, withdrawal and addiction medications"),
        2: _("Biomedical conditions"),
        3: _("Psychiatric and cognitive conditions"),
        4: _("Substance use-related risks"),
        5: _("Recovery environment interactions"),
        6: _("Person-centered considerations"),
    },
}

RATINGS: dict[int, Promise] = {
    0: _("None"),
    1: _("Mild"),
    2: _("Moderate"),
    3: _("Serious"),
    4: _("Severe or imminent"),
}

HOLDS: dict[str, Promise] = {
    "emergency_services_now": _("Call emergency services now and stay with the client"),
    "same_day_medical_evaluation": _("A medical evaluation today, before admission"),
    "psychiatric_evaluation_now": _("A psychiatric evaluation now; do not leave the client alone"),
    "repeat_ciwa_ar": _("Take the withdrawal score again once sober"),
    "take_ciwa_ar": _("Take a withdrawal score once sober"),
    "answer_red_flag_question": _("Ask the open safety question before going on"),
    "complete_ratings": _("Rate every dimension"),
}

SERVICES: dict[str, Promise] = {
    "wm": _("Withdrawal management"),
    "otp_obot": _("Medication for opioid use disorder"),
    "recovery_residence": _("Recovery residence"),
    "co_occurring": _("Co-occurring mental health care"),
}

WHY_NOT: dict[str, Promise] = {
    "less_than_needed": _("Less than is needed now"),
    "no_medical_care": _("Lacks the medical care that is needed"),
    "more_than_needed": _("More than is needed now"),
    "recovery_residence_is_enough": _("A recovery residence beside outpatient care is enough"),
    "slower_pace_only": _("For clients who need a slower pace"),
    "adults_only": _("For adults only"),
    "emergency_first": _("Emergency care comes first"),
}

DISCREPANCIES: dict[str, Promise] = {
    "court_order": _("A court ordered another level"),
    "client_prefers_another_level": _("The client prefers another level"),
    "cannot_attend_the_hours": _("The client cannot attend the hours of this level"),
}

LEVELS: dict[str, dict[str, Promise]] = {
    "3": {
        "0.5": _("Early intervention"),
        "1": _("Outpatient"),
        "2.1": _("Intensive outpatient"),
        "2.5": _("Partial hospitalization"),
        "3.1": _("Low-intensity residential"),
        "3.3": _("Population-specific residential"),
        "3.5": _("High-intensity residential"),
        "3.7": _("Medically monitored inpatient"),
        "4": _("Medically managed inpatient"),
        "emergency": _("Emergency care"),
    },
    "4": {
        "1.0": _("Long-term remission monitoring"),
        "1.5": _("Outpatient therapy"),
        "1.7": _("Medically managed outpatient"),
        "2.1": _("Intensive outpatient"),
        "2.5": _("High-intensity outpatient"),
        "2.7": _("Medically managed intensive outpatient"),
        "3.1": _("Low-intensity residential"),
        "3.5": _("High-intensity residential"),
        "3.7": _("Medically managed residential"),
        "4": _("Medically managed inpatient"),
        "emergency": _("Emergency care"),
    },
}


def register() -> None:
    """Give the words of placement reasons to the component that explains decisions."""
    reasons_words.register(REASONS)
