"""Slots of a draft as days and times in words."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.utils.formats import date_format

from homeward.timetable.solver.instance import Grid

HOUR = 60
DAY = 24 * HOUR


@dataclass(frozen=True, slots=True)
class Times:
    """The grid of a week beside its calendar; minutes count from midnight, by the wall clock."""

    starts_on: date
    grid: Grid

    def on(self, day: int) -> date:
        """The date of a day of the week."""
        return self.starts_on + timedelta(days=day)

    def minute(self, slot: int) -> int:
        """When a slot begins."""
        hour, minute = self.grid.day_start.split(":")[:2]
        return int(hour) * HOUR + int(minute) + slot * self.grid.slot_minutes

    def at(self, slot: int) -> str:
        """The same as a time; the very end of a day is 24:00."""
        hour, minute = divmod(min(self.minute(slot), DAY), HOUR)
        return f"{hour:02d}:{minute:02d}"

    def wall(self, slot: int) -> time:
        """The same as the wall clock shows it."""
        return time(*divmod(self.minute(slot) % DAY, HOUR))

    def day(self, day: int) -> str:
        """`Thu 26`."""
        return date_format(self.on(day), "D j")

    def long_day(self, day: int) -> str:
        """`Thursday 26 November`."""
        return date_format(self.on(day), "l j F")

    def when(self, day: int, slot: int) -> str:
        """`Thu 26 at 10:30`, short."""
        return f"{self.day(day)} · {self.at(slot)}"

    def between(self, start: int, ends: int) -> str:
        """`10:30–12:00`."""
        return f"{self.at(start)}–{self.at(ends)}"

    def open_days(self) -> list[int]:
        """Every day on which something may be held."""
        return [day for day in range(len(self.grid.days)) if day not in self.grid.closed_days]
