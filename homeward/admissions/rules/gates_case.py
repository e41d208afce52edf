"""What the screening gates look at: answers, scores, and the numbers they are held against.

None is "not asked" or "not measured" everywhere, and never "no".
"""

from dataclasses import dataclass, field
from datetime import datetime

from homeward.kernel.reasons import Source
from homeward.placement.rules.sources import DRINK_IN_PREGNANCY

GATE = Source(
    "screening_gate_default",
    "Screening gate of this program",
    "default",
)
# The handbook names opioids only; drink and sedatives in pregnancy put two at risk.
PREGNANCY = DRINK_IN_PREGNANCY
ADULT = Source("minimum_age", "Youngest age of this program", "default")
WITHDRAWAL = Source(
    "asam_withdrawal", "ASAM withdrawal guideline, example cut-points", "norm", "2020"
)
OPIOIDS = Source("cows_scale", "Clinical Opiate Withdrawal Scale bands", "norm")


@dataclass(frozen=True, slots=True, kw_only=True)
class VitalLimits:
    """Outside these a vital sign is abnormal: beats a minute, mmHg, degrees F, percent."""

    pulse_low: float = 50
    pulse_high: float = 110
    systolic_low: float = 90
    systolic_high: float = 160
    temperature_high_f: float = 100.4
    oxygen_low: float = 92


@dataclass(frozen=True, slots=True, kw_only=True)
class GateNumbers:
    """Points, hours, days and years of the program; `cut_points` names the set they come from."""

    minimum_age: int = 18
    ciwa_hold: int = 10
    ciwa_emergency: int = 19
    drink_hours: int = 8
    recent_days: int = 7
    cows_mild: int = 5
    cut_points: str = "asam_2020"
    vitals: VitalLimits = field(default_factory=VitalLimits)
    not_adopted: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vitals:
    """Measured, or None."""

    pulse: float | None = None
    systolic: float | None = None
    temperature_f: float | None = None
    oxygen: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class GateCase:
    """One person at one moment. Times are instants; scores are points with when they were taken."""

    as_of: datetime
    age: int | None = None
    ciwa: int | None = None
    ciwa_taken_at: datetime | None = None
    ciwa_ref: str = ""
    intoxicated: bool | None = None
    last_drink_at: datetime | None = None
    drank_or_sedatives_recently: bool | None = None
    seizure_or_delirium_history: bool | None = None
    daily_benzodiazepine: bool | None = None
    confusion_or_seizure_now: bool | None = None
    pregnant: bool | None = None
    opioid_use: bool | None = None
    cows: int | None = None
    cows_ref: str = ""
    abnormal_vitals: bool | None = None
    vitals: Vitals = field(default_factory=Vitals)
