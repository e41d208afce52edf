"""Which measurements lie outside a program's limits. They warn; they decide nothing."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Evidence, Reason, State, marked

RULE_SET, VERSION = "vitals", "1"
# What is measured -> (unit, number below which, number above which).
LIMITS = {
    "pulse": ("/min", "vitals_pulse_low", "vitals_pulse_high"),
    "systolic": ("mm Hg", "vitals_systolic_low", "vitals_systolic_high"),
    "temperature_f": ("°F", "", "vitals_temperature_high_f"),
    "oxygen": ("%", "vitals_oxygen_low", ""),
}
# Beyond these no living person is; a slip of the finger is asked about, not stored.
POSSIBLE = {
    "pulse": (20, 260),
    "systolic": (40, 300),
    "diastolic": (20, 200),
    "breaths": (4, 80),
    "temperature_f": (80, 115),
    "oxygen": (40, 100),
    "weight_lb": (40, 900),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One set; empty is not measured. Pressure in mm Hg, temperature in degrees Fahrenheit."""

    pulse: int | None = None
    systolic: int | None = None
    diastolic: int | None = None
    breaths: int | None = None
    temperature_f: Decimal | None = None
    oxygen: int | None = None
    weight_lb: Decimal | None = None

    def value(self, name: str) -> Decimal | int | None:
        """One measurement by its name."""
        found: Decimal | int | None = getattr(self, name)
        return found


def impossible(measured: Measured) -> tuple[str, ...]:
    """The names of what cannot have been measured; the lower pressure is below the upper one."""
    wrong = [
        name
        for name, (least, most) in POSSIBLE.items()
        if (value := measured.value(name)) is not None and not least <= value <= most
    ]
    upper, lower = measured.systolic, measured.diastolic
    if upper is not None and lower is not None and lower >= upper and "diastolic" not in wrong:
        wrong.append("diastolic")
    return tuple(wrong)


def outside(measured: Measured, numbers: Mapping[str, ProgramNumber]) -> Decision:
    """Each measurement against its limits; the outcome is `within`, `outside` or `unknown`.

    At the limit itself is within. What was not measured is not known, never fine.
    """
    reasons = []
    for name, (unit, low, high) in LIMITS.items():
        value = measured.value(name)
        if value is None:
            reasons.append(Reason(f"vitals_{name}_not_measured", State.UNKNOWN))
            continue
        said = (Evidence("vitals", "", f"{value} {unit}"),)
        if low and value < numbers[low].value:
            at, code = numbers[low], f"vitals_{name}_low"
        elif high and value > numbers[high].value:
            at, code = numbers[high], f"vitals_{name}_high"
        else:
            reasons.append(Reason(f"vitals_{name}_within", State.MET, said))
            continue
        detail = {"limit": str(at.value.normalize()), "unit": unit}
        reasons.append(Reason(code, State.NOT_MET, said, at.source, detail))
    states = {reason.state for reason in reasons}
    outcome = "outside" if State.NOT_MET in states else "within"
    if states == {State.UNKNOWN}:
        outcome = "unknown"
    limits = {code: numbers[code] for _unit, *codes in LIMITS.values() for code in codes if code}
    return marked(Decision(outcome, RULE_SET, VERSION, tuple(reasons)), limits)
