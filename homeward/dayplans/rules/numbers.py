"""The program's own numbers that this room's rules take, as one frozen value."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from homeward.kernel.reasons import Source

SILENT = Source("hard_craving", "Homeward starting value", "default")


@dataclass(frozen=True, slots=True, kw_only=True)
class DayNumbers:
    """Minutes, hours of the wall clock, days and scale points, as named.

    `hard_percent`: from which smoothed share of hard days on a stretch is called hard.
    `prior_days`: so many days without anything hard are thought beside those that were seen.
    """

    empty_minutes: int = 60
    wakes_hour: int = 7
    sleeps_hour: int = 23
    look_back_days: int = 84
    hard_craving: int = 6
    hard_mood: int = 2
    hard_percent: int = 40
    prior_days: int = 3
    least_days: int = 3
    source: Source = SILENT

    @classmethod
    def of(cls, numbers: Mapping[str, Any]) -> "DayNumbers":
        """From the numbers in force on a day (`program.queries.numbers_for`)."""
        return cls(
            empty_minutes=int(numbers["day_empty_minutes"]),
            wakes_hour=int(numbers["day_wakes_hour"]),
            sleeps_hour=int(numbers["day_sleeps_hour"]),
            look_back_days=int(numbers["hard_look_back_days"]),
            hard_craving=int(numbers["hard_craving"]),
            hard_mood=int(numbers["hard_mood"]),
            hard_percent=int(numbers["hard_percent"]),
            prior_days=int(numbers["hard_prior_days"]),
            least_days=int(numbers["hard_least_days"]),
            source=numbers["hard_craving"].source,
        )
