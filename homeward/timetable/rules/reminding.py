"""Which word is due before a session: the first, the second, or none.

| Time to the start                                | Word   |
| ------------------------------------------------ | ------ |
| above the first number of hours                  | none   |
| the first number, and up to twelve hours less    | first  |
| less, and still above the second number          | none   |
| from the second number down to the start         | second |

A seat taken later than the first word's time hears only the second: nobody is reminded of what
they said yes to an hour ago. Source: reminders 48 and 2 hours before, field practice (default).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Self

from homeward.kernel.numbers import ProgramNumber

FIRST, SECOND = "first", "second"
FIRST_LASTS = timedelta(hours=12)


@dataclass(frozen=True, slots=True)
class ReminderNumbers:
    """The program's hours before a session."""

    first: ProgramNumber
    second: ProgramNumber

    @classmethod
    def of(cls, numbers: Mapping[str, ProgramNumber]) -> Self:
        """From the program's numbers by code."""
        return cls(numbers["reminder_first_hours"], numbers["reminder_second_hours"])


def word_due(left: timedelta, numbers: ReminderNumbers) -> str:
    """`first`, `second`, or empty; `left` is the time to the start."""
    first = timedelta(hours=float(numbers.first.value))
    second = timedelta(hours=float(numbers.second.value))
    if timedelta(0) < left <= second:
        return SECOND
    return FIRST if max(second, first - FIRST_LASTS) < left <= first else ""
