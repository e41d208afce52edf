"""What was lost is made up at other times of the same week; everything that stands keeps its time.

Only people who lack something are looked at, and only times at which enough of them could meet,
a colleague is there to lead, and nobody would wait in a gap.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, product

from homeward.timetable.solver.neighbourhoods.candidates import Candidates
from homeward.timetable.solver.neighbourhoods.frame import Frame
from homeward.timetable.solver.neighbourhoods.weeks import Week
from homeward.timetable.solver.possible import Cell, Possible

MOST_TIMES, MOST_SETS, MOST_WEEKS = 30, 200, 80
MOST_AT_ONCE = 2


def made_up_weeks(
    possible: Possible, candidates: Candidates, frame: Frame, past_until: int
) -> dict[str, list[Week]]:
    """For each freed client their own week, and it with what they lack at other times.

    Nothing is put before `past_until`, counted in slots of the week.
    """
    lacking = {client: _lacking(possible, frame, client) for client in frame.seats}
    able: dict[Cell, list[str]] = defaultdict(list)
    for client, missing in lacking.items():
        for cell in _times(possible, frame, client, missing, past_until):
            able[cell].append(client)
    joinable = {each.team.cell for each in frame.standing.groups}
    open_ = {
        cell
        for cell, clients in able.items()
        if cell in joinable
        or (len(clients) >= possible.services[cell.service].least and frame.leaders_left(cell))
    }
    found = {}
    for client in frame.seats:
        own = [cell for cell in sorted(open_) if client in able[cell]]
        ranked = sorted(own, key=lambda cell: (-len(able[cell]), _price(possible, client, cell)))
        found[client] = _weeks(possible, candidates, frame, client, lacking[client], ranked)
    return found


def _lacking(possible: Possible, frame: Frame, client: str) -> dict[str, int]:
    """Meetings of groups that a client lacks; a series only when nothing of it is left."""
    missing = {
        code: number
        for code, number in possible.clients[client].needs.items()
        if possible.services[code].is_group
    }
    for cell in frame.standing.cells_of(client):
        if possible.services[cell.service].is_series:
            missing[cell.service] = 0
        else:
            missing[cell.service] = missing.get(cell.service, 0) - len(cell.days)
    return {code: number for code, number in sorted(missing.items()) if number > 0}


def _times(
    possible: Possible, frame: Frame, client: str, missing: Mapping[str, int], since: int
) -> list[Cell]:
    """Every cell of what is lacking in which the client could sit beside what they have."""
    record = possible.clients[client]
    held, modes = _held(possible, frame, client)
    closed = frame.closed(client)
    found = []
    for code, number in missing.items():
        service = possible.services[code]
        patterns = (
            sorted(possible.instance.day_patterns.get(number, frozenset()))
            if service.is_series
            else [(day,) for day in possible.days]
        )
        taken = {
            day for cell in frame.standing.cells_of(client) if cell.service == code
            for day in cell.days
        }  # fmt: skip
        kind = code, record.phase, record.language, possible.population(record, service)
        for mode in possible.modes(record):
            for days in patterns:
                if taken & set(days) or any(modes.get(day, mode) != mode for day in days):
                    continue
                for start in range(possible.slots - service.slots + 1):
                    own = possible.held(code, start)
                    if all(
                        day * possible.slots + start >= since
                        and not own & held.get(day, 0)
                        and not (mode == "in_person" and own & closed.get(day, 0))
                        and possible.has_time(client, day, own, mode)
                        for day in days
                    ):
                        found.append(Cell(*kind, mode, days, start))
    return found


def _held(possible: Possible, frame: Frame, client: str) -> tuple[dict[int, int], dict[int, str]]:
    """What the groups of a client take of each day, and the way they meet."""
    held: dict[int, int] = {}
    modes: dict[int, str] = {}
    for cell in frame.standing.cells_of(client):
        for day in cell.days:
            held[day] = held.get(day, 0) | possible.held(cell.service, cell.start)
            modes[day] = cell.mode
    return held, modes


def _price(possible: Possible, client: str, cell: Cell) -> tuple[int, Cell]:
    return possible.cell_cost(client, cell)[1], cell


def _weeks(
    possible: Possible,
    candidates: Candidates,
    frame: Frame,
    client: str,
    missing: Mapping[str, int],
    cells: Sequence[Cell],
) -> list[Week]:
    """The own week with every choice of times for what is lacking, the most made up first."""
    own = frame.standing.cells_of(client)
    now = candidates.week(client, own)
    choices = []
    for code, number in missing.items():
        times = [cell for cell in cells if cell.service == code][:MOST_TIMES]
        if possible.services[code].is_series:
            sets: list[tuple[Cell, ...]] = [(cell,) for cell in times]
        else:
            sets = [
                chosen
                for size in range(number, 0, -1)
                for chosen in combinations(times, size)
                if len({cell.days for cell in chosen}) == size
            ]
        choices.append([*sets[:MOST_SETS], ()])
    found = {}
    together = product(*choices) if len(choices) <= MOST_AT_ONCE else _singly(choices)
    for chosen in together:
        more = tuple(cell for each in chosen for cell in each)
        if not more or _clash(possible, more):
            continue
        week = candidates.week(client, tuple(sorted((*own, *more))))
        if week.slots <= possible.clients[client].most_a_week and _is_bearable(
            possible, client, week
        ):
            found[week.cells] = week
    best = sorted(found.values(), key=lambda week: (week.unmet, week.price, week.cells))
    return [now, *best[:MOST_WEEKS]]


def _singly(
    choices: Sequence[Sequence[tuple[Cell, ...]]],
) -> Iterator[tuple[tuple[Cell, ...], ...]]:
    """Each kind made up for itself, where all together would be too many to list."""
    for each in choices:
        for chosen in each:
            yield (chosen,)


def _clash(possible: Possible, cells: Sequence[Cell]) -> bool:
    return any(
        set(one.days) & set(other.days)
        and (
            one.mode != other.mode
            or possible.held(one.service, one.start) & possible.held(other.service, other.start)
        )
        for one, other in combinations(cells, 2)
    )


def _is_bearable(possible: Possible, client: str, week: Week) -> bool:
    most = possible.clients[client].most_a_day
    return all(
        possible.is_whole_day(held) and held.bit_count() <= most
        for _day, (held, _mode) in week.bases
    )
