"""What each dimension's risk rating asks for by itself; ratings are never averaged.

Rating 0 none, 1 mild, 2 moderate, 3 serious, 4 severe or imminent. The level numbers and
dimension names are facts of the field; which rating asks for which level is this program's
own default, written for a clinical director to review.
"""

from collections.abc import Iterator

from homeward.kernel.reasons import Evidence, Reason, State
from homeward.placement.rules.assessment import Assessment
from homeward.placement.rules.needs import Finding, Hold, Need
from homeward.placement.rules.numbers import PlacementNumbers
from homeward.placement.rules.sources import HIGHEST_DIMENSION
from homeward.placement.rules.versions import NOW, RuleVersion
from homeward.placement.rules.withdrawal import used_recently, uses_opioids

ACUTE = (Need.EARLY_HELP, Need.OUTPATIENT, Need.STRUCTURE, Need.NURSING, Need.HOSPITAL)
ACUTE_4 = (Need.EARLY_HELP, Need.OUTPATIENT, Need.OUTPATIENT, Need.NURSING, Need.HOSPITAL)
USE = (
    Need.EARLY_HELP,
    Need.OUTPATIENT,
    Need.STRUCTURE,
    Need.NEAR_DAILY,
    Need.CONSTANT_SUPPORT,
)
HOME = (Need.EARLY_HELP, Need.OUTPATIENT, Need.STRUCTURE, Need.STRUCTURE, Need.SAFE_HOUSE)

NEEDS_BY_RATING = {
    "3": {1: ACUTE, 2: ACUTE, 3: ACUTE, 4: USE, 5: USE, 6: HOME},
    "4": {1: ACUTE_4, 2: ACUTE_4, 3: ACUTE, 4: USE, 5: HOME},
}
MODERATE, SERIOUS = 2, 3
WITHDRAWAL, MEDICAL, MIND = 1, 2, 3


def findings(
    assessment: Assessment, numbers: PlacementNumbers, version: RuleVersion = NOW
) -> Iterator[Finding]:
    """One finding for each dimension; an unrated one holds the admission until it is rated."""
    for dimension in assessment.rated_dimensions:
        code = f"dimension_{dimension}"
        rating = assessment.ratings.get(dimension)
        if rating is None:
            unrated = Reason(code, State.UNKNOWN, source=HIGHEST_DIMENSION)
            yield Finding(unrated, holds=(Hold("complete_ratings"),))
            continue
        asks = _asks(assessment, dimension, rating, numbers)
        yield Finding(
            Reason(
                code,
                State.MET if asks > Need.EARLY_HELP else State.NOT_MET,
                (Evidence("rating", f"ratings.{dimension}", str(rating)),),
                HIGHEST_DIMENSION,
            ),
            asks=asks,
            beside=_beside(assessment, dimension, rating, numbers, version),
            needs_medical_care=dimension in (WITHDRAWAL, MEDICAL) and rating >= MODERATE,
        )


def _asks(assessment: Assessment, dimension: int, rating: int, numbers: PlacementNumbers) -> Need:
    facts = assessment.facts
    if dimension == MIND and rating == SERIOUS:
        # Near-daily care is enough only where danger is known to be absent.
        is_safe = facts.suicide_risk in ("none", "low") and facts.psychosis_unmanaged is False
        return Need.NEAR_DAILY if is_safe else Need.NURSING
    if (
        dimension == assessment.home_dimension
        and rating == SERIOUS
        and is_minor(assessment, numbers)
    ):
        # Recovery residences are houses for adults.
        return Need.SAFE_HOUSE
    return NEEDS_BY_RATING[assessment.edition][dimension][rating]


def _beside(
    assessment: Assessment,
    dimension: int,
    rating: int,
    numbers: PlacementNumbers,
    version: RuleVersion,
) -> tuple[str, ...]:
    if dimension == WITHDRAWAL and rating >= MODERATE:
        return () if _is_pregnant_with_opioids_only(assessment, numbers, version) else ("wm",)
    if dimension == MIND and rating >= MODERATE:
        return ("co_occurring",)
    if (
        dimension == assessment.home_dimension
        and rating >= SERIOUS
        and not is_minor(assessment, numbers)
    ):
        return ("recovery_residence",)
    return ()


def _is_pregnant_with_opioids_only(
    assessment: Assessment, numbers: PlacementNumbers, version: RuleVersion
) -> bool:
    """In pregnancy opioid withdrawal is met with medication, never with detoxification."""
    facts = assessment.facts
    return (
        facts.pregnant is True
        and uses_opioids(facts, numbers, version) is True
        and used_recently(facts, numbers) is False
        and facts.daily_benzodiazepine is False
    )


def is_minor(assessment: Assessment, numbers: PlacementNumbers) -> bool:
    """Known to be under age; an unknown age is taken as adult, as the program admits adults."""
    return assessment.age is not None and assessment.age < numbers.adult_from_years
