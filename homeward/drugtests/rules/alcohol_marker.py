"""What a level of the alcohol marker EtG may mean; never more than a hint.

Sources: bands of a clinical laboratory's handout (recent heavy drinking above 1,000 ng/mL, earlier
or lighter drinking or strong contact with alcohol below); the federal advice that EtG is not a sole
basis for a life-altering decision (SAMHSA advisory on biomarkers).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Self

from homeward.kernel.numbers import ProgramNumber

MARKER = "etg"


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerNumbers:
    """The program's bands, ng/mL."""

    etg_contact_from: Decimal
    etg_earlier_from: Decimal
    etg_recent_from: Decimal

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        return cls(
            etg_contact_from=numbers["etg_contact_from"].value,
            etg_earlier_from=numbers["etg_earlier_from"].value,
            etg_recent_from=numbers["etg_recent_from"].value,
        )


def band_of(level: Decimal | None, numbers: MarkerNumbers) -> str:
    """`etg_recent`, `etg_earlier`, `etg_contact`, `etg_below`, or `etg_level_unknown`.

    Recent heavy drinking is above its bound; a level at a lower bound belongs to the band above it.
    """
    if level is None:
        return "etg_level_unknown"
    if level > numbers.etg_recent_from:
        return "etg_recent"
    if level >= numbers.etg_earlier_from:
        return "etg_earlier"
    return "etg_contact" if level >= numbers.etg_contact_from else "etg_below"
