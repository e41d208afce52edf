"""Why each other level was not the answer."""

from collections.abc import Iterable
from dataclasses import dataclass

from homeward.kernel import levels
from homeward.placement.rules.assessment import Assessment
from homeward.placement.rules.dimensions import is_minor
from homeward.placement.rules.needs import (
    EMERGENCY_LEVEL,
    LEVEL_FOR_NEED,
    WITH_MEDICAL_CARE,
    Finding,
    Need,
)
from homeward.placement.rules.numbers import PlacementNumbers
from homeward.placement.rules.wishes import rank_of

SLOWER_PACE = "3.3"


@dataclass(frozen=True, slots=True)
class Alternative:
    """A level that was not recommended, the code of why, and the reasons behind it."""

    level: str
    why_not: str
    because: tuple[str, ...] = ()


def alternatives(
    assessment: Assessment,
    level: str,
    beside: Iterable[str],
    found: Iterable[Finding],
    numbers: PlacementNumbers,
) -> tuple[Alternative, ...]:
    """Every other main level of the edition, from least to most intensive."""
    beside, found = frozenset(beside), tuple(found)
    others = [each for each in levels.LEVELS if each.edition == assessment.edition]
    return tuple(
        _alternative(assessment, other.code, level, beside, found, numbers)
        for other in sorted(others, key=lambda each: each.rank)
        if other.code != level
    )


def _alternative(
    assessment: Assessment,
    other: str,
    level: str,
    beside: frozenset[str],
    found: tuple[Finding, ...],
    numbers: PlacementNumbers,
) -> Alternative:
    edition = assessment.edition
    if level == EMERGENCY_LEVEL:
        return Alternative(other, "emergency_first", _asking_for_more(other, edition, found))
    if rank_of(other, edition) < rank_of(level, edition):
        because = _asking_for_more(other, edition, found)
        if not because:
            because = tuple(each.reason.code for each in found if each.needs_medical_care)
            return Alternative(other, "no_medical_care", because)
        return Alternative(other, "less_than_needed", because)
    if other == SLOWER_PACE:
        return Alternative(
            other, "adults_only" if is_minor(assessment, numbers) else "slower_pace_only"
        )
    if "recovery_residence" in beside and other == "3.1":
        return Alternative(other, "recovery_residence_is_enough")
    return Alternative(other, "more_than_needed")


def _asking_for_more(other: str, edition: str, found: tuple[Finding, ...]) -> tuple[str, ...]:
    ceiling = _need_met_by(other, edition)
    return tuple(each.reason.code for each in found if each.asks > ceiling)


def _need_met_by(level: str, edition: str) -> Need:
    """The greatest need a level answers on its own."""
    reach = [
        Need(need)
        for table in (LEVEL_FOR_NEED[edition], WITH_MEDICAL_CARE if edition == "4" else ())
        for need, code in enumerate(table)
        if rank_of(code, edition) <= rank_of(level, edition)
    ]
    return max(reach)
