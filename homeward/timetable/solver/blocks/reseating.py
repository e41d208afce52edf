"""Stage one of a large week: whole numbers among what the relaxation uses, then people reseated.

Whoever is left out is freed together with people of the class and with people whose groups stand
in the same hours; everybody else keeps the seat, and every group may still be joined.
"""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from homeward.timetable.solver.blocks.relaxing import used_templates
from homeward.timetable.solver.blocks.seating import Seating, Seats
from homeward.timetable.solver.blocks.seating_by_class import Apart
from homeward.timetable.solver.blocks.templates import Template
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.possible import Cell, Possible

GAP, ROUND_GAP = 0.01, 0.001
WHOLE_PART, ROUND_PART = 0.35, 0.04
LEAST_FREED, FIRST_FREED, MOST_FREED = 24, 36, 72
OTHERS_PART = 3
PATIENCE = 40


def reseat(
    possible: Possible,
    effort: Effort,
    choices: Mapping[str, Sequence[Template]],
    unseated: Mapping[str, int],
    share: float,
) -> Seats | None:
    """Seats of everybody; none where the relaxation or the first search found nothing."""
    ends = effort.spent + share
    used = used_templates(Seating(possible, choices, unseated), effort)
    if used is None or effort.is_over:
        return None
    seats = Seating(possible, used, unseated).search(effort, share * WHOLE_PART, {}, gap=GAP)
    if seats is None:
        return None
    work = _Reseating(possible, choices, unseated, seats, effort.seed)
    quiet = 0
    while quiet < PATIENCE and effort.spent < ends and not effort.is_over:
        lost = work.lost()
        if not lost:
            break
        is_better = work.again(effort, lost[quiet % len(lost)], share * ROUND_PART)
        quiet = 0 if is_better else quiet + 1
    return Seats(
        work.chosen,
        dict(sorted(work.counts.items())),
        sum(each.unmet for each in work.chosen.values()),
        0,
        False,
    )


class _Reseating:
    """Seats as they stand, and one round after another."""

    def __init__(
        self,
        possible: Possible,
        choices: Mapping[str, Sequence[Template]],
        unseated: Mapping[str, int],
        seats: Seats,
        seed: int,
    ) -> None:
        self.possible = possible
        self.choices = choices
        self.unseated = unseated
        self.chosen = dict(sorted(seats.chosen.items()))
        self.counts = dict(seats.counts)
        self.size = float(FIRST_FREED)
        self.chance = Random(f"seats {seed}")  # noqa: S311

    def lost(self) -> list[str]:
        """Who could sit in a block and does not."""
        return [
            each for each in sorted(self.choices) if self.choices[each] and each not in self.chosen
        ]

    def again(self, effort: Effort, first: str, share: float) -> bool:
        """Free one who is left out, with others; whether fewer are left out than before."""
        people = self._freed(first)
        stands: dict[Cell, set[str]] = defaultdict(set)
        for client, template in self.chosen.items():
            if client not in people:
                for cell in template.cells:
                    stands[cell].add(client)
        apart = Apart(self.possible, self.chosen, people)
        able = {
            each: [template for template in self.choices[each] if not apart.meets(each, template)]
            for each in sorted(people)
        }
        # A cell that nobody freed could join keeps its groups as they are.
        open_ = {cell for listed in able.values() for template in listed for cell in template.cells}
        taken = {cell: self.counts[cell] for cell in sorted(stands) if cell not in open_}
        hint = {each: self.chosen[each] for each in sorted(people) if each in self.chosen}
        seating = Seating(self.possible, able, self.unseated, taken, stands)
        taken |= {cell: self.counts[cell] for cell in sorted(stands) if cell not in seating.count}
        if taken != seating.taken:
            seating = Seating(self.possible, able, self.unseated, taken, stands)
        seats = seating.search(effort, share, hint, gap=ROUND_GAP)
        before = self._loss(people, self.chosen)
        if seats is None or self._loss(people, seats.chosen) > before:
            self.size = max(LEAST_FREED, self.size * 0.9)
            return False
        is_better = self._loss(people, seats.chosen) < before
        self.size = min(MOST_FREED, self.size * (1.1 if seats.is_optimal else 0.95))
        for each in people:
            self.chosen.pop(each, None)
        self.chosen = dict(sorted((self.chosen | dict(seats.chosen)).items()))
        self.counts = {**taken, **seats.counts}
        return is_better

    def _loss(self, people: set[str], chosen: Mapping[str, Template]) -> int:
        return sum(
            chosen[each].unmet if each in chosen else self.unseated[each] for each in sorted(people)
        )

    def _freed(self, first: str) -> set[str]:
        size = int(self.size)
        record = self.possible.clients[first]
        wanted: Counter[tuple[int, int]] = Counter()
        cells = {cell for template in self.choices[first] for cell in template.cells}
        for cell in cells:
            for day in cell.days:
                wanted[day, cell.start] += 1
        alike: list[tuple[float, str]] = []
        others: list[tuple[float, str]] = []
        for client, template in self.chosen.items():
            each = self.possible.clients[client]
            near = sum(wanted[day, cell.start] for cell in template.cells for day in cell.days)
            near_by_chance = near * (0.3 + self.chance.random())
            is_alike = (each.phase, each.language) == (record.phase, record.language)
            (alike if is_alike else others).append((-near_by_chance, client))
        more = size // OTHERS_PART
        lost = [
            each
            for each in self.lost()
            if (self.possible.clients[each].phase, self.possible.clients[each].language)
            == (record.phase, record.language)
        ]
        found = [first, *lost[: size // 4]]
        found += [client for _near, client in sorted(alike)[: size - more - len(found)]]
        found += [client for _near, client in sorted(others)[: max(more, size - len(found))]]
        return set(found)
