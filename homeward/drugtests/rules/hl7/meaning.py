"""What a laboratory's lines mean in our words; what cannot be understood is never guessed.

A line says negative or positive by a word, by its flag, or by its level beside the cutoff. When
these disagree, or none is given, the message waits for a person.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from homeward.drugtests.rules.analytes import DEFINITIVE, PRESUMPTIVE, Reading, named_as
from homeward.drugtests.rules.hl7.oru import Observation
from homeward.drugtests.rules.hl7.places import Place

WORDS = {
    **dict.fromkeys(("neg", "negative", "not detected", "none detected"), Reading.NEGATIVE),
    **dict.fromkeys(
        ("pos", "positive", "detected", "presumptive positive", "presumptive pos"),
        Reading.POSITIVE,
    ),
    **dict.fromkeys(("invalid", "unable to read"), Reading.INVALID),
    **dict.fromkeys(("not tested", "not performed", "tnp"), Reading.NOT_TESTED),
}
FLAGS = {
    **dict.fromkeys(("A", "AA", "H", "HH", "POS"), Reading.POSITIVE),
    **dict.fromkeys(("N", "NEG"), Reading.NEGATIVE),
}
DEFINITIVE_METHODS = re.compile(r"\b(LC|GC)[-/ ]?MS([-/ ]?MS)?\b", re.ASCII | re.IGNORECASE)
CUTOFF = re.compile(r"(?:cutoff\s*)?<?=?\s*(\d{1,8}(?:\.\d{1,4})?)(?:\s*ng/mL)?", re.IGNORECASE)
MEASURES = {
    "creatinine": ("creatinine", "mg/dl"), "specific gravity": ("gravity", ""),
    "sp gravity": ("gravity", ""), "ph": ("ph", ""), "nitrite": ("nitrite", "mcg/ml"),
    "nitrites": ("nitrite", "mcg/ml"), "oxidants": ("foreign", ""), "adulterants": ("foreign", ""),
}  # fmt: skip
SAME_UNIT = {"ug/ml": "mcg/ml", "µg/ml": "mcg/ml", "ph": "", "1": "", "{ph}": "", "sg": ""}
FINAL, CORRECTED, PRELIMINARY = "F", "C", "P"
WITHOUT_RESULT = frozenset("DX")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One analyte as a laboratory reports it; levels and cutoffs in `unit`."""

    analyte: str
    reading: Reading
    method: str
    level: Decimal | None
    cutoff: Decimal | None
    unit: str
    status: str


@dataclass(frozen=True, slots=True)
class Problem:
    """A line nobody but a person can place."""

    code: str
    place: Place


@dataclass(slots=True)
class Understood:
    """The lines of one order, what was measured of the specimen, and what is not understood."""

    lines: list[Line] = field(default_factory=list)
    measured: dict[str, Decimal | bool] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    statuses: set[str] = field(default_factory=set)


def understand(
    observations: Iterable[Observation], codes: Mapping[str, str], usual_method: str
) -> Understood:
    """Each line in our words; `codes` are the laboratory's codes and names in lower case.

    A laboratory names analytes of a class where we ordered the class; a plain name such as
    "Morphine" is understood beside its list. `usual_method` is the order's own, where a line does
    not name its method.
    """
    found = Understood()
    for line in observations:
        found.statuses.add(line.status)
        listed = codes.get(line.code.lower()) or codes.get(line.name.lower())
        if (name := _measure(line)) is not None:
            _take_measure(found, line, name)
        elif analyte := named_as(line.code, line.name, listed):
            _take_line(found, line, analyte, usual_method)
        else:
            found.problems.append(Problem("analyte_unknown", line.segment.place(3)))
    named = [(line.analyte, line.method) for line in found.lines]
    if len(named) != len(set(named)):
        found.problems.append(Problem("analyte_twice", Place()))
    return found


def _measure(line: Observation) -> str | None:
    for word in (line.code.lower(), line.name.lower().removesuffix(", urine")):
        if word in MEASURES:
            return word
    return None


def _take_measure(found: Understood, line: Observation, name: str) -> None:
    key, unit = MEASURES[name]
    if key == "foreign":
        reading = WORDS.get(line.value.lower())
        if reading is None:
            found.problems.append(Problem("reading_not_understood", line.segment.place(5)))
        else:
            found.measured["has_foreign_substance"] = reading is Reading.POSITIVE
        return
    given = line.unit.lower()
    number = line.number if line.number is not None else _plain_number(line.value)
    if SAME_UNIT.get(given, given) not in (unit, "") or number is None:
        found.problems.append(Problem("measure_not_understood", line.segment.place(6)))
    else:
        found.measured[key] = number


def _take_line(found: Understood, line: Observation, analyte: str, usual_method: str) -> None:
    cutoff = _cutoff(line.cutoffs)
    reading = Reading.NOT_TESTED if line.status in WITHOUT_RESULT else _reading(line, cutoff)
    if reading is None:
        found.problems.append(Problem("reading_not_understood", line.segment.place(5)))
        return
    found.lines.append(
        Line(
            analyte=analyte,
            reading=reading,
            method=_method(line.method, usual_method),
            level=None if line.comparator == "<" else line.number,
            cutoff=cutoff,
            unit=line.unit or "ng/mL",
            status=line.status,
        )
    )


def _reading(line: Observation, cutoff: Decimal | None) -> Reading | None:
    """What word, flag and level say together; None when they disagree or say nothing."""
    said = {WORDS.get(line.value.lower()), FLAGS.get(line.flag.upper())}
    if line.number is not None and cutoff is not None:
        said.add(_beside(line.number, line.comparator, cutoff))
    said.discard(None)
    return said.pop() if len(said) == 1 else None


def _beside(level: Decimal, comparator: str, cutoff: Decimal) -> Reading | None:
    """A level beside its cutoff; "less than 100" says nothing where the cutoff is 50."""
    if comparator == "<":
        return Reading.NEGATIVE if level <= cutoff else None
    if comparator in (">", ">="):
        return Reading.POSITIVE if level >= cutoff else None
    return Reading.NEGATIVE if level < cutoff else Reading.POSITIVE


def _method(named: str, usual: str) -> str:
    """A named method; never more than presumptive when the name is not known as definitive."""
    if not named:
        return usual
    if DEFINITIVE_METHODS.search(named):
        return DEFINITIVE
    return PRESUMPTIVE


def _cutoff(text: str) -> Decimal | None:
    found = CUTOFF.fullmatch(text.strip())
    return Decimal(found.group(1)) if found else None


def _plain_number(text: str) -> Decimal | None:
    return Decimal(text) if re.fullmatch(r"\d{1,6}(\.\d{1,4})?", text, re.ASCII) else None
