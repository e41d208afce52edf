"""When somebody could sit down with a caller next, from working hours and what already fills them.

All instants carry an offset.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
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


@dataclass(frozen=True, slots=True, order=True)
class Opening:
    """One start that one worker has wholly free."""

    starts_at: datetime
    worker: str


def openings(
    hours: Sequence[Hours],
    busy: Iterable[Busy],
    now: datetime,
    zone: ZoneInfo,
    closed: frozenset[date] = frozenset(),
    limits: Limits | None = None,
) -> Iterator[Opening]:
    """Every free start of every worker, day by day, soonest first."""
    limits = limits or Limits()
    taken: dict[str, list[Busy]] = {}
    for each in busy:
        taken.setdefault(each.worker, []).append(each)
    today = now.astimezone(zone).date()
    soonest = now + timedelta(minutes=limits.notice_minutes)
    for ahead in range(limits.days):
        day = today + timedelta(days=ahead)
        if day in closed:
            continue
        yield from sorted(
            {
                Opening(start, stretch.worker)
                for stretch in hours
                if stretch.weekday == day.weekday()
                for start in _starts(stretch, day, zone, limits)
                if start >= soonest and _is_free(start, limits, taken.get(stretch.worker, ()))
            }
        )


def open_times(
    hours: Sequence[Hours],
    busy: Iterable[Busy],
    now: datetime,
    zone: ZoneInfo,
    closed: frozenset[date] = frozenset(),
    limits: Limits | None = None,
) -> tuple[datetime, ...]:
    """The next starts, at most one a day, that some worker has wholly free; never whose."""
    limits = limits or Limits()
    first: dict[date, datetime] = {}
    for each in openings(hours, busy, now, zone, closed, limits):
        day = each.starts_at.astimezone(zone).date()
        if day not in first and len(first) == limits.most:
            break
        first.setdefault(day, each.starts_at)
    return tuple(first.values())


def choices_of(
    found: Iterable[Opening], zone: ZoneInfo, *, a_day: int, most: int
) -> tuple[Opening, ...]:
    """A short list to choose from: of each worker the first so many starts of a day."""
    counted: Counter[tuple[str, date]] = Counter()
    chosen: list[Opening] = []
    for each in found:
        key = (each.worker, each.starts_at.astimezone(zone).date())
        if counted[key] < a_day:
            counted[key] += 1
            chosen.append(each)
        if len(chosen) == most:
            break
    return tuple(chosen)


def _starts(stretch: Hours, day: date, zone: ZoneInfo, limits: Limits) -> Iterable[datetime]:
    start = datetime.combine(day, stretch.starts, zone)
    last = datetime.combine(day, stretch.ends, zone) - timedelta(minutes=limits.minutes)
    while start <= last:
        yield start
        start += timedelta(minutes=limits.step_minutes)


def _is_free(start: datetime, limits: Limits, taken: Iterable[Busy]) -> bool:
    end = start + timedelta(minutes=limits.minutes)
    return not any(each.starts_at < end and start < each.ends_at for each in taken)
