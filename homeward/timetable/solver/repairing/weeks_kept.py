"""Weeks in which a client keeps every seat there still is; more goes only for a whole day."""

from itertools import combinations

from homeward.timetable.solver.neighbourhoods.candidates import Candidates
from homeward.timetable.solver.neighbourhoods.weeks import Week
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.repairing.parting import unit_of
from homeward.timetable.solver.standing import Standing

MOST_UNITS = 6
MOST_WEEKS = 40


def kept_weeks(
    possible: Possible, candidates: Candidates, standing: Standing, client: str
) -> list[Week]:
    """The client's own week first, then it without some of what stands beside a gap.

    A gap may also be filled by a one-to-one, so the own week is always there.
    """
    units: dict[object, list[Cell]] = {}
    for each in standing.groups:
        if client in each.team.members:
            units.setdefault(unit_of(each), []).append(each.team.cell)
    unfit = [unit for unit, cells in units.items()
             if not all(_can_sit(possible, client, cell) for cell in cells)]  # fmt: skip
    own = [unit for unit in units if unit not in unfit]
    now = candidates.week(client, _cells(units, own))
    gaps = {day for day, (held, _mode) in now.bases if not possible.is_whole_day(held)}
    loose = [unit for unit in own if any(gaps & set(cell.days) for cell in units[unit])]
    found = [now]
    for number in range(1, min(len(loose), MOST_UNITS) + 1):
        for gone in combinations(loose, number):
            rest = [unit for unit in own if unit not in gone]
            found.append(candidates.week(client, _cells(units, rest)))
    best = sorted(dict.fromkeys(found), key=lambda week: (week.unmet, week.price, week.cells))
    return list(dict.fromkeys([now, *best[:MOST_WEEKS], candidates.week(client, ())]))


def _cells(units: dict[object, list[Cell]], chosen: list[object]) -> tuple[Cell, ...]:
    return tuple(sorted(cell for unit in chosen for cell in units[unit]))


def _can_sit(possible: Possible, client: str, cell: Cell) -> bool:
    held = possible.held(cell.service, cell.start)
    return all(possible.has_time(client, day, held, cell.mode) for day in cell.days)
