"""The relaxation's columns: what each client may attend, and the cells in which groups may meet.

The formulation is an aggregated time-indexed one: groups have no identity, only a number of groups
per cell (service, class, mode, days, start), so there is no symmetry to break.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from homeward.timetable.solver.bounds.program import Program
from homeward.timetable.solver.instance import IN_PERSON, Client, Service
from homeward.timetable.solver.possible import Cell, Possible


@dataclass(frozen=True, slots=True)
class Attending:
    """One way for one client to have (part of) a need; `column` is how much of it is taken."""

    column: int
    client: str
    service: str
    days: tuple[int, ...]
    start: int
    ends: int
    mode: str
    person: str = ""

    @property
    def slots(self) -> int:
        return self.ends - self.start


@dataclass(slots=True)
class Grounds:
    """One program in the making: its columns by client and by cell."""

    possible: Possible
    program: Program
    clients: Sequence[str]
    of_client: dict[str, list[Attending]] = field(default_factory=dict)
    of_cell: dict[Cell, list[Attending]] = field(default_factory=dict)
    groups: dict[Cell, int] = field(default_factory=dict)

    @property
    def alone(self) -> Iterator[Attending]:
        """Every way to a one-to-one."""
        return (each for ways in self.of_client.values() for each in ways if each.person)


def grounds_of(possible: Possible, clients: Sequence[str]) -> Grounds:
    """The columns of what the clients may attend, each at what it costs their comfort."""
    grounds = Grounds(possible, Program(), clients, {client: [] for client in clients})
    for cell, members in _cells(possible, clients).items():
        grounds.of_cell[cell] = [_seat(grounds, client, cell) for client in members]
    for client in clients:
        _one_to_ones(grounds, possible.clients[client])
    return grounds


def _cells(possible: Possible, clients: Sequence[str]) -> dict[Cell, list[str]]:
    """Who could sit in a cell, for those that enough could and somebody could lead."""
    found: dict[Cell, list[str]] = defaultdict(list)
    for id_ in clients:
        possible.look()
        client = possible.clients[id_]
        for code, needed in sorted(client.needs.items()):
            if needed and possible.services[code].is_group:
                for cell in _own_cells(possible, client, possible.services[code], needed):
                    found[cell].append(id_)
    kept = {}
    for cell, able in sorted(found.items()):
        if not possible.is_possible(cell) or not _has_room(possible, cell):
            continue
        leaders = possible.leaders_of(cell)
        members = [
            id_ for id_ in able if any(not possible.conflict(person, id_) for person in leaders)
        ]
        if len(members) >= possible.services[cell.service].least:
            kept[cell] = members
    return kept


def _own_cells(possible: Possible, client: Client, service: Service, needed: int) -> Iterator[Cell]:
    meetings = needed if service.is_series else 1
    if service.slots > client.most_a_day or service.slots * meetings > client.most_a_week:
        return
    if service.is_series:
        patterns = sorted(possible.instance.day_patterns.get(needed, ()))
    else:
        patterns = [(day,) for day in possible.days]
    population = possible.population(client, service)
    for mode in possible.modes(client):
        for days in patterns:
            for start in range(possible.slots - service.slots + 1):
                held = possible.held(service.code, start)
                if all(
                    day in possible.days and possible.has_time(client.id, day, held, mode)
                    for day in days
                ):
                    yield Cell(
                        service.code, client.phase, client.language, population, mode, days, start
                    )


def _has_room(possible: Possible, cell: Cell) -> bool:
    least = possible.services[cell.service].least
    return cell.mode != IN_PERSON or any(seats >= least for seats in possible.group_rooms)


def _seat(grounds: Grounds, client: str, cell: Cell) -> Attending:
    possible = grounds.possible
    slots = possible.services[cell.service].slots
    cost = sum(
        possible.price(client, day, cell.start, slots) + possible.mode_price(client, cell.mode)
        for day in cell.days
    )
    column = grounds.program.column(1, third=cost)
    seat = Attending(
        column, client, cell.service, cell.days, cell.start, cell.start + slots, cell.mode
    )
    grounds.of_client[client].append(seat)
    return seat


def _one_to_ones(grounds: Grounds, client: Client) -> None:
    possible = grounds.possible
    possible.look()
    for code, needed in sorted(client.needs.items()):
        service = possible.services[code]
        if service.is_group or not needed or service.slots > client.most_a_day:
            continue
        for person in possible.counsellors(client, code):
            for mode in possible.modes(client):
                if mode == IN_PERSON and not possible.offices:
                    continue
                for day in possible.days:
                    for start in range(possible.slots - service.slots + 1):
                        held = possible.held(code, start)
                        if held & ~possible.staff_free[person][day]:
                            continue
                        if not possible.has_time(client.id, day, held, mode):
                            continue
                        cost = possible.price(client.id, day, start, service.slots)
                        cost += possible.mode_price(client.id, mode)
                        column = grounds.program.column(1, third=cost)
                        grounds.of_client[client.id].append(
                            Attending(
                                column, client.id, code, (day,), start, start + service.slots,
                                mode, person,
                            )
                        )  # fmt: skip
