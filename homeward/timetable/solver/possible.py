"""What an instance leaves possible, read once: hours as masks of slots, prices by span.

A mask is a whole number whose bit `t` stands for slot `t` of a day. Everything is listed in sorted
order, so that what is built from it never depends on the order of the input.
"""

from functools import cached_property
from typing import NamedTuple

from homeward.timetable.solver.guard import Look, never
from homeward.timetable.solver.instance import (
    EITHER,
    GROUP,
    IN_PERSON,
    KEEP_SITE,
    MIXED,
    OFFICE,
    TELEHEALTH,
    Client,
    Instance,
    Service,
)
from homeward.timetable.solver.placing.ground import Ground

FIRST_PHASE_WITHOUT_SHORT_DAYS = 3


class Cell(NamedTuple):
    """A time at which groups of one kind may meet: the same start on each of its days."""

    service: str
    phase: int
    language: str
    population: str
    mode: str
    days: tuple[int, ...]
    start: int


def mask(begins: int, ends: int) -> int:
    """The slots of a half-open interval."""
    return ((1 << max(0, ends - begins)) - 1) << begins


class Possible:
    """An instance with its hours as masks and its prices by span.

    `look` is called while something long is listed or written down, and may raise to end it.
    """

    def __init__(self, instance: Instance, look: Look = never) -> None:
        self.instance = instance
        self.look = look
        self.ground = Ground.of(instance)
        open_ = self.ground.open
        self.slots = instance.grid.slots_a_day
        self.days = [day for day, slots in enumerate(open_) if slots]
        self.lunch = mask(*instance.grid.lunch)
        self.services = {code: instance.services[code] for code in sorted(instance.services)}
        self.clients = {id_: instance.clients[id_] for id_ in sorted(instance.clients)}
        self.staff = {id_: instance.staff[id_] for id_ in sorted(instance.staff)}
        self.pairs = sorted(
            {
                (min(pair.first, pair.second), max(pair.first, pair.second), pair.level)
                for pair in instance.keep_apart
            }
        )
        self.client_free = {
            id_: _within(self.ground.client_open[id_], open_) for id_ in self.clients
        }
        self.staff_free = {id_: _within(self.ground.staff_open[id_], open_) for id_ in self.staff}
        self.on_site = _within(self.ground.guarded, open_)
        self._prices: dict[tuple[str, int, int, int], int] = {}
        self._cell_costs: dict[tuple[str, Cell], tuple[int, int]] = {}
        self._leaders: dict[tuple[str, str, str], tuple[str, ...]] = {}

    @cached_property
    def group_rooms(self) -> tuple[int, ...]:
        """How many members each group room holds beside the leader, largest first."""
        return self._seats(GROUP)

    @cached_property
    def offices(self) -> int:
        """How many offices hold one client and one of the staff."""
        return sum(seats >= 1 for seats in self._seats(OFFICE))

    def _seats(self, kind: str) -> tuple[int, ...]:
        rooms = self.instance.rooms.values()
        return tuple(sorted(room.capacity - 1 for room in rooms if room.kind == kind)[::-1])

    def rooms_open(self, kind: str, day: int, slot: int) -> int:
        """How many rooms of a kind are open then and hold anybody beside the staff."""
        return sum(
            room.kind == kind
            and room.capacity > 1
            and bool(self.ground.room_open[id_][day] >> slot & 1)
            for id_, room in self.instance.rooms.items()
        )

    def conflict(self, person: str, client: str) -> bool:
        """Whether a conflict is declared between one of the staff and a client."""
        return (person, client) in self.instance.conflicts

    def led(self, service: Service, start: int) -> int:
        """The slots a group keeps its leader from other meetings, documentation included."""
        after = start + service.slots + self.ground.documenting[service.code]
        return mask(start, min(self.slots, after))

    def held(self, code: str, start: int) -> int:
        """The slots a meeting itself takes."""
        return mask(start, start + self.services[code].slots)

    def modes(self, client: Client) -> tuple[str, ...]:
        """The ways a client can meet, the preferred one first."""
        if client.mode != EITHER:
            return (client.mode,)
        if client.preferred_mode == TELEHEALTH:
            return TELEHEALTH, IN_PERSON
        return IN_PERSON, TELEHEALTH

    def has_time(self, client: str, day: int, held: int, mode: str) -> bool:
        """Whether a client is free for those slots, and may be on site for them."""
        free = self.client_free[client][day]
        if mode == IN_PERSON:
            free &= self.on_site[day]
        return held & free == held

    def price(self, client: str, day: int, start: int, slots: int) -> int:
        """What it costs the client's comfort to have a session then."""
        key = client, day, start, slots
        if key not in self._prices:
            is_preferred = any(
                window.holds(day, start, start + slots) for window in self.clients[client].preferred
            )
            self._prices[key] = 0 if is_preferred else slots * self.instance.weights["pref"]
        return self._prices[key]

    def cell_cost(self, client: str, cell: Cell) -> tuple[int, int]:
        """The slots a cell takes of each of its days, and what a seat in it costs comfort."""
        key = client, cell
        if key not in self._cell_costs:
            slots = self.services[cell.service].slots
            price = sum(self.price(client, day, cell.start, slots) for day in cell.days)
            price += len(cell.days) * self.mode_price(client, cell.mode)
            self._cell_costs[key] = self.held(cell.service, cell.start), price
        return self._cell_costs[key]

    def mode_price(self, client: str, mode: str) -> int:
        """What one session in that mode costs the client's comfort."""
        if self.clients[client].preferred_mode in (EITHER, mode):
            return 0
        return self.instance.weights["mode"]

    def population(self, client: Client, service: Service) -> str:
        """The population of the groups a client sits in for a service."""
        return client.population if service.is_series else MIXED

    def leaders(self, service: str, language: str, population: str) -> tuple[str, ...]:
        """Everybody qualified to lead such groups, at whatever time."""
        key = service, language, population
        if key not in self._leaders:
            self._leaders[key] = tuple(
                id_
                for id_, person in self.staff.items()
                if service in person.skills - person.barred
                and language in person.languages
                and population in person.populations
            )
        return self._leaders[key]

    def leaders_of(self, cell: Cell) -> list[str]:
        """Everybody who may lead a group of the cell at its times."""
        held = self.held(cell.service, cell.start)
        return [
            id_
            for id_ in self.leaders(cell.service, cell.language, cell.population)
            if all(held & self.staff_free[id_][day] == held for day in cell.days)
        ]

    def counsellors(self, client: Client, service: str) -> list[str]:
        """Everybody with whom a client may have a one-to-one."""
        return [
            id_
            for id_ in sorted(client.assigned.get(service, frozenset()))
            if id_ in self.staff
            and service in self.staff[id_].skills - self.staff[id_].barred
            and not self.conflict(id_, client.id)
        ]

    def is_possible(self, cell: Cell) -> bool:
        """Whether the cell lies inside open hours at all."""
        held = self.held(cell.service, cell.start)
        return (
            cell.start >= 0
            and cell.start + self.services[cell.service].slots <= self.slots
            and all(day in self.days for day in cell.days)
            and (cell.mode != IN_PERSON or all(held & self.on_site[d] == held for d in cell.days))
        )

    @cached_property
    def apart_on_site(self) -> list[tuple[str, str]]:
        """The pairs never on site in one slot."""
        return [(a, b) for a, b, level in self.pairs if level == KEEP_SITE]

    def is_short_day(self, client: Client, slots: int) -> bool:
        """Whether a day of so many slots is shorter than wished for this client."""
        return (
            client.phase < FIRST_PHASE_WITHOUT_SHORT_DAYS
            and 0 < slots < self.instance.grid.min_day_soft
        )

    def is_whole_day(self, occupied: int) -> bool:
        """Whether a day so occupied has no idle slot except a short lunch."""
        idle = idle_of(occupied)
        return not idle & ~self.lunch and idle.bit_count() <= self.instance.grid.lunch_max


def idle_of(occupied: int) -> int:
    """The empty slots between the first and the last that are occupied."""
    if not occupied:
        return 0
    lowest = occupied & -occupied
    return (1 << occupied.bit_length()) - lowest & ~occupied


def _within(days: tuple[int, ...], open_: tuple[int, ...]) -> list[int]:
    return [free & whole for free, whole in zip(days, open_, strict=True)]
