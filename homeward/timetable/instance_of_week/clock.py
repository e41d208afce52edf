"""The slots of a week's grid as wall times and instants, in weeks when the clocks change too.

A slot is a wall time: half past nine stays half past nine in the week the clocks change, and is
another instant. A session keeps its length.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from homeward.kernel.periods import Period
from homeward.timetable.rules.hours import Interval

DAYS = 7


@dataclass(frozen=True, slots=True)
class WeekClock:
    """A week's grid: its first day and zone, and its slots in minutes from midnight."""

    starts_on: date
    zone: str
    day_starts: int
    day_ends: int
    slot_minutes: int

    @property
    def slots_a_day(self) -> int:
        return (self.day_ends - self.day_starts) // self.slot_minutes

    def on(self, day: int) -> date:
        """The date of a day of the week."""
        return self.starts_on + timedelta(days=day)

    def minute(self, slot: int) -> int:
        """Minutes from midnight at which a slot begins."""
        return self.day_starts + slot * self.slot_minutes

    def wall(self, slot: int) -> time:
        """The wall time at which a slot begins; the end of the last day is 23:59."""
        minute = self.minute(slot)
        return time.max if minute >= 24 * 60 else time(minute // 60, minute % 60)

    def when(self, day: int, slot: int) -> datetime:
        """The instant a slot begins, in UTC; a wall time that is skipped moves on an hour."""
        midnight = datetime.combine(self.on(day), time())
        local = midnight + timedelta(minutes=self.minute(slot))
        return local.replace(tzinfo=ZoneInfo(self.zone)).astimezone(UTC)

    def period(self, day: int, slot: int, minutes: int) -> Period:
        """From a slot's instant, so many minutes long."""
        starts_at = self.when(day, slot)
        return Period(starts_at, starts_at + timedelta(minutes=minutes))

    def place(self, instant: datetime) -> tuple[int, int] | None:
        """The day and slot in which an instant lies; None outside the week or the grid."""
        local = instant.astimezone(ZoneInfo(self.zone))
        day = (local.date() - self.starts_on).days
        minute = local.hour * 60 + local.minute
        if not 0 <= day < DAYS or not self.day_starts <= minute < self.day_ends:
            return None
        return day, (minute - self.day_starts) // self.slot_minutes

    def beyond(self, instant: datetime) -> tuple[int, int]:
        """The day and slot in which an instant lies, counted on outside the week and the grid."""
        local = instant.astimezone(ZoneInfo(self.zone))
        minute = local.hour * 60 + local.minute
        return (local.date() - self.starts_on).days, (minute - self.day_starts) // self.slot_minutes

    def ahead(self, instant: datetime) -> tuple[int, int]:
        """The first day and slot that begins at an instant or after it.

        Outside the hours of the grid that is the next day's first slot; before the week its first,
        after the week the day behind its last.
        """
        local = instant.astimezone(ZoneInfo(self.zone))
        day = (local.date() - self.starts_on).days
        minute = local.hour * 60 + local.minute + bool(local.second or local.microsecond)
        slot = max(0, -(-(minute - self.day_starts) // self.slot_minutes))
        if slot >= self.slots_a_day:
            day, slot = day + 1, 0
        return min(max((day, slot), (0, 0)) if day >= 0 else (0, 0), (DAYS, 0))

    def inside(self, interval: Interval) -> tuple[int, int] | None:
        """The whole slots inside minutes of a day, half-open; None when there is none."""
        begins = max(interval[0], self.day_starts) - self.day_starts
        ends = min(interval[1], self.day_ends) - self.day_starts
        first, last = -(-begins // self.slot_minutes), ends // self.slot_minutes
        return (first, last) if first < last else None

    def around(self, interval: Interval) -> tuple[int, int] | None:
        """Every slot that minutes of a day touch, half-open; None outside the grid."""
        begins = max(interval[0], self.day_starts) - self.day_starts
        ends = min(interval[1], self.day_ends) - self.day_starts
        first, last = begins // self.slot_minutes, -(-ends // self.slot_minutes)
        return (first, min(last, self.slots_a_day)) if begins < ends else None

    def minutes_of(self, period: Period) -> list[tuple[int, Interval]]:
        """What a period covers of each day of the week: the day and minutes from midnight."""
        zone = ZoneInfo(self.zone)
        first, last = period.starts_at.astimezone(zone), period.ends_at.astimezone(zone)
        found = []
        for day in range(DAYS):
            on = self.on(day)
            if not first.date() <= on <= last.date():
                continue
            begins = first.hour * 60 + first.minute if first.date() == on else 0
            ends = last.hour * 60 + last.minute if last.date() == on else 24 * 60
            if begins < ends:
                found.append((day, (begins, ends)))
        return found
