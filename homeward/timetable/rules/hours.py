"""When a client can come: hours that are free, without those that are bound.

Somebody who was never asked can come in the hours of their track. What can move with notice does
not bind the week; it is only less welcome. Minutes of a day count from midnight, wall time.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

SCHEDULE, ASSESSMENT, INQUIRY, TRACK = "schedule", "assessment", "inquiry", "track"
WORK, SCHOOL, CHILDCARE, COURT, TRANSPORT, OTHER = (
    "work", "school", "childcare", "court", "transport", "other",
)  # fmt: skip
_MEANT_BY = {
    COURT: ("court", "probation", "parole", "hearing", "judge", "corte", "tribunal"),
    CHILDCARE: ("child", "kid", "daughter", "son ", "baby", "daycare", "niñ", "hij"),
    SCHOOL: ("school", "class", "college", "course", "training", "escuela", "clase"),
    TRANSPORT: ("bus", "ride", "train", "transport", "drive", "autobús"),
    WORK: ("work", "job", "shift", "trabajo", "turno"),
}
Interval = tuple[int, int]


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """A stretch of one weekday, Monday 0; `why` and `words` belong to a bound one."""

    weekday: int
    starts: time
    ends: time
    why: str = ""
    words: str = ""
    is_fixed: bool = True

    @property
    def interval(self) -> Interval:
        return minute_of(self.starts), minute_of(self.ends)


@dataclass(frozen=True, slots=True)
class WeekHours:
    """A client's usual week and where it is known from."""

    free: tuple[Stretch, ...]
    busy: tuple[Stretch, ...]
    origin: str

    def can_come(self, weekday: int) -> tuple[Interval, ...]:
        """The free minutes of a weekday without those that are bound and cannot move."""
        bound = [each.interval for each in self.busy if each.weekday == weekday and each.is_fixed]
        return without(
            joined(each.interval for each in self.free if each.weekday == weekday), bound
        )

    def welcome(self, weekday: int) -> tuple[Interval, ...]:
        """As `can_come`, without what could move but would rather not."""
        bound = [each.interval for each in self.busy if each.weekday == weekday]
        return without(
            joined(each.interval for each in self.free if each.weekday == weekday), bound
        )


def minute_of(at: time) -> int:
    """Minutes since midnight."""
    return at.hour * 60 + at.minute


def joined(intervals: Iterable[Interval]) -> tuple[Interval, ...]:
    """The same minutes with overlaps counted once, in order."""
    found: list[Interval] = []
    for begins, ends in sorted(intervals):
        if found and begins <= found[-1][1]:
            found[-1] = found[-1][0], max(found[-1][1], ends)
        elif begins < ends:
            found.append((begins, ends))
    return tuple(found)


def without(intervals: Iterable[Interval], taken: Iterable[Interval]) -> tuple[Interval, ...]:
    """The minutes of `intervals` that lie in none of `taken`."""
    left = list(intervals)
    for begins, ends in taken:
        left = [
            piece
            for first, last in left
            for piece in ((first, min(last, begins)), (max(first, ends), last))
            if piece[0] < piece[1]
        ]
    return joined(left)


def common(some: Iterable[Interval], others: Iterable[Interval]) -> tuple[Interval, ...]:
    """The minutes in both."""
    kept = list(others)
    return joined(
        (max(begins, first), min(ends, last))
        for begins, ends in some
        for first, last in kept
        if max(begins, first) < min(ends, last)
    )


def why_of(words: str) -> str:
    """The kind of obligation that these words name; other when they name none."""
    told = f"{words.lower()} "
    for why, signs in _MEANT_BY.items():
        if any(sign in told for sign in signs):
            return why
    return OTHER
