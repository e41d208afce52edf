"""Withdrawal red flags: who must see a medical clinician first, and who must be rated again.

CIWA-Ar rates alcohol withdrawal only. A low score taken while intoxicated or soon after the last
drink clears nobody, because withdrawal begins later. Opioid withdrawal never holds an admission
by itself: it is met the same day with medication and naloxone.
"""

from collections.abc import Iterator
from datetime import datetime, timedelta

from homeward.kernel.reasons import Source, State
from homeward.placement.rules import signs
from homeward.placement.rules.assessment import Assessment, Facts
from homeward.placement.rules.needs import Finding, Hold, Need
from homeward.placement.rules.numbers import PlacementNumbers
from homeward.placement.rules.sources import (
    DRINK_IN_PREGNANCY,
    OPIOID_MEDICATION,
    WITHDRAWAL_GATE,
)
from homeward.placement.rules.stating import reason, state_of
from homeward.placement.rules.versions import NOW, RuleVersion

MEDICAL_EVALUATION = Hold("same_day_medical_evaluation")
EMERGENCY_SERVICES = Hold("emergency_services_now")
ASK_FIRST = Hold("answer_red_flag_question")


def findings(
    assessment: Assessment, numbers: PlacementNumbers, version: RuleVersion = NOW
) -> Iterator[Finding]:
    """Every withdrawal line, met or not."""
    facts = assessment.facts
    yield _flag("confusion_or_seizure_now", facts.confusion_or_seizure_now, emergency=True)
    yield _severe_score(facts, numbers)
    yield _moderate_score(assessment, numbers)
    yield _score_too_early(assessment, numbers)
    yield _two_part(
        "seizure_history_with_recent_use",
        seizure_or_delirium_history=facts.seizure_or_delirium_history,
        drinking_or_sedatives_last_7_days=used_recently(facts, numbers),
    )
    yield _flag("daily_benzodiazepine", facts.daily_benzodiazepine)
    yield _two_part(
        "pregnant_with_opioid_use",
        pregnant=facts.pregnant,
        opioid_use=uses_opioids(facts, numbers, version),
    )
    if version.asks_drink_in_pregnancy:
        yield _two_part(
            "pregnant_with_alcohol_or_sedatives",
            DRINK_IN_PREGNANCY,
            pregnant=facts.pregnant,
            drinking_or_sedatives_last_7_days=signs.drinks_or_takes_sedatives(
                used_recently(facts, numbers), facts.daily_benzodiazepine
            ),
        )
    yield _flag("abnormal_vitals", facts.abnormal_vitals)
    yield _opioid_medication(facts, numbers, version)


def used_recently(facts: Facts, numbers: PlacementNumbers) -> bool | None:
    """Drinking or sedatives within the window; a known last drink inside it settles it."""
    return signs.used_recently(
        facts.drinking_or_sedatives_last_7_days,
        facts.hours_since_last_drink,
        numbers.recent_use_days,
    )


def uses_opioids(
    facts: Facts, numbers: PlacementNumbers, version: RuleVersion = NOW
) -> bool | None:
    """As told, unless the score shows withdrawal; the first rules believed a denial."""
    if facts.opioid_use is not None and not version.score_outweighs_denial:
        return facts.opioid_use
    return signs.uses_opioids(facts.opioid_use, facts.cows, numbers.cows_withdrawal_from)


def earliest_valid_score(assessment: Assessment, numbers: PlacementNumbers) -> datetime | None:
    """When a CIWA-Ar may first be believed; None when no waiting time is known."""
    hours = assessment.facts.hours_since_last_drink
    if hours is None or hours >= numbers.ciwa_ar_valid_after_hours:
        return None
    return assessment.as_of + timedelta(hours=numbers.ciwa_ar_valid_after_hours - hours)


def _flag(name: str, answer: bool | None, *, emergency: bool = False) -> Finding:
    line = reason(name, state_of(answer), WITHDRAWAL_GATE, **{name: answer})
    if not answer:
        return Finding(line)
    if emergency:
        return Finding(line, asks=Need.EMERGENCY, holds=(EMERGENCY_SERVICES,))
    return Finding(line, holds=(MEDICAL_EVALUATION,))


def _two_part(code: str, source: Source = WITHDRAWAL_GATE, **parts: bool | None) -> Finding:
    """A red flag of two parts: the first half known true makes the second worth asking at once."""
    first, second = parts.values()
    if first is False or second is False:
        return Finding(reason(code, State.NOT_MET, source, **parts))
    if first and second:
        return Finding(reason(code, State.MET, source, **parts), holds=(MEDICAL_EVALUATION,))
    line = reason(code, State.UNKNOWN, source, **parts)
    return Finding(line, holds=(ASK_FIRST,) if first else ())


def _severe_score(facts: Facts, numbers: PlacementNumbers) -> Finding:
    is_severe = None if facts.ciwa_ar is None else facts.ciwa_ar >= numbers.ciwa_ar_emergency_from
    line = reason("ciwa_ar_severe", state_of(is_severe), WITHDRAWAL_GATE, ciwa_ar=facts.ciwa_ar)
    if not is_severe:
        return Finding(line)
    return Finding(line, asks=Need.EMERGENCY, holds=(EMERGENCY_SERVICES,))


def _moderate_score(assessment: Assessment, numbers: PlacementNumbers) -> Finding:
    score = assessment.facts.ciwa_ar
    reaches = None if score is None else score >= numbers.ciwa_ar_hold_from
    line = reason("ciwa_ar_moderate_or_more", state_of(reaches), WITHDRAWAL_GATE, ciwa_ar=score)
    if not reaches:
        return Finding(line)
    return Finding(
        line,
        asks=Need.STRUCTURE if assessment.edition == "3" else Need.OUTPATIENT,
        beside=("wm",),
        holds=(MEDICAL_EVALUATION,),
        needs_medical_care=True,
    )


def _score_too_early(assessment: Assessment, numbers: PlacementNumbers) -> Finding:
    facts = assessment.facts
    hours = facts.hours_since_last_drink
    code = "ciwa_ar_too_early"
    known = {
        "ciwa_ar": facts.ciwa_ar,
        "hours_since_last_drink": hours,
        "intoxicated_now": facts.intoxicated_now,
    }
    if facts.ciwa_ar is not None and facts.ciwa_ar >= numbers.ciwa_ar_hold_from:
        return Finding(reason(code, State.NOT_MET, WITHDRAWAL_GATE, **known))
    is_soon = None if hours is None else hours < numbers.ciwa_ar_valid_after_hours
    if facts.intoxicated_now or is_soon:
        wanted = "take_ciwa_ar" if facts.ciwa_ar is None else "repeat_ciwa_ar"
        hold = Hold(wanted, earliest_valid_score(assessment, numbers))
        return Finding(reason(code, State.MET, WITHDRAWAL_GATE, **known), holds=(hold,))
    settled = is_soon is False and facts.intoxicated_now is False
    dry = used_recently(facts, numbers) is False and facts.intoxicated_now is False
    state = State.NOT_MET if settled or dry else State.UNKNOWN
    return Finding(reason(code, state, WITHDRAWAL_GATE, **known))


def _opioid_medication(facts: Facts, numbers: PlacementNumbers, version: RuleVersion) -> Finding:
    uses = uses_opioids(facts, numbers, version)
    line = reason(
        "opioid_medication_today",
        state_of(uses),
        OPIOID_MEDICATION,
        opioid_use=facts.opioid_use,
        cows=facts.cows,
    )
    return Finding(line, asks=Need.OUTPATIENT, beside=("otp_obot",)) if uses else Finding(line)
