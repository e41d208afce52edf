"""Whether a urine specimen can be believed.

Source: the federal categories of specimen validity (49 CFR 40, as revised in October 2017 by 82 FR
7920). A value that was not measured stays unknown and decides nothing.

| Outcome      | Creatinine, mg/dL | Specific gravity           | Or                               |
| ------------ | ----------------- | ---------------------------| -------------------------------- |
| adulterated  |                   |                            | pH below 4 or from 11; nitrite   |
|              |                   |                            | from 500 mcg/mL; foreign matter  |
| substituted  | below 2           | to 1.0010, or from 1.0200  |                                  |
| invalid      | below 2           | above 1.0010, below 1.0200 | pH 4 to below 4.5, or 9 to below |
| invalid      | from 2            | to 1.0010                  | 11; nitrite 200 to below 500     |
| dilute       | 2 to below 20     | above 1.0010, below 1.0030 |                                  |
| not_measured | unknown, or below |                            | nothing above was found          |
|              | 20 without a      |                            |                                  |
|              | specific gravity  |                            |                                  |
| valid        | everything else   |                            |                                  |

Laboratories measure the specific gravity only where creatinine is below 20, so a creatinine of 20
or more alone is enough for `valid`.
"""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Self

from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Decision, Evidence, Reason, Source, State, marked_by

RULE_SET = "specimen_validity"
VERSION = "2"
FEDERAL = Source(
    "federal_specimen", "Federal specimen validity rules", "law", "49 CFR 40; 82 FR 7920"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ValidityNumbers:
    """The program's limits: creatinine in mg/dL, nitrite in mcg/mL, degrees Fahrenheit."""

    creatinine_dilute_below: Decimal
    creatinine_substituted_below: Decimal
    gravity_dilute_below: Decimal
    gravity_substituted_low: Decimal
    gravity_substituted_high: Decimal
    ph_adulterated_below: Decimal
    ph_adulterated_from: Decimal
    ph_invalid_below: Decimal
    ph_invalid_from: Decimal
    nitrite_adulterated_from: Decimal
    nitrite_invalid_from: Decimal
    urine_temperature_low_f: Decimal
    urine_temperature_high_f: Decimal
    urine_temperature_minutes: Decimal

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        """Take the ones this rule needs from a program's numbers."""
        return cls(**{item.name: numbers[item.name].value for item in fields(cls)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Specimen:
    """What was measured; None is not measured. `is_positive` is of the reading, any analyte."""

    creatinine: Decimal | None = None
    gravity: Decimal | None = None
    ph: Decimal | None = None
    nitrite: Decimal | None = None
    temperature_f: Decimal | None = None
    temperature_minutes: int | None = None
    has_foreign_substance: bool | None = None
    is_called_invalid: bool = False
    is_positive: bool = False


@marked_by("numbers")
def judge(specimen: Specimen, numbers: ValidityNumbers) -> Decision:
    """The specimen's outcome with every line it rests on.

    The outcome is `adulterated`, `substituted`, `invalid`, `dilute_pos`, `dilute_neg`,
    `not_measured` or `valid`, the first that applies: a specimen of which nobody measured how
    thin it is, is not called valid. A temperature outside the limits does not decide by itself: it
    is shown, and the collection says what was done.
    """
    lines = (
        _adulterated(specimen, numbers),
        _substituted(specimen, numbers),
        _invalid(specimen, numbers),
        _dilute(specimen, numbers),
        _temperature(specimen, numbers),
    )
    met = {line.code for line in lines if line.state is State.MET}
    if "specimen_adulterated" in met:
        outcome = "adulterated"
    elif "specimen_substituted" in met:
        outcome = "substituted"
    elif "specimen_invalid" in met:
        outcome = "invalid"
    elif "specimen_dilute" in met:
        outcome = "dilute_pos" if specimen.is_positive else "dilute_neg"
    else:
        outcome = "valid" if _is_measured(specimen, numbers) else "not_measured"
    return Decision(outcome, RULE_SET, VERSION, lines)


def _is_measured(specimen: Specimen, n: ValidityNumbers) -> bool:
    """Whether it is known that the specimen is neither dilute nor substituted."""
    creatinine = specimen.creatinine
    return creatinine is not None and (
        creatinine >= n.creatinine_dilute_below or specimen.gravity is not None
    )


def is_warm_enough(specimen: Specimen, numbers: ValidityNumbers) -> bool | None:
    """Whether the specimen had a body's warmth in time; None when nobody measured, or when."""
    if specimen.temperature_f is None:
        return None
    low, high = numbers.urine_temperature_low_f, numbers.urine_temperature_high_f
    if not low <= specimen.temperature_f <= high:
        return False
    minutes = specimen.temperature_minutes
    return None if minutes is None else minutes <= numbers.urine_temperature_minutes


def _line(code: str, met: bool | None, **measured: object) -> Reason:
    state = State.UNKNOWN if met is None else (State.MET if met else State.NOT_MET)
    evidence = tuple(
        Evidence("measurement", "", f"{name.replace('_', ' ')} {value}")
        for name, value in measured.items()
        if value is not None
    )
    return Reason(code, state, evidence, FEDERAL)


def _adulterated(specimen: Specimen, n: ValidityNumbers) -> Reason:
    ph, nitrite = specimen.ph, specimen.nitrite
    known = [
        None if ph is None else ph < n.ph_adulterated_below or ph >= n.ph_adulterated_from,
        None if nitrite is None else nitrite >= n.nitrite_adulterated_from,
        specimen.has_foreign_substance,
    ]
    return _line("specimen_adulterated", _any(known), pH=ph, nitrite=nitrite)


def _substituted(specimen: Specimen, n: ValidityNumbers) -> Reason:
    creatinine, gravity = specimen.creatinine, specimen.gravity
    met = None
    if creatinine is not None and creatinine >= n.creatinine_substituted_below:
        met = False
    elif creatinine is not None and gravity is not None:
        met = gravity <= n.gravity_substituted_low or gravity >= n.gravity_substituted_high
    return _line("specimen_substituted", met, creatinine=creatinine, specific_gravity=gravity)


def _invalid(specimen: Specimen, n: ValidityNumbers) -> Reason:
    ph, nitrite = specimen.ph, specimen.nitrite
    known = [
        specimen.is_called_invalid or None,
        None if ph is None else _ph_is_odd(ph, n),
        None if nitrite is None else n.nitrite_invalid_from <= nitrite < n.nitrite_adulterated_from,
        _disagree(specimen, n),
    ]
    return _line(
        "specimen_invalid", _any(known), pH=ph, nitrite=nitrite, creatinine=specimen.creatinine,
        specific_gravity=specimen.gravity,
    )  # fmt: skip


def _disagree(specimen: Specimen, n: ValidityNumbers) -> bool | None:
    """Whether creatinine and specific gravity contradict each other."""
    creatinine, gravity = specimen.creatinine, specimen.gravity
    if creatinine is None or gravity is None:
        return None
    if creatinine < n.creatinine_substituted_below:
        return n.gravity_substituted_low < gravity < n.gravity_substituted_high
    return gravity <= n.gravity_substituted_low


def _ph_is_odd(ph: Decimal, n: ValidityNumbers) -> bool:
    low = n.ph_adulterated_below <= ph < n.ph_invalid_below
    return low or n.ph_invalid_from <= ph < n.ph_adulterated_from


def _dilute(specimen: Specimen, n: ValidityNumbers) -> Reason:
    creatinine, gravity = specimen.creatinine, specimen.gravity
    met = None
    if creatinine is not None and not (
        n.creatinine_substituted_below <= creatinine < n.creatinine_dilute_below
    ):
        met = False
    elif creatinine is not None and gravity is not None:
        met = n.gravity_substituted_low < gravity < n.gravity_dilute_below
    return _line("specimen_dilute", met, creatinine=creatinine, specific_gravity=gravity)


def _temperature(specimen: Specimen, n: ValidityNumbers) -> Reason:
    warm = is_warm_enough(specimen, n)
    return _line(
        "specimen_temperature_outside",
        None if warm is None else not warm,
        degrees_F=specimen.temperature_f,
        minutes=specimen.temperature_minutes,
    )


def _any(known: list[bool | None]) -> bool | None:
    if any(known):
        return True
    return None if all(item is None for item in known) else False
