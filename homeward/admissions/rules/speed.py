"""How fast somebody was reached and assessed, counted from the first request.

The share counts everybody who asked long enough ago to be late, so that waiting people are never
left out: who was never reached counts as not in time. The median is over those who were.
Source: domain handbook 3.2 (an appointment within 24 hours; a day's delay cost attendance).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from statistics import median


@dataclass(frozen=True, slots=True)
class Wait:
    """One request and when what it waited for happened, if it has."""

    asked_at: datetime
    happened_at: datetime | None


@dataclass(frozen=True, slots=True)
class Speed:
    """Hours in the middle (None without any), how many in time, of how many counted."""

    median_hours: float | None
    in_time: int
    counted: int

    @property
    def percent(self) -> int | None:
        """Whole percent in time; None when nobody can be counted yet."""
        return round(100 * self.in_time / self.counted) if self.counted else None


def speed_of(waits: Iterable[Wait], *, now: datetime, within: timedelta) -> Speed:
    """The figures of some requests; one too young to be late counts only once it happened."""
    taken: list[float] = []
    in_time = counted = 0
    for wait in waits:
        if wait.happened_at is not None:
            took = wait.happened_at - wait.asked_at
            taken.append(took / timedelta(hours=1))
            counted += 1
            in_time += took <= within
        elif now - wait.asked_at > within:
            counted += 1
    return Speed(median(taken) if taken else None, in_time, counted)
