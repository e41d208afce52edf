"""Numbers that open one device: which are too plain, and when the device is locked.

A number is worth nothing without the device it was chosen on; it only keeps whoever holds the
device from walking in. So it may be short, and wrong ones are few.
"""

import itertools
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

DIGITS = 6
STEPS = frozenset({1, -1})


@dataclass(frozen=True, slots=True)
class PinNumbers:
    """How many wrong numbers lock a device."""

    door_pin_tries: Decimal = Decimal(5)


def fault_of(pin: str, born: date | None = None) -> str:
    """The code of what is wrong with a chosen number; empty when it will do.

    Refused are other lengths, one digit over and over, two digits in turn, steps up or down, and
    the owner's birthday in the ways people write it.
    """
    if len(pin) != DIGITS or not (pin.isascii() and pin.isdigit()):
        return "pin_length"
    digits = [int(each) for each in pin]
    steps = {after - before for before, after in itertools.pairwise(digits)}
    halves = pin[:2] * 3 == pin or pin[:3] * 2 == pin
    if len(set(digits)) < 2 or halves or (len(steps) == 1 and steps <= STEPS):
        return "pin_plain"
    if born is not None and pin in {born.strftime(way) for way in ("%m%d%y", "%d%m%y", "%y%m%d")}:
        return "pin_birthday"
    return ""


def locks(wrong: int, numbers: PinNumbers) -> bool:
    """Whether the device is locked after so many wrong numbers since the last right one."""
    return wrong >= int(numbers.door_pin_tries)
