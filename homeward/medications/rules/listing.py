"""What a line on the list of medicines must say before it stands there.

Source: handbook 7.1 (name, dose, route, frequency, prescriber, reason) and 7.2 (methadone is
dispensed by an opioid treatment program alone). There is no medicine that may not be listed.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import time

from homeward.medications.rules.known import KNOWN, STAY_WITH_PERSON

ROUTES = (
    "oral", "sublingual", "buccal", "intramuscular", "subcutaneous", "transdermal", "inhaled",
    "nasal", "topical", "eye_or_ear", "other",
)  # fmt: skip
SCHEDULES = ("", "2", "3", "4", "5")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One medicine as somebody wants to write it down."""

    kind: str = ""
    name: str
    dose: str
    route: str
    frequency: str
    prescriber: str = ""
    dispenser: str = ""
    reason: str = ""
    schedule: str = ""
    is_observed: bool = False
    dose_times: Sequence[time] = ()
    dose_days: Sequence[int] = ()
    injection_days: int | None = None
    stays_with_person: str = ""


def problems_of(line: Line) -> tuple[str, ...]:
    """The codes of what is missing or cannot be; empty when the line may stand.

    >>> problems_of(Line(name="Sertraline", dose="", route="oral", frequency="daily"))
    ('medicine_dose_missing', 'medicine_reason_missing')
    """
    known = KNOWN.get(line.kind)
    wrong = {
        "medicine_kind_unknown": bool(line.kind) and known is None,
        "medicine_name_missing": not line.name.strip(),
        "medicine_dose_missing": not line.dose.strip(),
        "medicine_route_unknown": line.route not in ROUTES,
        "medicine_frequency_missing": not line.frequency.strip(),
        "medicine_reason_missing": not line.reason.strip(),
        "medicine_schedule_unknown": line.schedule not in SCHEDULES,
        "medicine_stays_unknown": line.stays_with_person not in ("", *STAY_WITH_PERSON),
        "medicine_otp_missing": bool(known and known.is_otp_only) and not line.dispenser.strip(),
        "medicine_otp_gives_it": bool(known and known.is_otp_only) and line.is_observed,
        "medicine_not_prescribed": line.is_observed and not line.prescriber.strip(),
        "medicine_times_missing": line.is_observed
        and not line.dose_times
        and line.injection_days is None,
        "medicine_days_unknown": any(day not in range(7) for day in line.dose_days),
        "medicine_interval_missing": bool(known and known.is_injection)
        and line.injection_days is None,
    }
    return tuple(code for code, is_wrong in wrong.items() if is_wrong)
