"""What could be added to the days of people who lack something, while all they have stays.

A series may be made up for by single meetings: with another group of its kind that has a seat, or
in one that opens for it. Only times at which enough of them could meet and somebody could lead are
listed, and only days on which nobody would wait in a gap.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from typing import NamedTuple

from homeward.timetable.solver.blocks.day_plans import day_price
from homeward.timetable.solver.instance import IN_PERSON, Client
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.standing import Standing, occupied_of

MOST_A_DAY = 160
ROUNDS = 6


class Piece(NamedTuple):
    """One meeting: a cell of one day, or a one-to-one with somebody; `held` are its slots."""

    code: str
    start: int
    person: str
    cell: Cell | None
    held: int
    price: int


# What an addition is made of: cells, and one-to-ones as (service, person, start).
Key = frozenset[object]


class Addition(NamedTuple):
    """Meetings added to one day; `price` is what they add to tier 3."""

    mode: str
    pieces: tuple[Piece, ...]
    price: int

    @property
    def key(self) -> Key:
        """What it is made of."""
        return frozenset(
            each.cell if each.cell is not None else (each.code, each.person, each.start)
            for each in self.pieces
        )


class Stands(NamedTuple):
    """What a client's day holds already: its slots, its mode, and its services."""

    held: int
    mode: str
    codes: frozenset[str]


Days = dict[tuple[str, int], list[Addition]]
NOTHING = Stands(0, "", frozenset())


def lacking(possible: Possible, standing: Standing, client: str) -> dict[str, int]:
    """Meetings of every kind that a client lacks."""
    missing = dict(sorted(possible.clients[client].needs.items()))
    for cell in standing.cells_of(client):
        missing[cell.service] = missing.get(cell.service, 0) - len(cell.days)
    for (who, _day), (_mode, visits) in standing.visits.items():
        if who == client:
            for code, _person, _start in visits:
                missing[code] = missing.get(code, 0) - 1
    return {code: number for code, number in missing.items() if number > 0}


class Additions:
    """Listed for everybody in `frame.gains`, whose days may grow; nothing begins before `since`."""

    def __init__(
        self,
        possible: Possible,
        frame: Frame,
        since: int,
        *,
        of_series: bool = True,
        wished: Mapping[tuple[str, int], Key] | None = None,
    ) -> None:
        self.possible, self.frame, self.since = possible, frame, since
        self.of_series = of_series
        self.wished = wished or {}
        self.lacks = {each: lacking(possible, frame.standing, each) for each in frame.free.gains}
        self.stands = {each: _stands(possible, frame.standing, each) for each in frame.free.gains}
        self.joinable = {
            each.team.cell
            for each in frame.standing.groups
            if len(each.team.members) < possible.services[each.team.cell.service].most
        }
        self.days = self._listed()

    def _listed(self) -> Days:
        """The additions that are left when times nobody else could make are given up."""
        options = {
            (client, day, mode): self._options(client, day, mode)
            for client in self.frame.free.gains
            for day in self.possible.days
            for mode in self._modes(client, day)
        }
        opens: dict[Cell, bool] = {}
        found: Days = {}
        for _ in range(ROUNDS):
            found = self._grown(options)
            able: dict[Cell, int] = defaultdict(int)
            for each in found.values():
                for cell in {piece.cell for one in each for piece in one.pieces if piece.cell}:
                    able[cell] += 1
            narrower = {
                key: [
                    piece
                    for piece in each
                    if piece.cell is None or self._is_open(piece.cell, able[piece.cell], opens)
                ]
                for key, each in options.items()
            }
            if narrower == options:
                break
            options = narrower
        return found

    def _is_open(self, cell: Cell, people: int, opens: dict[Cell, bool]) -> bool:
        """Whether a seat is free there, or enough people, a leader and a room are."""
        if cell in self.joinable:
            return people > 0
        if people < self.possible.services[cell.service].least:
            return False
        if cell not in opens:
            held = self.possible.held(cell.service, cell.start)
            has_room = cell.mode != IN_PERSON or all(
                self.frame.rooms_left(day, slot) > 0
                for day in cell.days
                for slot in range(held.bit_length())
                if held >> slot & 1
            )
            opens[cell] = has_room and bool(self.frame.leaders_left(cell))
        return opens[cell]

    def _modes(self, client: str, day: int) -> tuple[str, ...]:
        stands = self.stands[client].get(day, NOTHING)
        modes = self.possible.modes(self.possible.clients[client])
        return (stands.mode,) if stands.mode else modes

    def _options(self, client: str, day: int, mode: str) -> list[Piece]:
        """Every single meeting of what is lacking that the day has room for."""
        possible, record = self.possible, self.possible.clients[client]
        stands = self.stands[client].get(day, NOTHING)
        barred = stands.held
        if mode == IN_PERSON:
            barred |= self.frame.closed(client).get(day, 0)
        first = max(0, self.since - day * possible.slots)
        found: list[Piece] = []
        for code in self.lacks[client]:
            if code in stands.codes or (possible.services[code].is_series and not self.of_series):
                continue
            slots = possible.services[code].slots
            for start in range(first, possible.slots - slots + 1):
                held = possible.held(code, start)
                if held & barred or not possible.has_time(client, day, held, mode):
                    continue
                price = possible.price(client, day, start, slots)
                price += possible.mode_price(client, mode)
                found += [
                    Piece(code, start, person, cell, held, price)
                    for person, cell in self._ways(record, code, day, start, held, mode)
                ]
        return found

    def _ways(
        self, client: Client, code: str, day: int, start: int, held: int, mode: str
    ) -> Iterable[tuple[str, Cell | None]]:
        possible = self.possible
        service = possible.services[code]
        if service.is_group:
            population = possible.population(client, service)
            cell = Cell(code, client.phase, client.language, population, mode, (day,), start)
            return [("", cell)] if possible.is_possible(cell) else []
        return [
            (person, None)
            for person in possible.counsellors(client, code)
            if held & self.frame.hours[person][day] == held
        ]

    def _grown(self, options: Mapping[tuple[str, int, str], Sequence[Piece]]) -> Days:
        found: Days = defaultdict(list)
        for (client, day, mode), pieces in options.items():
            self.possible.look()
            if pieces:
                found[client, day] += self._day(client, day, mode, pieces)
        return {key: self._most_wanted(key, each) for key, each in found.items()}

    def _most_wanted(self, key: tuple[str, int], found: list[Addition]) -> list[Addition]:
        """Those that place most at the least price, and always what was there before."""
        wished = self.wished.get(key)
        ranked = sorted(found, key=lambda each: (-len(each.pieces), each.price, each))
        return ranked[:MOST_A_DAY] + [
            each for each in ranked[MOST_A_DAY:] if wished and each.key == wished
        ]

    def _day(
        self, client: str, day: int, mode: str, options: Sequence[Piece]
    ) -> Iterable[Addition]:
        """Grow the day meeting by meeting; taking an outermost one off leaves a whole day."""
        possible, record = self.possible, self.possible.clients[client]
        begins = self.stands[client].get(day, NOTHING).held
        before, was_whole = day_price(possible, record, begins), possible.is_whole_day(begins)
        by_code = [list(each) for _code, each in groupby(options, key=lambda piece: piece.code)]
        seen: set[frozenset[Piece]] = set()
        edge: list[tuple[frozenset[Piece], int]] = [(frozenset(), begins)]
        while edge:
            wider: list[tuple[frozenset[Piece], int]] = []
            for pieces, occupied in edge:
                codes = {piece.code for piece in pieces}
                for piece in (one for each in by_code if each[0].code not in codes for one in each):
                    both = occupied | piece.held
                    is_whole = possible.is_whole_day(both)
                    if (
                        piece.held & occupied
                        or both.bit_count() > record.most_a_day
                        or (was_whole and not is_whole)
                    ):
                        continue
                    after = pieces | {piece}
                    if after in seen:
                        continue
                    seen.add(after)
                    wider.append((after, both))
                    if is_whole:
                        price = sum(each.price for each in after)
                        price += day_price(possible, record, both) - before
                        yield Addition(mode, tuple(sorted(after, key=_in_time)), price)
            edge = wider


def _in_time(piece: Piece) -> tuple[int, str, str]:
    return piece.start, piece.code, piece.person


def _stands(possible: Possible, standing: Standing, client: str) -> dict[int, Stands]:
    codes: dict[int, set[str]] = defaultdict(set)
    for cell in standing.cells_of(client):
        for day in cell.days:
            codes[day].add(cell.service)
    for (who, day), (_mode, visits) in standing.visits.items():
        if who == client:
            codes[day] |= {code for code, _person, _start in visits}
    occupied = occupied_of(possible, standing.groups, standing.visits, client)
    return {
        day: Stands(held, mode, frozenset(codes[day])) for day, (held, mode) in occupied.items()
    }
