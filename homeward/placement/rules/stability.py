"""Medical and psychiatric danger: suicide risk, unmanaged psychosis, an unstable condition."""

from collections.abc import Iterator

from homeward.kernel.reasons import State
from homeward.placement.rules.assessment import Assessment
from homeward.placement.rules.needs import Finding, Hold, Need
from homeward.placement.rules.numbers import PlacementNumbers
from homeward.placement.rules.sources import MEDICAL_SAFETY, SUICIDE_SAFETY
from homeward.placement.rules.stating import reason, state_of
from homeward.placement.rules.withdrawal import EMERGENCY_SERVICES, MEDICAL_EVALUATION

PSYCHIATRIC_EVALUATION = Hold("psychiatric_evaluation_now")


def findings(assessment: Assessment, numbers: PlacementNumbers) -> Iterator[Finding]:
    """Every stability line, met or not."""
    facts = assessment.facts
    yield _suicide_risk(facts.suicide_risk)
    psychosis = reason(
        "psychosis_unmanaged",
        state_of(facts.psychosis_unmanaged),
        MEDICAL_SAFETY,
        psychosis_unmanaged=facts.psychosis_unmanaged,
    )
    yield (
        Finding(psychosis, Need.NURSING, ("co_occurring",), (PSYCHIATRIC_EVALUATION,))
        if facts.psychosis_unmanaged
        else Finding(psychosis)
    )
    medical = reason(
        "unstable_medical",
        state_of(facts.unstable_medical),
        MEDICAL_SAFETY,
        unstable_medical=facts.unstable_medical,
    )
    yield (
        Finding(medical, Need.HOSPITAL, holds=(MEDICAL_EVALUATION,), needs_medical_care=True)
        if facts.unstable_medical
        else Finding(medical)
    )


def _suicide_risk(risk: str | None) -> Finding:
    state = State.UNKNOWN if risk is None else state_of(risk not in ("none", "low"))
    line = reason("suicide_risk", state, SUICIDE_SAFETY, suicide_risk=risk)
    match risk:
        case "imminent":
            return Finding(line, Need.EMERGENCY, ("co_occurring",), (EMERGENCY_SERVICES,))
        case "high":
            return Finding(line, Need.HOSPITAL, ("co_occurring",), (PSYCHIATRIC_EVALUATION,))
        case "moderate":
            # Weekly contact is too thin; a lifetime attempt alone does not ask for a hospital.
            return Finding(line, Need.STRUCTURE, ("co_occurring",))
    return Finding(line)
