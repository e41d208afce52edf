"""The weeks each freed client may take in a neighbourhood, kept few."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from random import Random

from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.blocks.templates import group_needs, templates
from homeward.timetable.solver.instance import IN_PERSON
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.neighbourhoods.weeks import Week, week_of, weeks_over
from homeward.timetable.solver.possible import Cell, Possible

MOST_BLOCKS, MOST_OVER, MOST_OPENING = 50, 40, 40
STARTS_A_DAY, SERIES_AT_ONCE = 3, 8
ORDERS = 6


class Candidates:
    """Blocks are listed once for each client and remembered."""

    def __init__(self, possible: Possible, ahead: Ahead, seed: int) -> None:
        self.possible = possible
        self.chance = Random(f"openings {seed}")  # noqa: S311
        self.ahead = ahead
        self._cells: dict[str, list[Cell]] = {}
        self._blocks: dict[tuple[str, bool], list[Week]] = {}
        self._weeks: dict[tuple[str, tuple[Cell, ...]], Week] = {}

    def week(self, client: str, cells: tuple[Cell, ...]) -> Week:
        """One set of cells, priced."""
        key = client, cells
        if key not in self._weeks:
            self._weeks[key] = week_of(self.possible, self.possible.clients[client], cells)
        return self._weeks[key]

    def blocks(self, client: str, *, partial: bool) -> list[Week]:
        """The client's blocks in every order, cheapest first."""
        key = client, partial
        if key not in self._blocks:
            found = templates(
                self.possible,
                self.possible.clients[client],
                None if partial else self.ahead,
                partial=partial,
                orders=1 if partial else ORDERS,
            )
            self._blocks[key] = [self.week(client, each.cells) for each in found]
        return self._blocks[key]

    def for_frame(self, frame: Frame, *, partial: bool) -> dict[str, list[Week]]:
        """What every freed client may take; who only moves visits keeps their week."""
        found: dict[str, list[Week]] = {}
        seating = set(frame.seats)
        openings = self._openings(frame) if frame.free.may_open else []
        for client in frame.movers:
            now = self.week(client, frame.standing.cells_of(client))
            if client not in seating:
                found[client] = [now]
                continue
            record, closed = self.possible.clients[client], frame.closed(client)
            listed = [now, self.week(client, ())]
            listed += weeks_over(self.possible, record, frame.joinable(client), closed)[:MOST_OVER]
            if openings:
                cells = [*openings, *frame.joinable(client)]
                listed += weeks_over(self.possible, record, cells, closed)[:MOST_OPENING]
            if frame.free.may_open:
                listed += self.blocks(client, partial=False)[:MOST_BLOCKS]
                if partial:
                    listed += self.blocks(client, partial=True)[:MOST_BLOCKS]
            found[client] = [
                week
                for week in dict.fromkeys(listed)
                if week == now or not _is_closed(week, closed)
            ]
        return self._worth_opening(frame, found)

    def _openings(self, frame: Frame) -> list[Cell]:
        """Some cells, by chance, in which enough of the freed clients could meet."""
        possible = self.possible
        able: dict[Cell, int] = defaultdict(int)
        for client in frame.seats:
            for cell in self._conceivable(client):
                able[cell] += 1
        by_day: dict[tuple[object, ...], list[Cell]] = defaultdict(list)
        for cell, people in sorted(able.items()):
            if people >= possible.services[cell.service].least and frame.leaders_left(cell):
                kind = cell[:4]
                is_series = possible.services[cell.service].is_series
                key = (kind, len(cell.days)) if is_series else (kind, cell.days)
                by_day[key].append(cell)
        chosen: list[Cell] = []
        for _key, cells in sorted(by_day.items(), key=lambda entry: entry[1]):
            is_series = possible.services[cells[0].service].is_series
            number = min(len(cells), SERIES_AT_ONCE if is_series else STARTS_A_DAY)
            weights = [able[cell] ** 2 for cell in cells]
            chosen += self.chance.choices(cells, weights, k=number)
        return sorted(set(chosen))

    def _conceivable(self, client: str) -> list[Cell]:
        """Every cell the client's own hours allow, remembered."""
        if client not in self._cells:
            possible, record = self.possible, self.possible.clients[client]
            found = []
            for code, number in group_needs(possible, record).items():
                service = possible.services[code]
                patterns = (
                    sorted(possible.instance.day_patterns.get(number, frozenset()))
                    if service.is_series
                    else [(day,) for day in possible.days]
                )
                kind = code, record.phase, record.language, possible.population(record, service)
                for mode in possible.modes(record):
                    for days in patterns:
                        for start in range(possible.slots - service.slots + 1):
                            held = possible.held(code, start)
                            if all(possible.has_time(client, day, held, mode) for day in days):
                                found.append(Cell(*kind, mode, days, start))
            self._cells[client] = found
        return self._cells[client]

    def _worth_opening(
        self, frame: Frame, weeks: Mapping[str, Sequence[Week]]
    ) -> dict[str, list[Week]]:
        """Drop weeks with a cell that neither stands nor can gather people and a leader."""
        kept = {client: list(each) for client, each in weeks.items()}
        standing = {each.team.cell for each in frame.standing.groups}
        opens: dict[Cell, bool] = {}
        while True:
            able: dict[Cell, int] = defaultdict(int)
            for each in kept.values():
                self.possible.look()
                for cell in {cell for week in each for cell in week.cells}:
                    able[cell] += 1
            dropped = False
            for client, listed in kept.items():
                narrower = [
                    week
                    for week in listed
                    if all(
                        cell in standing or self._may_open(frame, cell, able[cell], opens)
                        for cell in week.cells
                    )
                ]
                dropped = dropped or len(narrower) < len(listed)
                kept[client] = narrower
            if not dropped:
                return kept

    def _may_open(self, frame: Frame, cell: Cell, people: int, opens: dict[Cell, bool]) -> bool:
        if people < self.possible.services[cell.service].least:
            return False
        if cell not in opens:
            opens[cell] = bool(frame.leaders_left(cell)) and self.possible.is_possible(cell)
        return opens[cell]


def _is_closed(week: Week, closed: Mapping[int, int]) -> bool:
    return any(mode == IN_PERSON and held & closed.get(day, 0) for day, (held, mode) in week.bases)
