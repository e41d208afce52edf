"""The ages that decide who may sign, given to the rules as an argument."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

# Youngest age, in years, at which a minor may agree alone to outpatient treatment for substance
# use. State law, from general knowledge: each program confirms its own line before relying on
# it. A state that is not listed asks for both signatures, the stricter reading of 42 CFR 2.14.
MINOR_CONSENT_AGES: Mapping[str, int] = MappingProxyType(
    {
        "CA": 12,  # Family Code 6929
        "FL": 0,  # Statutes 397.501
        "IL": 12,  # 410 ILCS 210/4
        "MD": 0,  # Health-General 20-102
        "MN": 0,  # Statutes 144.343
        "NC": 0,  # G.S. 90-21.5
        "NH": 12,  # RSA 318-B:12-a
        "OH": 0,  # R.C. 3719.012
        "OR": 14,  # ORS 109.675
        "PA": 0,  # 71 P.S. 1690.112
        "VT": 12,  # 18 V.S.A. 4226
        "WA": 13,  # RCW 71.34
    }
)


@dataclass(frozen=True, slots=True)
class Numbers:
    """Ages in whole years."""

    adult_age: int = 18
    minor_consent_ages: Mapping[str, int] = field(default_factory=lambda: MINOR_CONSENT_AGES)

    def minor_signs_alone(self, state: str | None, age: int) -> bool:
        """Whether state law lets a minor of this age agree to treatment without a parent."""
        threshold = self.minor_consent_ages.get((state or "").upper())
        return threshold is not None and age >= threshold
