"""Time on a page: the day as a list and the week as a board."""

from dataclasses import dataclass
from typing import NamedTuple

from homeward.core.components.people import Face
from homeward.core.components.trails import Act

QUARTER = 15  # minutes per row of the board
CROWDED = 3  # so many at once leave no room for words beside another column


@dataclass(frozen=True)
class DayEntry:
    """One thing in a day. ``phase`` colours its edge; ``gap`` marks open, risky time."""

    time: str
    title: str
    sub: str = ""
    phase: str = "middle"
    now: bool = False
    gap: bool = False
    cancelled: bool = False
    tag: str = ""
    tag_tone: str = "neutral"
    faces: tuple[Face, ...] = ()
    faces_words: str = ""
    url: str = ""
    act: Act | None = None


class WeekPart(NamedTuple):
    """One of several sessions that share a block: short on the board, read aloud by `name`."""

    label: str
    name: str
    seats: str = ""
    more: str = ""
    url: str = ""
    phase: str = "none"
    full: bool = False


class WeekBlock(NamedTuple):
    """One session on the board, or several at once as `parts`; minutes count from midnight.

    ``lane`` of ``lanes`` places sessions that run at the same time side by side; ``reach`` is
    how many lanes it covers, because no session beside it needs them.
    A plain tuple, because a board holds hundreds and each is made twice.
    """

    title: str
    sub: str
    start_minute: int
    end_minute: int
    times: str
    phase: str = "middle"
    lane: int = 1
    lanes: int = 1
    reach: int = 1
    url: str = ""
    full: bool = False
    changed: bool = False
    cancelled: bool = False
    note: str = ""
    parts: tuple[WeekPart, ...] = ()

    @property
    def rows(self) -> tuple[int, int]:
        """The quarter hours it is drawn over, counted from midnight; the last is not its own."""
        first = self.start_minute // QUARTER
        return first, first + self.span

    def row_in(self, board_start: int) -> int:
        """Which quarter-hour row it begins on, counted from 1."""
        return max(1, (self.start_minute - board_start) // QUARTER + 1)

    @property
    def span(self) -> int:
        """How many quarter-hour rows it covers, at least one."""
        return max(1, -(-(self.end_minute - self.start_minute) // QUARTER))


@dataclass(frozen=True)
class WeekDay:
    """One day of the board."""

    label: str
    blocks: tuple[WeekBlock, ...]
    today: bool = False
    closed: str = ""

    @property
    def lanes(self) -> int:
        """The most that runs at once on this day, at least one."""
        return max((block.lanes for block in self.blocks), default=1)


@dataclass(frozen=True)
class WeekBoard:
    """The days shown and the hours between which they are drawn."""

    days: tuple[WeekDay, ...]
    start_hour: int = 9
    end_hour: int = 21
    label: str = ""

    @property
    def is_crowded(self) -> bool:
        """Whether so much runs at once that the board wants the whole width of a page."""
        return any(day.lanes >= CROWDED for day in self.days)

    @property
    def hours(self) -> tuple[tuple[str, int], ...]:
        """Each full hour with the row it stands on."""
        return tuple(
            (f"{hour:02d}:00", (hour - self.start_hour) * 4 + 1)
            for hour in range(self.start_hour, self.end_hour)
        )


def in_lanes(blocks: tuple[WeekBlock, ...]) -> tuple[WeekBlock, ...]:
    """Give sessions that overlap their own lanes, side by side, in order of start.

    Sessions that touch no other keep the whole width; one beside free lanes takes them.
    """
    placed: list[WeekBlock] = []
    cluster: list[tuple[WeekBlock, int]] = []
    ends: list[int] = []

    def close() -> None:
        placed.extend(
            block._replace(lane=lane, lanes=len(ends), reach=_reach(block, lane, cluster))
            for block, lane in cluster
        )
        cluster.clear()
        ends.clear()

    for block in sorted(blocks, key=lambda each: (each.start_minute, -each.end_minute)):
        if cluster and block.start_minute >= max(ends):
            close()
        for index, end in enumerate(ends):
            if end <= block.start_minute:
                ends[index] = block.end_minute
                cluster.append((block, index + 1))
                break
        else:
            ends.append(block.end_minute)
            cluster.append((block, len(ends)))
    close()
    return tuple(placed)


def _reach(block: WeekBlock, lane: int, cluster: list[tuple[WeekBlock, int]]) -> int:
    """How many lanes a session may cover before another that runs meanwhile stands in the way."""
    lanes = max(number for _other, number in cluster)
    in_the_way = [
        number
        for other, number in cluster
        if number > lane and other.rows[0] < block.rows[1] and block.rows[0] < other.rows[1]
    ]
    return min(in_the_way, default=lanes + 1) - lane
