"""One day as one line of hours: what stands in it, one thing at a time, and what is left empty.

Everything is written in wall time and reckoned in instants, so that a day of 23 or 25 hours has as
many. A skipped hour moves forward; of a repeated hour the first one counts.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum, StrEnum
from itertools import pairwise
from zoneinfo import ZoneInfo

DAY = timedelta(days=1)
NOON_HOUR = 12


class Rank(IntEnum):
    """What wins where two things stand at once: the lower number."""

    SESSION = 0
    APPOINTMENT = 1
    THIS_DAY = 2
    EVERY_WEEK = 3
    SLEEP = 4


class What(StrEnum):
    """What a piece of the line is: something, empty, too short to fill, or the hours of rest."""

    ENTRY = "entry"
    EMPTY = "empty"
    SHORT = "short"
    REST = "rest"


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that stands, between two instants; `key` names where it is written."""

    key: str
    starts: datetime
    ends: datetime
    rank: Rank


@dataclass(frozen=True, slots=True)
class WeekLine:
    """A line of the week: on each such weekday (Monday 0), from a day on and until before one.

    It runs over midnight where it ends at or before it begins.
    """

    key: str
    weekday: int
    starts: time
    ends: time
    from_on: date
    until_on: date | None = None
    is_sleep: bool = False

    def stands_on(self, day: date) -> bool:
        """Whether it begins on this day."""
        return (
            day.weekday() == self.weekday
            and self.from_on <= day
            and (self.until_on is None or day < self.until_on)
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of the line. `beside` names what stands at the same time and gave way."""

    starts: datetime
    ends: datetime
    what: What
    key: str = ""
    beside: tuple[str, ...] = ()

    @property
    def minutes(self) -> int:
        """Real minutes, not those of the wall."""
        return int((self.ends - self.starts).total_seconds() // 60)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """From which length on a stretch is empty, and the hours awake when no sleep is written."""

    least_minutes: int
    wakes: time
    sleeps: time


def at_wall(day: date, wall: time, zone: ZoneInfo) -> datetime:
    """The instant of a wall time on a day."""
    return datetime.combine(day, wall.replace(fold=0), zone).astimezone(UTC)


def bounds(day: date, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """The first instant of a local day and of the next one."""
    return at_wall(day, time(0), zone), at_wall(day + DAY, time(0), zone)


def stretch(day: date, starts: time, ends: time, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """Two wall times from a day on; over midnight where the second is not later."""
    last = day if ends > starts else day + DAY
    return at_wall(day, starts, zone), at_wall(last, ends, zone)


def of_the_week(
    lines: Iterable[WeekLine], off: Iterable[tuple[str, date]], day: date, zone: ZoneInfo
) -> list[Entry]:
    """What the week puts into a day, also what began the evening before; `off` was taken out."""
    out = frozenset(off)
    made = []
    for line in lines:
        for begins in (day - DAY, day):
            if not line.stands_on(begins) or (line.key, begins) in out:
                continue
            starts, ends = stretch(begins, line.starts, line.ends, zone)
            rank = Rank.SLEEP if line.is_sleep else Rank.EVERY_WEEK
            made.append(Entry(line.key, starts, ends, rank))
    return clipped(made, day, zone)


def clipped(entries: Iterable[Entry], day: date, zone: ZoneInfo) -> list[Entry]:
    """What of each entry lies in the day; entries of no length fall away."""
    first, last = bounds(day, zone)
    made = []
    for each in entries:
        starts, ends = max(each.starts, first), min(each.ends, last)
        if starts < ends:
            made.append(Entry(each.key, starts, ends, each.rank))
    return made


def line_of(entries: Iterable[Entry], day: date, zone: ZoneInfo, shape: Shape) -> tuple[Piece, ...]:
    """The whole day in pieces that touch and never overlap, from its first instant to its last."""
    inside = clipped(entries, day, zone)
    first, last = bounds(day, zone)
    wakes, sleeps = _awake(inside, day, zone, shape)
    cuts = {first, last, wakes, sleeps}
    cuts |= {each.starts for each in inside} | {each.ends for each in inside}
    marks = sorted(cuts)
    pieces: list[Piece] = []
    for starts, ends in pairwise(marks):
        here = _ordered(each for each in inside if each.starts <= starts and ends <= each.ends)
        if here:
            beside = tuple(dict.fromkeys(each.key for each in here[1:] if _clashes(here[0], each)))
            piece = Piece(starts, ends, What.ENTRY, here[0].key, beside)
        else:
            is_awake = wakes <= starts and ends <= sleeps
            piece = Piece(starts, ends, What.EMPTY if is_awake else What.REST)
        _append(pieces, piece)
    return tuple(_measured(each, shape.least_minutes) for each in pieces)


def _awake(
    inside: Sequence[Entry], day: date, zone: ZoneInfo, shape: Shape
) -> tuple[datetime, datetime]:
    """Between which instants empty hours are looked for.

    Where sleep is written in one half of the day it says when that half begins or ends; for the
    other half the hours of the house stand.
    """
    first, last = bounds(day, zone)
    noon = at_wall(day, time(NOON_HOUR), zone)
    asleep = [each for each in inside if each.rank is Rank.SLEEP]
    wakes = first if any(each.starts < noon for each in asleep) else at_wall(day, shape.wakes, zone)
    at_night = any(each.ends > noon for each in asleep)
    sleeps = last if at_night or shape.sleeps <= shape.wakes else at_wall(day, shape.sleeps, zone)
    return wakes, max(wakes, sleeps)


def _ordered(entries: Iterable[Entry]) -> list[Entry]:
    return sorted(entries, key=lambda each: (each.rank, each.starts, each.ends, each.key))


def _clashes(winner: Entry, other: Entry) -> bool:
    """Sleep gives way to everything without a word, and nothing clashes with itself."""
    return other.rank is not Rank.SLEEP and other.key != winner.key


def _append(pieces: list[Piece], piece: Piece) -> None:
    last = pieces[-1] if pieces else None
    if last and (last.what, last.key, last.beside) == (piece.what, piece.key, piece.beside):
        pieces[-1] = Piece(last.starts, piece.ends, last.what, last.key, last.beside)
    else:
        pieces.append(piece)


def _measured(piece: Piece, least: int) -> Piece:
    if piece.what is What.EMPTY and piece.minutes < least:
        return Piece(piece.starts, piece.ends, What.SHORT)
    return piece


def empty_in(pieces: Iterable[Piece], after: datetime | None = None) -> tuple[Piece, ...]:
    """The empty stretches, those that are over by `after` left out."""
    return tuple(
        each for each in pieces if each.what is What.EMPTY and (after is None or each.ends > after)
    )
