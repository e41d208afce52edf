"""What placement is asked about: ratings and facts, where None means nobody knows yet."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import datetime

SUICIDE_RISKS = ("none", "low", "moderate", "high", "imminent")


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Every fact is optional; None is unknown, which is never read as no."""

    ciwa_ar: int | None = None
    cows: int | None = None
    hours_since_last_drink: float | None = None
    intoxicated_now: bool | None = None
    seizure_or_delirium_history: bool | None = None
    drinking_or_sedatives_last_7_days: bool | None = None
    daily_benzodiazepine: bool | None = None
    opioid_use: bool | None = None
    pregnant: bool | None = None
    abnormal_vitals: bool | None = None
    confusion_or_seizure_now: bool | None = None
    unstable_medical: bool | None = None
    suicide_risk: str | None = None
    psychosis_unmanaged: bool | None = None
    safe_living: bool | None = None
    sober_support: bool | None = None
    court_ordered_residential: bool | None = None
    outpatient_attempts_last_year: int | None = None
    step_down_from: str | None = None
    prefers: str | None = None
    can_attend_hours_week: float | None = None


FACT_NAMES = tuple(each.name for each in fields(Facts))


@dataclass(frozen=True, slots=True, kw_only=True)
class Assessment:
    """One rating of one person at one moment, by one edition.

    `ratings` hold risk 0 to 4 by dimension; the 4th edition's sixth dimension is words.
    """

    edition: str
    as_of: datetime
    age: int | None = None
    ratings: Mapping[int, int]
    facts: Facts = Facts()
    person_centered_considerations: str = ""

    @property
    def rated_dimensions(self) -> range:
        """The dimensions that take a number in this edition."""
        return range(1, 7) if self.edition == "3" else range(1, 6)

    @property
    def use_dimension(self) -> int:
        """Relapse or continued use (3rd) and substance use-related risks (4th)."""
        return 5 if self.edition == "3" else 4

    @property
    def home_dimension(self) -> int:
        """The recovery environment."""
        return 6 if self.edition == "3" else 5
