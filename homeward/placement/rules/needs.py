"""How much a finding asks for, in order, and which level answers it in each edition."""

from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum

from homeward.kernel.reasons import Reason

EMERGENCY_LEVEL = "emergency"


class Need(IntEnum):
    """What somebody needs, from least to most intensive."""

    EARLY_HELP = 0
    OUTPATIENT = 1
    STRUCTURE = 2
    NEAR_DAILY = 3
    SAFE_HOUSE = 4
    CONSTANT_SUPPORT = 5
    NURSING = 6
    HOSPITAL = 7
    EMERGENCY = 8


LEVEL_FOR_NEED = {
    "3": ("0.5", "1", "2.1", "2.5", "3.1", "3.5", "3.7", "4", EMERGENCY_LEVEL),
    "4": ("1.0", "1.5", "2.1", "2.5", "3.1", "3.5", "3.7", "4", EMERGENCY_LEVEL),
}
# The 4th edition folds withdrawal management and medical care into its x.7 levels and 4.
WITH_MEDICAL_CARE = ("1.7", "1.7", "2.7", "2.7", "3.7", "3.7", "3.7", "4", EMERGENCY_LEVEL)


def level_for(need: Need, edition: str, *, needs_medical_care: bool) -> str:
    """The least intensive level that answers the need."""
    if edition == "4" and needs_medical_care:
        return WITH_MEDICAL_CARE[need]
    return LEVEL_FOR_NEED[edition][need]


@dataclass(frozen=True, slots=True)
class Hold:
    """Something that must happen before admission; `until` is known only for a waiting time."""

    code: str
    until: datetime | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """One reason with what it asks for: a need, services beside the level, holds."""

    reason: Reason
    asks: Need = Need.EARLY_HELP
    beside: tuple[str, ...] = ()
    holds: tuple[Hold, ...] = ()
    needs_medical_care: bool = False
    discrepancy: str | None = None
