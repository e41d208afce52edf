"""When somebody could sit down with a caller next, from working hours and what already fills them.

It answers times only, never whose. All instants carry an offset.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True)
class Hours:
    """One weekly stretch of one worker in wall time; weekday 0 is Monday."""

    worker: str
    weekday: int
    starts: time
    ends: time


@dataclass(frozen=True, slots=True)
class Busy:
    """A stretch already taken."""

    worker: str
    starts_at: datetime
    ends_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """How far ahead to look (days), how long a talk is, how soon one can begin (minutes)."""

    days: int = 7
    minutes: int = 75
    notice_minutes: int = 120
    step_minutes: int = 30
    most: int = 2


def open_times(
    hours: Sequence[Hours],
    busy: Iterable[Busy],
    now: datetime,
    zone: ZoneInfo,
    closed: frozenset[date] = frozenset(),
    limits: Limits | None = None,
) -> tuple[datetime, ...]:
    """The next starts, at most one a day, that some worker has wholly free."""
    limits = limits or Limits()
    taken: dict[str, list[Busy]] = {}
    for each in busy:
        taken.setdefault(each.worker, []).append(each)
    today = now.astimezone(zone).date()
    found: list[datetime] = []
    for ahead in range(limits.days):
        day = today + timedelta(days=ahead)
        if day in closed or len(found) == limits.most:
            continue
        starts = [
            start
            for stretch in hours
            if stretch.weekday == day.weekday()
            for start in _starts(stretch, day, zone, limits)
            if start >= now + timedelta(minutes=limits.notice_minutes)
            and _is_free(start, limits, taken.get(stretch.worker, ()))
        ]
        if starts:
            found.append(min(starts))
    return tuple(found)


def _starts(stretch: Hours, day: date, zone: ZoneInfo, limits: Limits) -> Iterable[datetime]:
    start = datetime.combine(day, stretch.starts, zone)
    last = datetime.combine(day, stretch.ends, zone) - timedelta(minutes=limits.minutes)
    while start <= last:
        yield start
        start += timedelta(minutes=limits.step_minutes)


def _is_free(start: datetime, limits: Limits, taken: Iterable[Busy]) -> bool:
    end = start + timedelta(minutes=limits.minutes)
    return not any(each.starts_at < end and start < each.ends_at for each in taken)
