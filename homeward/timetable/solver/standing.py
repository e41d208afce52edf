"""A week as it stands, in the form the neighbourhoods think in: led groups, and visits by day."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from homeward.timetable.solver.blocks.day_plans import Visit
from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.blocks.visiting import Visits
from homeward.timetable.solver.possible import Cell, Possible
from homeward.timetable.solver.schedule import Schedule


@dataclass(frozen=True, slots=True, order=True)
class LedTeam:
    """A group with its leader; `rooms` are those it has, by day, where that matters."""

    team: Team
    leader: str
    rooms: tuple[tuple[int, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Standing:
    """Every group and every visit of a week."""

    groups: tuple[LedTeam, ...]
    visits: Visits

    @classmethod
    def of(cls, schedule: Schedule) -> "Standing":
        """Read a schedule that keeps the rules."""
        groups = []
        for group in schedule.groups:
            cell = Cell(
                group.service, group.phase, group.language, group.population, group.mode,
                tuple(sorted(each.day for each in group.meetings)), group.meetings[0].start,
            )  # fmt: skip
            rooms = tuple(sorted((each.day, each.room) for each in group.meetings if each.room))
            groups.append(LedTeam(Team(cell, tuple(sorted(group.members))), group.staff, rooms))
        days: dict[tuple[str, int], list[tuple[str, Visit]]] = defaultdict(list)
        for single in schedule.singles:
            days[single.client, single.day].append(
                (single.mode, (single.service, single.staff, single.start))
            )
        visits = {
            key: (each[0][0], tuple(sorted((visit for _, visit in each), key=_in_time)))
            for key, each in sorted(days.items())
        }
        return cls(tuple(sorted(groups)), visits)

    def cells_of(self, client: str) -> tuple[Cell, ...]:
        """The cells a client sits in."""
        return tuple(sorted(each.team.cell for each in self.groups if client in each.team.members))


def _in_time(visit: Visit) -> tuple[int, Visit]:
    return visit[2], visit


def busy_of(possible: Possible, groups: Iterable[LedTeam], visits: Visits) -> dict[str, list[int]]:
    """The slots in which each of the staff is taken, by day, documentation included."""
    width = len(possible.instance.grid.days)
    busy = {person: [0] * width for person in possible.staff}
    for each in groups:
        cell = each.team.cell
        held = possible.led(possible.services[cell.service], cell.start)
        for day in cell.days:
            busy[each.leader][day] |= held
    for (_client, day), (_mode, listed) in visits.items():
        for code, person, start in listed:
            busy[person][day] |= possible.held(code, start)
    return busy


def occupied_of(
    possible: Possible, groups: Iterable[LedTeam], visits: Visits, client: str
) -> Mapping[int, tuple[int, str]]:
    """What a client's days hold, with the mode."""
    found: dict[int, tuple[int, str]] = {}
    for each in groups:
        if client in each.team.members:
            cell = each.team.cell
            for day in cell.days:
                held = found.get(day, (0, ""))[0] | possible.held(cell.service, cell.start)
                found[day] = held, cell.mode
    for (who, day), (mode, listed) in visits.items():
        if who == client:
            held = found.get(day, (0, ""))[0]
            for code, _person, start in listed:
                held |= possible.held(code, start)
            found[day] = held, mode
    return found
