"""What people lack is made up at other times of the same week, meeting by meeting.

Everybody keeps what they have, except that the one-to-ones of `loose` days may be moved. Only the
process that plans imports this.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.naming import StaffTime
from homeward.timetable.solver.engine import Answer, Effort, search
from homeward.timetable.solver.instance import IN_PERSON
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.neighbourhoods.free import Free
from homeward.timetable.solver.neighbourhoods.kept import Told
from homeward.timetable.solver.neighbourhoods.places import NEW, places_of
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.repairing.additions import Addition, Additions, Key
from homeward.timetable.solver.repairing.by_meeting import ByMeeting
from homeward.timetable.solver.standing import Standing
from homeward.timetable.solver.tiers import Costs

LooseDay = tuple[str, int]
NEAR_A_CLIENT = 1.0  # point of comfort, which nobody waits for while a week is mended


class Gaining:
    """The model of what some people gain; `since` is the first slot that may still be changed."""

    def __init__(
        self,
        possible: Possible,
        standing: Standing,
        people: Sequence[str],
        told: Told,
        since: int,
        loose: Collection[LooseDay] = (),
        *,
        of_series: bool = True,
        wished: Standing | None = None,
    ) -> None:
        self.possible, self.told = possible, told
        self.before = standing if wished is None else wished
        self.loose = sorted(key for key in loose if key in standing.visits)
        kept = {key: each for key, each in standing.visits.items() if key not in set(self.loose)}
        self.meetings = ByMeeting.of(Standing(standing.groups, kept))
        free = Free(seats=(), gains=tuple(sorted(people)))
        self.frame = Frame(possible, self.meetings.standing, free)
        self.wished = _wished(possible, self.frame.standing, self.before, free.gains)
        self.additions = Additions(
            possible, self.frame, since, of_series=of_series, wished=self.wished
        )
        self.model = cp_model.CpModel()
        self.costs = Costs()
        self.time = StaffTime(possible, self.model, self.costs)
        for person, day, slots, leads in self.frame.fixed:
            self.time.hold(person, day, slots, leads=leads)
        self.sits: dict[tuple[str, Cell], list[cp_model.IntVar]] = defaultdict(list)
        self.in_office: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
        self.on_site: dict[tuple[str, int, int], list[cp_model.IntVar]] = defaultdict(list)
        self.days: dict[LooseDay, list[tuple[Addition, cp_model.IntVar]]] = {}
        for client in self.frame.free.gains:
            self._client(client)
        self.places = places_of(self)
        self._room_sizes()
        self._offices()
        self._apart()
        self.time.state()

    @property
    def size(self) -> int:
        """How many variables it has."""
        return len(self.model.proto.variables)

    def _client(self, id_: str) -> None:
        possible, record = self.possible, self.possible.clients[id_]
        weights, lacks = possible.instance.weights, self.additions.lacks[id_]
        stands = self.additions.stands[id_]
        had: dict[str, list[cp_model.IntVar]] = {code: [] for code in lacks}
        placed: list[cp_model.LinearExprT] = []
        new_days: list[cp_model.IntVar] = []
        for day in possible.days:
            chosen = []
            for each in self.additions.days.get((id_, day), ()):
                variable = self.model.new_bool_var("")
                chosen.append(variable)
                self.days.setdefault((id_, day), []).append((each, variable))
                self.costs.tier3.append(each.price * variable)
                for piece in each.pieces:
                    had[piece.code].append(variable)
                    placed.append(possible.services[piece.code].slots * variable)
                self._hold(id_, day, each, variable)
            held = stands[day].held if day in stands else 0
            if not possible.is_whole_day(held):
                self.model.add(sum(chosen) == 1)
            elif len(chosen) > 1:
                self.model.add_at_most_one(chosen)
            if not held:
                new_days += chosen
        for code, number in lacks.items():
            service = possible.services[code]
            if len(had[code]) > number:
                self.model.add(sum(had[code]) <= number)
            self.costs.tier1.append(service.unmet * service.slots * (number - sum(had[code])))
        has = sum(each.held.bit_count() for each in stands.values())
        self.model.add(sum(placed) <= max(0, record.most_a_week - has))
        if record.least_a_week > has:
            short = self.model.new_int_var(0, record.least_a_week, "")
            self.model.add(short >= record.least_a_week - has - sum(placed))
            self.costs.tier1.append(weights["shortfall"] * short)
        extra = self.model.new_int_var(0, len(possible.days), "")
        self.model.add(extra >= len(stands) + sum(new_days) - record.min_days)
        self.costs.tier3.append(weights["extra_day"] * extra)

    def _hold(self, client: str, day: int, each: Addition, variable: cp_model.IntVar) -> None:
        """What an addition takes of groups, staff, offices and the site."""
        self._promise(client, day, each, variable)
        is_guarded = any(client in pair for pair in self.possible.apart_on_site)
        for piece in each.pieces:
            slots = [slot for slot in range(piece.held.bit_length()) if piece.held >> slot & 1]
            if piece.cell is not None:
                self.sits[client, piece.cell].append(variable)
            else:
                self.time.take(piece.person, day, piece.held, len(slots), variable)
                if each.mode == IN_PERSON:
                    for slot in slots:
                        self.in_office[day, slot].append(variable)
            if is_guarded and each.mode == IN_PERSON:
                for slot in slots:
                    self.on_site[client, day, slot].append(variable)

    def _promise(self, client: str, day: int, each: Addition, variable: cp_model.IntVar) -> None:
        """A one-to-one of a loose day that stays where it was told costs nothing."""
        saved = sum(
            self.told.kept_visit(client, piece.code, day, piece.start, each.mode, piece.person)
            for piece in each.pieces
            if piece.cell is None
        )
        if saved:
            self.costs.tier2.append(-saved * variable)

    def _room_sizes(self) -> None:
        """Who joins a group fits into the room it has."""
        rooms = self.possible.instance.rooms
        for place in self.places:
            if place.position != NEW and place.rooms:
                seats = min(rooms[room].capacity for _day, room in place.rooms) - 1
                people = sum(place.seats.values()) + len(place.stands)
                self.model.add(people <= max(seats, len(place.stands)))

    def _offices(self) -> None:
        for (day, slot), variables in sorted(self.in_office.items()):
            left = self.frame.offices_left(day, slot)
            if len(variables) > left:
                self.model.add(sum(variables) <= max(0, left))

    def _apart(self) -> None:
        for first, second in self.possible.apart_on_site:
            for client, day, slot in sorted(self.on_site):
                if client == first and (second, day, slot) in self.on_site:
                    both = [*self.on_site[first, day, slot], *self.on_site[second, day, slot]]
                    self.model.add_at_most_one(both)

    def search(self, effort: Effort, share: float) -> Standing | None:
        """The week with what was gained; None where nothing was found in time."""
        self.model.minimize(self.costs.weighed(is_told=True))
        self._hint()
        near = NEAR_A_CLIENT * len(self.frame.free.gains)
        answer = search(self.model, effort, share, near=near, probing=0)
        return self._read(answer) if answer.is_found else None

    def _hint(self) -> None:
        """Start from the week as it stands."""
        for key, additions in self.days.items():
            for each, variable in additions:
                self.model.add_hint(variable, each.key == self.wished.get(key))
        held = {each.team.cell: each.leader for each in self.before.groups}
        for kept in self.frame.standing.groups:
            held.pop(kept.team.cell, None)
        for place in self.places:
            leader = held.pop(place.cell, None) if place.position == NEW else None
            if leader is None:
                place.hint(self.model, self.frame.standing)
            else:
                place.hint_anew(self.model, leader)

    def _read(self, answer: Answer) -> Standing:
        groups = dict(enumerate(self.frame.standing.groups))
        new = []
        for place in self.places:
            made = place.read(answer)
            if made is not None and place.position == NEW:
                new.append(made)
            elif made is not None:
                groups[place.position] = made
        visits = dict(self.frame.standing.visits)
        for (client, day), additions in self.days.items():
            for each, variable in additions:
                if answer.holds(variable):
                    own = [(one.code, one.person, one.start) for one in each.pieces if not one.cell]
                    if own:
                        before = visits.get((client, day), (each.mode, ()))[1]
                        both = sorted((*before, *own), key=lambda visit: (visit[2], visit))
                        visits[client, day] = each.mode, tuple(both)
        return Standing(self.meetings.together(groups, new), dict(sorted(visits.items())))


def _wished(
    possible: Possible, left: Standing, before: Standing, people: Iterable[str]
) -> dict[LooseDay, Key]:
    """What the days of people held beside what is left to them, in the form of additions."""
    found: dict[LooseDay, set[object]] = defaultdict(set)
    for client in people:
        kept = {(cell, day) for cell in left.cells_of(client) for day in cell.days}
        for cell in before.cells_of(client):
            for day in cell.days:
                if not {(cell, day), (cell._replace(days=(day,)), day)} & kept:
                    found[client, day].add(cell._replace(days=(day,)))
        for day in possible.days:
            if (client, day) in before.visits and (client, day) not in left.visits:
                found[client, day] |= set(before.visits[client, day][1])
    return {key: frozenset(each) for key, each in found.items() if each}
