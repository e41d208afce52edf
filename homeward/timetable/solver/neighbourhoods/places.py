"""The groups of a neighbourhood: those people sit in or may join, and those that may open."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.engine import Answer
from homeward.timetable.solver.instance import IN_PERSON
from homeward.timetable.solver.possible import Cell
from homeward.timetable.solver.standing import LedTeam, Standing
from homeward.timetable.solver.tiers import total

if TYPE_CHECKING:
    from homeward.timetable.solver.blocks.naming import StaffTime
    from homeward.timetable.solver.neighbourhoods.frame import Frame
    from homeward.timetable.solver.neighbourhoods.kept import Told
    from homeward.timetable.solver.possible import Possible
    from homeward.timetable.solver.tiers import Costs

NEW = -1


class Seating(Protocol):
    """A model in which people are seated; `sits` says when a client sits in a cell."""

    possible: Possible
    frame: Frame
    told: Told
    model: cp_model.CpModel
    costs: Costs
    time: StaffTime
    sits: dict[tuple[str, Cell], list[cp_model.IntVar]]


class Place:
    """One group that may be: who stands in it, who may sit in it, who may lead it."""

    def __init__(self, cell: Cell, position: int, stands: tuple[str, ...]) -> None:
        self.cell = cell
        self.position = position
        self.stands = stands
        self.rooms: tuple[tuple[int, str], ...] = ()
        self.leader = ""
        self.leads: dict[str, cp_model.IntVar] = {}
        self.seats: dict[str, cp_model.LinearExpr] = {}
        self.own: dict[str, cp_model.IntVar] = {}
        self.open: cp_model.IntVar | None = None

    def hint(self, model: cp_model.CpModel, standing: Standing) -> None:
        """Say how it stands now."""
        now = standing.groups[self.position] if self.position != NEW else None
        if self.open is not None:
            model.add_hint(self.open, now is not None)
        for person, variable in self.leads.items():
            model.add_hint(variable, now is not None and now.leader == person)
        for client, variable in self.own.items():
            model.add_hint(variable, now is not None and client in now.team.members)

    def hint_anew(self, model: cp_model.CpModel, leader: str) -> None:
        """Say that it opens as it stood before it was given up; who sits there is in their days."""
        if self.open is not None:
            model.add_hint(self.open, 1)
        for person, variable in self.leads.items():
            model.add_hint(variable, person == leader)

    def read(self, answer: Answer) -> LedTeam | None:
        """The group as the answer has it; none if it does not meet."""
        if self.open is not None and not answer.holds(self.open):
            return None
        members = [client for client, seat in self.seats.items() if answer.value(seat)]
        leader = next(
            (person for person, each in self.leads.items() if answer.holds(each)), self.leader
        )
        return LedTeam(Team(self.cell, tuple(sorted((*self.stands, *members)))), leader, self.rooms)


def places_of(replanning: Seating) -> list[Place]:
    """Every place of the neighbourhood, stated in its model."""
    by_cell = _by_cell(replanning)
    for cell, places in sorted(by_cell.items()):
        _seat(replanning, cell, places)
    listed = [place for _cell, places in sorted(by_cell.items()) for place in places]
    for place in listed:
        replanning.possible.look()
        _lead(replanning, place)
        _size(replanning, place)
        _apart(replanning, place)
    _rooms(replanning, listed)
    return listed


def _by_cell(replanning: Seating) -> dict[Cell, list[Place]]:
    frame, possible = replanning.frame, replanning.possible
    wanted: dict[Cell, list[str]] = defaultdict(list)
    for client, cell in replanning.sits:
        wanted[cell].append(client)
    seating, touched = set(frame.free.seats), set(frame.touched)
    found: dict[Cell, list[Place]] = defaultdict(list)
    for position, each in enumerate(frame.standing.groups):
        cell = each.team.cell
        is_joinable = cell in wanted and position not in frame.free.shut
        if position in touched or is_joinable:
            stands = tuple(member for member in each.team.members if member not in seating)
            place = Place(cell, position, stands)
            place.leader, place.rooms = each.leader, each.rooms
            found[cell].append(place)
    for cell, clients in sorted(wanted.items()):
        service = possible.services[cell.service]
        found.setdefault(cell, [])
        if frame.free.may_open and len(clients) >= service.least:
            for _ in range(2 if len(clients) > service.most else 1):
                found[cell].append(Place(cell, NEW, ()))
    return found


def _seat(replanning: Seating, cell: Cell, places: Sequence[Place]) -> None:
    """Whoever sits in the cell sits in one of its groups."""
    model = replanning.model
    for client in replanning.frame.seats:
        sits = replanning.sits.get((client, cell))
        if not sits:
            continue
        sitting = total(sits)
        able = [
            place
            for place in places
            if place.position not in replanning.frame.free.shut or place.position == NEW
        ]
        if not able:
            model.add(sitting == 0)
        elif len(able) == 1:
            able[0].seats[client] = sitting
        else:
            for place in able:
                variable = model.new_bool_var("")
                place.own[client] = variable
                place.seats[client] = variable
            model.add(sum(place.own[client] for place in able) == sitting)


def _lead(replanning: Seating, place: Place) -> None:
    frame, possible, model = replanning.frame, replanning.possible, replanning.model
    is_free = place.position == NEW or place.position in set(frame.touched)
    if not is_free:
        for client, seat in place.seats.items():
            if possible.conflict(place.leader, client):
                model.add(seat == 0)
            replanning.costs.tier2.append(_faces(replanning, place, client) * seat)
        return
    if not place.stands:
        place.open = model.new_bool_var("")
    for person in frame.leaders_left(place.cell):
        if any(possible.conflict(person, client) for client in place.stands):
            continue
        variable = model.new_bool_var("")
        place.leads[person] = variable
        replanning.time.lead(person, Team(place.cell, ()), variable)
        for client, seat in place.seats.items():
            if possible.conflict(person, client):
                model.add(seat + variable <= 1)
    model.add(total(place.leads.values()) == (1 if place.open is None else place.open))
    _faced(replanning, place)


def _faces(replanning: Seating, place: Place, client: str) -> int:
    """What other faces cost a client who joins a group whose leader stays."""
    told = replanning.told
    if not told:
        return 0
    faces = told.faces(client, place.cell)
    return told.face * sum(number for staff, number in faces.items() if staff != place.leader)


def _faced(replanning: Seating, place: Place) -> None:
    """What other faces cost where the leader is open."""
    told, model, costs = replanning.told, replanning.model, replanning.costs
    if not told:
        return
    for client in place.stands:
        for staff, number in told.faces(client, place.cell).items():
            kept = place.leads.get(staff)
            costs.tier2.append(told.face * number * (1 if kept is None else 1 - kept))
    for client, seat in place.seats.items():
        for staff, number in told.faces(client, place.cell).items():
            kept = place.leads.get(staff)
            other = model.new_bool_var("")
            model.add(other >= seat - (0 if kept is None else kept))
            costs.tier2.append(told.face * number * other)


def _size(replanning: Seating, place: Place) -> None:
    possible, model, weights = (
        replanning.possible, replanning.model, replanning.possible.instance.weights,
    )  # fmt: skip
    service = possible.services[place.cell.service]
    most = service.most
    if place.cell.mode == IN_PERSON and possible.group_rooms:
        most = min(most, possible.group_rooms[0])
    meets, stand = len(place.cell.days), len(place.stands)
    is_open = total([1]) if place.open is None else place.open
    people = total(place.seats.values()) + stand
    model.add(people >= service.least * is_open)
    model.add(people <= max(most, stand) * is_open)
    under = model.new_int_var(0, service.soft_least, "")
    over = model.new_int_var(0, max(most, stand), "")
    model.add(under >= service.soft_least * is_open - people)
    model.add(over >= people - service.target)
    if place.open is not None:
        for seat in place.seats.values():
            model.add(seat <= place.open)
    replanning.costs.tier3 += [
        weights["open_meeting"] * meets * is_open,
        weights["under"] * meets * under,
        weights["over"] * meets * over,
    ]


def _apart(replanning: Seating, place: Place) -> None:
    for first, second, _level in replanning.possible.pairs:
        one, other = place.seats.get(first), place.seats.get(second)
        if one is not None and other is not None:
            replanning.model.add(one + other <= 1)
        elif one is not None and second in place.stands:
            replanning.model.add(one == 0)
        elif other is not None and first in place.stands:
            replanning.model.add(other == 0)


def _rooms(replanning: Seating, places: Sequence[Place]) -> None:
    """Groups that may open or close share the rooms that what stands leaves."""
    frame, possible = replanning.frame, replanning.possible
    touched = set(frame.touched)
    taken: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    always: dict[tuple[int, int], int] = defaultdict(int)
    for place in places:
        if place.cell.mode != IN_PERSON or not (place.position == NEW or place.position in touched):
            continue
        held = possible.held(place.cell.service, place.cell.start)
        for day in place.cell.days:
            for slot in range(held.bit_length()):
                if held >> slot & 1:
                    if place.open is None:
                        always[day, slot] += 1
                    else:
                        taken[day, slot].append(place.open)
    for key in sorted(taken):
        left = frame.rooms_left(*key) - always[key]
        if len(taken[key]) > left:
            replanning.model.add(sum(taken[key]) <= max(0, left))
