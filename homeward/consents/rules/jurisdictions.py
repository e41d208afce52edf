"""From which age a minor may agree to treatment alone, by state and day (42 CFR 2.14)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from .numbers import MINOR_CONSENT_AGES, Numbers


@dataclass(frozen=True, slots=True)
class StateAge:
    """One line of the program's table; `age` in whole years, None for never alone."""

    state: str
    starts_on: date
    age: int | None


def ages_on(
    lines: Iterable[StateAge], on: date, shipped: Mapping[str, int] = MINOR_CONSENT_AGES
) -> Mapping[str, int]:
    """The ages as they hold on a day: the program's newest line of a state before the shipped.

    A state without an age asks for a parent's signature too.
    """
    found: dict[str, int] = dict(shipped)
    for line in sorted(lines, key=lambda each: each.starts_on):
        if line.starts_on > on:
            continue
        if line.age is None:
            found.pop(line.state, None)
        else:
            found[line.state] = line.age
    return MappingProxyType(found)


def numbers_as_of(numbers: Numbers, lines: Iterable[StateAge], on: date | None) -> Numbers:
    """The ages by the program's table as it held on a day; as they are where it has no lines."""
    lines = tuple(lines)
    if not lines or on is None:
        return numbers
    return Numbers(numbers.adult_age, ages_on(lines, on))
