"""Whether the ratings look like the usual intensive outpatient admission (3rd edition).

It explains; it never decides. Source: ARSD 67:61:14:01: little withdrawal, medical and emotional
risk, and at least one of engagement, risk of use or home asking for structure.
"""

from homeward.kernel.reasons import Evidence, Reason, State
from homeward.placement.rules.assessment import Assessment
from homeward.placement.rules.needs import Finding
from homeward.placement.rules.sources import TYPICAL_2_1

CODE = "typical_intensive_outpatient_profile"


def finding(assessment: Assessment) -> Finding:
    """Met, not met, or unknown while a rating that would settle it is missing."""
    ratings = assessment.ratings
    calm = [ratings.get(dimension) for dimension in (1, 2, 3)]
    moving = [ratings.get(dimension) for dimension in (4, 5, 6)]
    if any(each is not None and each > 1 for each in calm):
        state = State.NOT_MET
    elif None in calm or (None in moving and not any(each and each > 1 for each in moving)):
        state = State.UNKNOWN
    else:
        state = State.MET if any(each and each > 1 for each in moving) else State.NOT_MET
    evidence = tuple(
        Evidence("rating", f"ratings.{dimension}", str(rating))
        for dimension, rating in sorted(ratings.items())
    )
    return Finding(Reason(CODE, state, evidence, TYPICAL_2_1))
