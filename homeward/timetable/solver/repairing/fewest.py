"""The fewest promised sessions that any week after a disruption could move or lose.

A small exact model: who of the staff could hold what was promised, at the time it was promised.
Group rooms are counted; everything else that might stand in the way (gaps, sizes, what moves
instead) is left out, so that no week at all moves fewer. Only the process that plans imports this.
"""

from collections import defaultdict
from dataclasses import dataclass

from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.naming import StaffTime
from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.engine import Effort, search
from homeward.timetable.solver.instance import GROUP, IN_PERSON, Instance
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.schedule import Schedule, Single
from homeward.timetable.solver.tiers import Costs


@dataclass(frozen=True, slots=True)
class Fewest:
    """The number, and whether it was proven; an unproven one is what was proven until then."""

    sessions: int
    is_exact: bool


def fewest_moved(instance: Instance, published: Schedule, effort: Effort) -> Fewest:
    """Count the sessions of `published` that `instance`, as the disruption left it, cannot hold.

    Groups may be led by anybody who is able, each meeting by somebody else, and their members may
    sit with another group that meets then; one-to-ones are with whom the client is assigned to.
    """
    model = cp_model.CpModel()
    possible, costs = Possible(instance), Costs()
    time = StaffTime(possible, model, costs)
    lost: list[cp_model.LinearExprT] = []
    rooms: dict[tuple[int, int], list[cp_model.IntVar]] = defaultdict(list)
    for cell, members in sorted(_by_cell(possible, published).items()):
        able = [each for each in members if _is_there(possible, each, cell)]
        leads = []
        for person in possible.leaders_of(cell) if possible.is_possible(cell) else ():
            variable = model.new_bool_var("")
            time.lead(person, Team(cell, ()), variable)
            leads.append(variable)
        if cell.mode == IN_PERSON:
            for slot in range(cell.start, cell.start + possible.services[cell.service].slots):
                rooms[cell.days[0], slot] += leads
        kept = model.new_int_var(0, len(able), "")
        model.add(kept <= possible.services[cell.service].most * sum(leads))
        lost.append(len(members) - kept)
    lost += [
        1 - sum(_kept(model, possible, time, single))
        for single in published.singles
        if single.client in possible.clients
    ]
    for at, meeting in sorted(rooms.items()):
        model.add(sum(meeting) <= possible.rooms_open(GROUP, *at))
    time.state()
    model.minimize(cp_model.LinearExpr.sum(lost))
    answer = search(model, effort, effort.total)
    if answer.is_optimal:
        return Fewest(round(answer.objective), is_exact=True)
    return Fewest(max(0, -int(-answer.bound // 1)), is_exact=False)


def _kept(
    model: cp_model.CpModel, possible: Possible, time: StaffTime, single: Single
) -> list[cp_model.IntVar]:
    """A choice for everybody who could hold a one-to-one when it was promised."""
    client = possible.clients[single.client]
    held = possible.held(single.service, single.start)
    if not possible.has_time(client.id, single.day, held, single.mode):
        return []
    chosen = []
    for person in possible.counsellors(client, single.service):
        if held & possible.staff_free[person][single.day] == held:
            variable = model.new_bool_var("")
            slots = possible.services[single.service].slots
            time.take(person, single.day, held, slots, variable)
            chosen.append(variable)
    model.add_at_most_one(chosen)
    return chosen


def _by_cell(possible: Possible, published: Schedule) -> dict[Cell, list[str]]:
    """Who was promised what at each time, meeting by meeting."""
    found: dict[Cell, list[str]] = defaultdict(list)
    for group in published.groups:
        for meeting in group.meetings:
            cell = Cell(
                group.service, group.phase, group.language, group.population, group.mode,
                (meeting.day,), meeting.start,
            )  # fmt: skip
            found[cell] += [each for each in group.people_at(meeting) if each in possible.clients]
    return found


def _is_there(possible: Possible, client: str, cell: Cell) -> bool:
    held = possible.held(cell.service, cell.start)
    return all(possible.has_time(client, day, held, cell.mode) for day in cell.days)
