"""Opening hours: read from a line of text, written back as one, and asked whether now is inside.

`Mon-Fri 08:00-17:00; Sat 09:00-12:00`, or `24/7`. Times are the place's own wall clock; a stretch
past midnight belongs to two days.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_MINUTES = 24 * 60
ALWAYS = "24/7"
_PART = re.compile(
    r"(?P<days>[A-Za-z]{3}(?:\s*[-,]\s*[A-Za-z]{3})*)\s+"
    r"(?P<from>\d{1,2}:\d{2})\s*-\s*(?P<to>\d{1,2}:\d{2})"
)


class HoursUnclear(ValueError):
    """The first part of the text that cannot be read, as its argument."""


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Open on a weekday (0 is Monday) from a minute of the day until one, not included."""

    weekday: int
    starts: int
    ends: int


def read_hours(text: str) -> tuple[Stretch, ...]:
    """The stretches of a line, joined where they touch; raises HoursUnclear with the part."""
    if text.strip() == ALWAYS:
        return tuple(Stretch(day, 0, DAY_MINUTES) for day in range(7))
    found: list[Stretch] = []
    for part in filter(None, (each.strip() for each in text.split(";"))):
        found += _read_part(part)
    return _joined(found)


def write_hours(stretches: Iterable[Stretch]) -> str:
    """The same hours as a line; `read_hours` gives them back."""
    rows = _joined(stretches)
    if len(rows) == 7 and all((row.starts, row.ends) == (0, DAY_MINUTES) for row in rows):
        return ALWAYS
    by_day = {
        day: tuple((row.starts, row.ends) for row in days)
        for day, days in groupby(rows, key=lambda row: row.weekday)
    }
    parts: list[str] = []
    for first, last in _runs(by_day):
        days = DAYS[first] if first == last else f"{DAYS[first]}-{DAYS[last]}"
        parts += [f"{days} {_time(starts)}-{_time(ends)}" for starts, ends in by_day[first]]
    return "; ".join(parts)


def is_open(stretches: Iterable[Stretch], weekday: int, minute: int) -> bool:
    """Whether a minute of a weekday lies inside one."""
    return any(row.weekday == weekday and row.starts <= minute < row.ends for row in stretches)


def _read_part(part: str) -> list[Stretch]:
    match = _PART.fullmatch(part)
    if match is None:
        raise HoursUnclear(part)
    starts, ends = _minutes(match["from"], part), _minutes(match["to"], part)
    if starts in (ends, DAY_MINUTES):
        raise HoursUnclear(part)
    made: list[Stretch] = []
    for day in _days(match["days"], part):
        if ends > starts:
            made.append(Stretch(day, starts, ends))
            continue
        made.append(Stretch(day, starts, DAY_MINUTES))
        if ends:
            made.append(Stretch((day + 1) % 7, 0, ends))
    return made


def _days(text: str, part: str) -> list[int]:
    found: list[int] = []
    for piece in text.split(","):
        names = [name.strip().capitalize() for name in piece.split("-")]
        if len(names) > 2 or not set(names) <= set(DAYS):
            raise HoursUnclear(part)
        first, last = DAYS.index(names[0]), DAYS.index(names[-1])
        found += [day % 7 for day in range(first, last + 1 if last >= first else last + 8)]
    return found


def _minutes(text: str, part: str) -> int:
    hours, minutes = (int(each) for each in text.split(":"))
    total = hours * 60 + minutes
    if minutes > 59 or total > DAY_MINUTES:
        raise HoursUnclear(part)
    return total


def _joined(stretches: Iterable[Stretch]) -> tuple[Stretch, ...]:
    joined: list[Stretch] = []
    for row in sorted(stretches):
        last = joined[-1] if joined else None
        if last and last.weekday == row.weekday and row.starts <= last.ends:
            joined[-1] = Stretch(row.weekday, last.starts, max(last.ends, row.ends))
        else:
            joined.append(row)
    return tuple(joined)


def _runs(by_day: dict[int, tuple[tuple[int, int], ...]]) -> list[tuple[int, int]]:
    """Days in a row that are open alike."""
    runs: list[tuple[int, int]] = []
    for day in sorted(by_day):
        if runs and runs[-1][1] == day - 1 and by_day[day] == by_day[runs[-1][0]]:
            runs[-1] = (runs[-1][0], day)
        else:
            runs.append((day, day))
    return runs


def _time(minute: int) -> str:
    return f"{minute // 60:02d}:{minute % 60:02d}"
