"""Stage one of a large week: whole numbers around the relaxation, then people reseated.

First among the templates that the relaxation uses, everybody at once. Where that is not settled
soon, class after class takes seats in the cells that the relaxation opens: what all classes share
has been shared out there, so that each finds room without knowing of the others.
Whoever is left out is freed together with people of the class and with whole groups that stand in
the same hours; everybody else keeps the seat, and every group may still be joined. Once everybody
sits, the same rounds go on around groups that are dear, until they bring nothing more.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from homeward.timetable.solver.blocks.relaxing import Relaxed, relaxed_seats
from homeward.timetable.solver.blocks.seating import Seating, Seats
from homeward.timetable.solver.blocks.seating_by_class import Apart, parts_of
from homeward.timetable.solver.blocks.templates import Template
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.possible import Cell, Possible

GAP, ROUND_GAP = 0.01, 0.001
WHOLE_PART, TURNS_PART, TURN_PART, ROUND_PART = 0.1, 0.6, 0.1, 0.04
MOST_IN_TURN, LEAST_IN_TURN = 64, 12
LEAST_FREED, FIRST_FREED, MOST_FREED = 24, 36, 72
ALIKE_PART = 0.6
PATIENCE = 40
QUIET_ROUNDS, QUIET_EFFORT, POLISHING_PART, POLISHING_ROUND_PART = 8, 2.0, 0.4, 0.02


def reseat(
    possible: Possible,
    effort: Effort,
    choices: Mapping[str, Sequence[Template]],
    unseated: Mapping[str, int],
    share: float,
) -> Seats | None:
    """Seats of everybody; none where the relaxation was not solved."""
    ends = effort.spent + share
    relaxed = relaxed_seats(Seating(possible, choices, unseated), effort)
    if relaxed is None or effort.is_over:
        return None
    work = _begun(possible, effort, choices, unseated, relaxed, share)
    quiet = 0
    while quiet < PATIENCE and effort.spent < ends and not effort.is_over:
        lost = work.lost()
        if not lost:
            break
        # What stands in the way may be anywhere: every other fruitless round begins elsewhere.
        first = work.somebody() if quiet % 2 else lost[quiet // 2 % len(lost)]
        is_better = work.again(effort, first, share * ROUND_PART)
        quiet = 0 if is_better else quiet + 1
    work.polish(effort, share * POLISHING_PART, share * POLISHING_ROUND_PART)
    return work.seats()


def _begun(
    possible: Possible,
    effort: Effort,
    choices: Mapping[str, Sequence[Template]],
    unseated: Mapping[str, int],
    relaxed: Relaxed,
    share: float,
) -> Reseating:
    """The first whole seats: of everybody at once, or in turn if that was not soon settled."""
    seats = Seating(possible, relaxed.used, unseated).search(
        effort, share * WHOLE_PART, {}, gap=GAP
    )
    nobody = Seats({}, {}, 0, 0, False)
    work = Reseating(possible, choices, unseated, seats or nobody, effort.seed)
    if seats is not None and seats.is_optimal:
        return work
    in_turn = Reseating(possible, relaxed.over_open(choices), unseated, nobody, effort.seed)
    in_turn.everybody(effort, share * TURNS_PART, share * TURN_PART)
    in_turn.choices = choices
    return min(work, in_turn, key=lambda each: each.cost(each.chosen, each.counts))


class Reseating:
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

    def seats(self) -> Seats:
        """The seats as they stand."""
        unmet = sum(each.unmet for each in self.chosen.values())
        return Seats(self.chosen, dict(sorted(self.counts.items())), unmet, 0, False)

    def polish(self, effort: Effort, share: float, round_share: float) -> None:
        """Round after round around somebody by chance, until some in a row bring nothing."""
        ends, since = effort.spent + share, effort.spent
        quiet = 0
        while quiet < QUIET_ROUNDS and effort.spent < ends and not effort.is_over:
            if self.again(effort, self.somebody(), round_share):
                quiet, since = 0, effort.spent
                continue
            quiet += 1
            if effort.spent - since > QUIET_EFFORT:
                return

    def somebody(self) -> str:
        """Anybody who could sit in a block, by chance."""
        return self.chance.choice([each for each in sorted(self.choices) if self.choices[each]])

    def everybody(self, effort: Effort, share: float, turn_share: float) -> None:
        """Part after part, small ones first; a part that lost somebody goes again in halves.

        Few people of a class have few leaders and hours; a large class finds others. Every part
        has its turn; nothing goes again once the share is spent.
        """
        ends = effort.spent + share
        people = [each for each in sorted(self.choices) if self.choices[each]]
        parts = parts_of(self.possible, people, MOST_IN_TURN)
        waiting = sorted(parts, key=lambda part: (len(part), part))
        while waiting and not effort.is_over:
            part = waiting.pop(0)
            self.free(effort, set(part), turn_share, gap=GAP)
            lost = [each for each in part if each not in self.chosen]
            if lost and len(part) > LEAST_IN_TURN and effort.spent < ends:
                half = len(part) // 2
                waiting[:0] = [part[:half], part[half:]]

    def again(self, effort: Effort, first: str, share: float) -> bool:
        """Free somebody, with others; whether fewer are left out than before, or it costs less."""
        return self.free(effort, self._freed(first), share, gap=ROUND_GAP)

    def free(self, effort: Effort, people: set[str], share: float, *, gap: float) -> bool:
        """Seat these people anew around everybody else; whether that costs less than before."""
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
        seats = seating.search(effort, share, hint, gap=gap)
        before = self.cost(self.chosen, self.counts)
        if seats is None:
            self.size = max(LEAST_FREED, self.size * 0.9)
            return False
        others = {each: own for each, own in self.chosen.items() if each not in people}
        chosen = dict(sorted((others | dict(seats.chosen)).items()))
        counts = {**taken, **seats.counts}
        after = self.cost(chosen, counts)
        self.size = max(
            LEAST_FREED, min(MOST_FREED, self.size * (1.1 if seats.is_optimal else 0.95))
        )
        if after > before:
            return False
        self.chosen, self.counts = chosen, counts
        return after < before

    def cost(self, chosen: Mapping[str, Template], counts: Mapping[Cell, int]) -> int:
        """What seats cost: who has none, what each has, and what their groups are."""
        weights = self.possible.instance.weights
        total = 0
        sitting: Counter[Cell] = Counter()
        for client in self.choices:
            own = chosen.get(client)
            if own is None:
                total += self.unseated[client]
                continue
            total += own.unmet + own.price + own.ahead
            sitting.update(own.cells)
        for cell, number in counts.items():
            service = self.possible.services[cell.service]
            few = max(0, service.soft_least * number - sitting[cell])
            many = max(0, sitting[cell] - service.target * number)
            price = weights["open_meeting"] * number
            price += weights["under"] * few + weights["over"] * many
            total += len(cell.days) * price
        return total

    def _freed(self, first: str) -> set[str]:
        """Somebody, people of the class who sit in the same hours, and whole groups of others."""
        size = int(self.size)
        record = self.possible.clients[first]
        wanted: Counter[tuple[int, int]] = Counter()
        for cell in sorted({cell for each in self.choices[first] for cell in each.cells}):
            for day in cell.days:
                wanted[day, cell.start] += 1
        near: dict[str, float] = {}
        alike: list[tuple[float, str]] = []
        together: dict[Cell, list[str]] = defaultdict(list)
        for client, template in self.chosen.items():
            each = self.possible.clients[client]
            shared = sum(wanted[day, cell.start] for cell in template.cells for day in cell.days)
            near[client] = shared * (0.3 + self.chance.random())
            if (each.phase, each.language) == (record.phase, record.language):
                alike.append((-near[client], client))
            else:
                together[template.cells[0]].append(client)
        lost = [
            each
            for each in self.lost()
            if (self.possible.clients[each].phase, self.possible.clients[each].language)
            == (record.phase, record.language)
        ]
        found = {first, *lost[: size // 4]}
        found |= {client for _near, client in sorted(alike)[: int(size * ALIKE_PART) - len(found)]}
        ranked = sorted(
            together, key=lambda cell: (-max(near[each] for each in together[cell]), cell)
        )
        for cell in ranked:
            if len(found) >= size:
                break
            found.update(together[cell])
        for one, other in self.possible.apart_on_site:
            if first in (one, other):
                found.update((one, other))
        return {each for each in found if each in self.choices}
