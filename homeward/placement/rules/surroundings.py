"""Where somebody lives, who stands by them, and what has been tried this year."""

from collections.abc import Iterator

from homeward.kernel.reasons import State
from homeward.placement.rules.assessment import Assessment
from homeward.placement.rules.dimensions import SERIOUS, is_minor
from homeward.placement.rules.needs import Finding, Need
from homeward.placement.rules.numbers import PlacementNumbers
from homeward.placement.rules.sources import SURROUNDINGS
from homeward.placement.rules.stating import reason, state_of


def findings(assessment: Assessment, numbers: PlacementNumbers) -> Iterator[Finding]:
    """Every line about home, support and earlier attempts."""
    yield _living(assessment, numbers)
    yield _use_and_home(assessment)
    yield _support(assessment, numbers)
    yield _attempts(assessment, numbers)


def _living(assessment: Assessment, numbers: PlacementNumbers) -> Finding:
    safe = assessment.facts.safe_living
    unsafe = None if safe is None else not safe
    line = reason("unsafe_living", state_of(unsafe), SURROUNDINGS, safe_living=safe)
    if not unsafe:
        return Finding(line)
    if is_minor(assessment, numbers):
        return Finding(line, asks=Need.SAFE_HOUSE)
    return Finding(line, asks=Need.OUTPATIENT, beside=("recovery_residence",))


def _use_and_home(assessment: Assessment) -> Finding:
    """Serious risk of use and no safe home together need somebody there at night."""
    use = assessment.ratings.get(assessment.use_dimension)
    home = assessment.ratings.get(assessment.home_dimension)
    safe = assessment.facts.safe_living
    risky = None if use is None else use >= SERIOUS
    exposed = safe is False or (None if home is None else home >= SERIOUS)
    if risky is False or exposed is False:
        state = State.NOT_MET
    else:
        state = State.MET if risky and exposed else State.UNKNOWN
    line = reason("high_risk_of_use_without_safe_home", state, SURROUNDINGS, safe_living=safe)
    return Finding(line, asks=Need.SAFE_HOUSE) if state is State.MET else Finding(line)


def _support(assessment: Assessment, numbers: PlacementNumbers) -> Finding:
    support = assessment.facts.sober_support
    lacking = None if support is None else not support
    line = reason("no_sober_support", state_of(lacking), SURROUNDINGS, sober_support=support)
    at_risk = assessment.ratings.get(assessment.use_dimension, 0) >= SERIOUS
    if lacking and at_risk and not is_minor(assessment, numbers):
        return Finding(line, beside=("recovery_residence",))
    return Finding(line)


def _attempts(assessment: Assessment, numbers: PlacementNumbers) -> Finding:
    """Outpatient care tried again and again this year, with serious risk of use, asks for a house.

    Attempts only ever raise the level: nobody has to try less care first.
    """
    attempts = assessment.facts.outpatient_attempts_last_year
    repeated = None if attempts is None else attempts >= numbers.repeated_outpatient_attempts
    line = reason(
        "repeated_outpatient_attempts",
        state_of(repeated),
        SURROUNDINGS,
        outpatient_attempts_last_year=attempts,
    )
    at_risk = assessment.ratings.get(assessment.use_dimension, 0) >= SERIOUS
    if repeated and at_risk:
        return Finding(line, asks=Need.SAFE_HOUSE)
    return Finding(line, asks=Need.OUTPATIENT) if attempts else Finding(line)
