"""Where a block stands on the board: its row, its length, its lane among what runs beside it."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

QUARTER = 15  # minutes of one row
MOST_LANES = 12  # beyond these, blocks share the last lane


@dataclass(frozen=True, slots=True)
class PlanBlock:
    """One block of the board. Minutes count from midnight; `slots` is its length in slots.

    `holds` are the clients whose talks stand together in it, by id.
    """

    key: str
    title: str
    sub: str
    times: str
    start_minute: int
    end_minute: int
    phase: str
    url: str
    day: int
    start: int
    slots: int
    more: str = ""
    move: str = ""
    holds: str = ""
    notes: tuple[str, ...] = ()
    is_full: bool = False
    is_changed: bool = False
    lane: int = 1
    lanes: int = 1

    @property
    def place(self) -> str:
        """The class of its lane."""
        if self.lanes <= 6:
            return f"lane-{self.lane}-{self.lanes}"
        return f"lane-of-many lane-at-{min(self.lane, MOST_LANES)}"

    @property
    def span(self) -> int:
        """How many rows it covers."""
        return max(1, -(-(self.end_minute - self.start_minute) // QUARTER))

    @property
    def is_short(self) -> bool:
        """Whether it has room for a title only."""
        return self.span <= 2

    def row(self, board_start: int) -> int:
        """The row it begins on, counted from 1."""
        return max(1, (self.start_minute - board_start) // QUARTER + 1)


def side_by_side(blocks: Iterable[PlanBlock]) -> tuple[PlanBlock, ...]:
    """Give blocks that overlap lanes beside each other; one that touches none keeps the width."""
    placed: list[PlanBlock] = []
    cluster: list[tuple[PlanBlock, int]] = []
    ends: list[int] = []

    def close() -> None:
        placed.extend(replace(block, lane=lane, lanes=len(ends)) for block, lane in cluster)
        cluster.clear()
        ends.clear()

    ordered = sorted(blocks, key=lambda each: (each.start_minute, -each.end_minute, each.title))
    for block in ordered:
        if cluster and block.start_minute >= max(ends):
            close()
        free = next((n for n, end in enumerate(ends) if end <= block.start_minute), len(ends))
        if free == len(ends):
            ends.append(block.end_minute)
        else:
            ends[free] = block.end_minute
        cluster.append((block, free + 1))
    close()
    return tuple(placed)
