"""Stage one: how many groups meet in each cell, and who sits where.

Rooms are exact, staff are counted: enough who are able, in every slot, day and week. Keep-apart
pairs count per cell and per slot.
"""

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.counted_leaders import count_leaders
from homeward.timetable.solver.blocks.templates import Template
from homeward.timetable.solver.engine import Answer, Effort, search
from homeward.timetable.solver.instance import GROUP, IN_PERSON
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.tiers import total as sum_of


@dataclass(frozen=True, slots=True)
class Seats:
    """Who sits in which template, and how many groups each cell has."""

    chosen: Mapping[str, Template]
    counts: Mapping[Cell, int]
    tier1: int
    bound: float
    is_optimal: bool


class Seating:
    """The model of stage one for some clients.

    Groups of others are `taken` as they are; cells in which others `stand` may be joined.
    """

    def __init__(
        self,
        possible: Possible,
        choices: Mapping[str, Sequence[Template]],
        unseated: Mapping[str, int],
        taken: Mapping[Cell, int] | None = None,
        stands: Mapping[Cell, Collection[str]] | None = None,
    ) -> None:
        self.possible = possible
        self.stands = {cell: frozenset(each) for cell, each in sorted((stands or {}).items())}
        self.taken = dict(sorted((taken or {}).items()))
        self.model = cp_model.CpModel()
        self.choices = _worth_opening(possible, choices, self.stands)
        self.seat: dict[tuple[str, int], cp_model.IntVar] = {}
        self.cost: list[cp_model.LinearExprT] = []
        self.sitting: dict[Cell, list[cp_model.IntVar]] = defaultdict(list)
        self.in_cell: dict[tuple[Cell, str], list[cp_model.IntVar]] = defaultdict(list)
        self.count: dict[Cell, cp_model.IntVar] = {}
        self._seats(unseated)
        self._groups()
        self._rooms()
        self.cost += count_leaders(self.model, possible, self._demand())
        self._apart()
        self.model.minimize(sum(self.cost))

    def _demand(self) -> dict[Cell, cp_model.LinearExprT]:
        """How many leaders each cell asks for, with those that others have already."""
        cells = sorted(self.count.keys() | self.taken.keys())
        return {cell: self.count.get(cell, 0) + self.taken.get(cell, 0) for cell in cells}

    def _seats(self, unseated: Mapping[str, int]) -> None:
        for client in sorted(self.choices):
            self.possible.look()
            variables = []
            for place, template in enumerate(self.choices[client]):
                variable = self.model.new_bool_var("")
                self.seat[client, place] = variable
                variables.append(variable)
                self.cost.append(
                    (template.unmet + template.price + template.ahead - unseated[client]) * variable
                )
                for cell in template.cells:
                    self.sitting[cell].append(variable)
                    self.in_cell[cell, client].append(variable)
            self.model.add_at_most_one(variables)
            self.cost.append(unseated[client])

    def _groups(self) -> None:
        weights = self.possible.instance.weights
        for cell in sorted(self.sitting):
            self.possible.look()
            service = self.possible.services[cell.service]
            members, meets = self.sitting[cell], len(cell.days)
            standing = len(self.stands.get(cell, ()))
            most = min((len(members) + standing) // service.least, self._most_rooms(cell))
            count = self.model.new_int_var(0, max(0, most), "")
            self.count[cell] = count
            total = sum(members) + standing
            largest = self._largest(cell)
            self.model.add(total >= service.least * count)
            self.model.add(total <= largest * count)
            is_open = _positive(self.model, count, most)
            for variable in members:
                self.model.add_implication(variable, is_open)
            under = self.model.new_int_var(0, service.soft_least * max(0, most), "")
            over = self.model.new_int_var(0, len(members) + standing, "")
            self.model.add(under >= service.soft_least * count - total)
            self.model.add(over >= total - service.target * count)
            self.cost += [
                weights["open_meeting"] * meets * count,
                weights["under"] * meets * under,
                weights["over"] * meets * over,
            ]

    def _most_rooms(self, cell: Cell) -> int:
        if cell.mode != IN_PERSON:
            return len(self.possible.staff)
        least = self.possible.services[cell.service].least
        return sum(seats >= least for seats in self.possible.group_rooms)

    def _largest(self, cell: Cell) -> int:
        service = self.possible.services[cell.service]
        if cell.mode != IN_PERSON or not self.possible.group_rooms:
            return service.most
        return min(service.most, self.possible.group_rooms[0])

    def _rooms(self) -> None:
        """No slot has more groups than rooms; mixed sizes are settled when rooms are named."""
        busy: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        for cell, count in self.count.items():
            if cell.mode == IN_PERSON:
                for day in cell.days:
                    for slot in _slots(self.possible.held(cell.service, cell.start)):
                        busy[day, slot].append(count)
        held: dict[tuple[int, int], int] = defaultdict(int)
        for cell, number in self.taken.items():
            if cell.mode == IN_PERSON:
                for day in cell.days:
                    for slot in _slots(self.possible.held(cell.service, cell.start)):
                        held[day, slot] += number
        for key in sorted(busy):
            left = self.possible.rooms_open(GROUP, *key) - held[key]
            self.model.add(sum(busy[key]) <= max(0, left))

    def _apart(self) -> None:
        for first, second, _level in self.possible.pairs:
            for cell, count in self.count.items():
                a, b = self._within(cell, first), self._within(cell, second)
                if a and b:
                    self.model.add(sum_of(a) + sum_of(b) <= count)
        for first, second in self.possible.apart_on_site:
            present: dict[tuple[int, int], tuple[list[cp_model.IntVar], ...]] = {}
            for side, client in enumerate((first, second)):
                for place, template in enumerate(self.choices.get(client, ())):
                    for day, slot in sorted(_on_site(self.possible, template)):
                        both = present.setdefault((day, slot), ([], []))
                        both[side].append(self.seat[client, place])
            for key in sorted(present):
                if all(present[key]):
                    self.model.add_at_most_one([*present[key][0], *present[key][1]])

    def _within(self, cell: Cell, client: str) -> list[cp_model.LinearExprT]:
        """What says that somebody sits in the cell; nothing, where they cannot."""
        if client in self.stands.get(cell, ()):
            return [1]
        return list(self.in_cell.get((cell, client), ()))

    def search(
        self, effort: Effort, share: float, hint: Mapping[str, Template], *, gap: float = 0.0
    ) -> Seats | None:
        """Search; the hint names a template for some clients."""
        for (client, place), variable in self.seat.items():
            wanted = hint.get(client)
            self.model.add_hint(
                variable, wanted is not None and self.choices[client][place] == wanted
            )
        if not hint:
            for count in self.count.values():
                self.model.add_hint(count, 0)
        return self._read(search(self.model, effort, share, gap=gap))

    def _read(self, answer: Answer) -> Seats | None:
        if not answer.is_found:
            return None
        chosen = {
            client: self.choices[client][place]
            for (client, place), variable in self.seat.items()
            if answer.holds(variable)
        }
        counts = {cell: answer.value(count) for cell, count in self.count.items()}
        return Seats(
            chosen,
            {cell: number for cell, number in sorted(counts.items()) if number},
            tier1=sum(each.unmet for each in chosen.values()),
            bound=answer.bound,
            is_optimal=answer.is_optimal,
        )


def _positive(model: cp_model.CpModel, count: cp_model.IntVar, most: int) -> cp_model.IntVar:
    """Whether a count is above nought; one variable for each count."""
    if most <= 1:
        return count
    is_open = model.new_bool_var("")
    model.add(count >= 1).only_enforce_if(is_open)
    model.add(count == 0).only_enforce_if(~is_open)
    return is_open


def _slots(held: int) -> list[int]:
    return [slot for slot in range(held.bit_length()) if held >> slot & 1]


def _on_site(possible: Possible, template: Template) -> set[tuple[int, int]]:
    return {
        (day, slot)
        for cell in template.cells
        if cell.mode == IN_PERSON
        for day in cell.days
        for slot in _slots(possible.held(cell.service, cell.start))
    }


def _worth_opening(
    possible: Possible,
    choices: Mapping[str, Sequence[Template]],
    stands: Mapping[Cell, Collection[str]],
) -> dict[str, list[Template]]:
    """Only templates whose every cell can gather enough people, and has a leader at all."""
    kept = {client: list(choices[client]) for client in sorted(choices)}
    led: dict[Cell, bool] = {}
    while True:
        able: dict[Cell, set[str]] = defaultdict(set)
        for client, templates in kept.items():
            possible.look()
            for template in templates:
                for cell in template.cells:
                    able[cell].add(client)
        for cell in able:
            if cell not in led:
                led[cell] = bool(possible.leaders_of(cell)) and possible.is_possible(cell)
        narrower = {
            client: [
                template
                for template in templates
                if all(
                    led[cell]
                    and len(able[cell]) + len(stands.get(cell, ()))
                    >= possible.services[cell.service].least
                    for cell in template.cells
                )
            ]
            for client, templates in kept.items()
        }
        if narrower == kept:
            return kept
        kept = narrower
