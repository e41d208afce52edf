"""Of all the ways to hold a meeting at one start the least blocked counts."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace

from homeward.timetable.solver.explaining.unplaced import (
    NEVER_OFFERED,
    Counted,
    Offer,
    Unplaced,
)
from homeward.timetable.solver.placing.blocker import Blocker


@dataclass(frozen=True, slots=True)
class Way:
    """One way to hold a meeting: what stands against it, and how often (a series by its days)."""

    blockers: frozenset[Blocker]
    obstacles: int
    offer: Offer


class Tally:
    """The blockers of one need, start by start."""

    def __init__(self, client: str, service: str, missing: int) -> None:
        self.client, self.service, self.missing = client, service, missing
        self.starts = 0
        self.counts: Counter[Blocker] = Counter()
        self.offers: list[Offer] = []

    def add(self, ways: Iterable[Way]) -> None:
        """One start with the ways it could be had; nothing where there is no way at all."""
        ranked = sorted(
            ways, key=lambda way: (way.obstacles, sorted(way.blockers), way.offer.staff)
        )
        if not ranked:
            return
        self.starts += 1
        self.counts.update(ranked[0].blockers)
        open_ = [way for way in ranked if way.obstacles == ranked[0].obstacles <= 1]
        for blocker, way in _one_each(open_).items():
            if blocker is None or blocker.code not in NEVER_OFFERED:
                self.offers.append(replace(way.offer, blocker=blocker))

    def told(self) -> Unplaced:
        """The explanation: the most frequent blocker first, open offers before those with one."""
        ranked = sorted(self.counts.items(), key=lambda each: (-each[1], each[0]))
        return Unplaced(
            self.client,
            self.service,
            self.missing,
            self.starts,
            tuple(Counted(blocker, number) for blocker, number in ranked),
            tuple(
                sorted(
                    self.offers,
                    key=lambda each: (each.blocker is not None, each.days, each.start, each.mode),
                )
            ),
        )


def _one_each(ways: list[Way]) -> dict[Blocker | None, Way]:
    """The first way for each single blocker, or the first that nothing blocks."""
    found: dict[Blocker | None, Way] = {}
    for way in ways:
        found.setdefault(next(iter(way.blockers), None), way)
    return found
