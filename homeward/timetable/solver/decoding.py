"""Groups, leaders and visits written out as a schedule, with rooms named.

Rooms of one size are coloured exactly as intervals; the smallest room that is large enough and open
is taken, so that mixed sizes nearly always suffice. A meeting without a room does not take place:
its group, or that one-to-one, stays unplaced and is counted as lost.
"""

from collections import defaultdict
from collections.abc import Iterable

from homeward.timetable.solver.blocks.visiting import Visits
from homeward.timetable.solver.instance import GROUP, IN_PERSON, OFFICE
from homeward.timetable.solver.placing.ground import Ground
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single
from homeward.timetable.solver.standing import Standing


class Rooms:
    """Which rooms are free, while meetings take them in order of time."""

    def __init__(self, possible: Possible) -> None:
        ground: Ground = possible.ground
        self.possible = possible
        self.free = {id_: list(ground.room_open[id_]) for id_ in sorted(possible.instance.rooms)}
        self.by_kind = {
            kind: sorted(
                (room for room in possible.instance.rooms.values() if room.kind == kind),
                key=lambda room: (room.capacity, room.id),
            )
            for kind in (GROUP, OFFICE)
        }

    def take(self, kind: str, day: int, held: int, people: int, wished: str = "") -> str:
        """The wished room if it is free, else the smallest that is; empty if there is none."""
        for room in sorted(self.by_kind[kind], key=lambda each: each.id != wished):
            if room.capacity >= people and self.free[room.id][day] & held == held:
                self.free[room.id][day] &= ~held
                return room.id
        return ""


def decode(possible: Possible, standing: Standing) -> Schedule:
    """The schedule of a week; groups keep the rooms they had where these are still free."""
    rooms = Rooms(possible)
    named: dict[int, list[Meeting]] = defaultdict(list)
    for day in possible.days:
        for place, room in _roomed(possible, rooms, standing, day).items():
            start = standing.groups[place].team.cell.start
            named[place].append(Meeting(day, start, room))
    groups: list[Group] = []
    for place, each in enumerate(standing.groups):
        cell = each.team.cell
        if cell.mode == IN_PERSON:
            if len(named[place]) < len(cell.days):
                continue
            held_at = tuple(sorted(named[place]))
        else:
            held_at = tuple(Meeting(day, cell.start) for day in cell.days)
        groups.append(
            Group(
                f"G{len(groups):03d}", cell.service, cell.phase, cell.language, cell.population,
                cell.mode, each.leader, held_at, each.team.members,
            )
        )  # fmt: skip
    return Schedule(tuple(groups), tuple(_singles(possible, rooms, standing.visits)))


def _roomed(possible: Possible, rooms: Rooms, standing: Standing, day: int) -> dict[int, str]:
    """The room of each group that meets in person on a day.

    Who had a room keeps it, while everybody finds one so; else rooms are given out in order of
    time, which finds one for everybody wherever rooms are alike.
    """
    wished = {
        place: dict(each.rooms).get(day, "")
        for place, each in enumerate(standing.groups)
        if each.team.cell.mode == IN_PERSON and day in each.team.cell.days
    }
    in_time = sorted(wished, key=lambda place: (standing.groups[place].team.cell.start, place))
    at_first = {id_: free[day] for id_, free in rooms.free.items()}
    found: list[tuple[int, dict[int, str], dict[str, int]]] = []
    for order in (
        sorted(in_time, key=lambda place: not wished[place]),
        in_time,
        sorted(in_time, key=lambda place: -len(standing.groups[place].team.members)),
    ):
        for id_, free in at_first.items():
            rooms.free[id_][day] = free
        given: dict[int, str] = {}
        lost = 0
        for place in order:
            team = standing.groups[place].team
            held, people = possible.held(team.cell.service, team.cell.start), len(team.members)
            room = rooms.take(GROUP, day, held, people + 1, wished[place])
            if room:
                given[place] = room
            else:
                lost += people * possible.services[team.cell.service].slots
        found.append((lost, given, {id_: free[day] for id_, free in rooms.free.items()}))
        if not lost:
            break
    _lost, given, left = min(found, key=lambda each: each[0])
    for id_, free in left.items():
        rooms.free[id_][day] = free
    return dict(sorted(given.items()))


def _singles(possible: Possible, rooms: Rooms, visits: Visits) -> Iterable[Single]:
    listed = sorted(
        (day, start, client, code, person, mode)
        for (client, day), (mode, each) in visits.items()
        for code, person, start in each
    )
    found = []
    for day, start, client, code, person, mode in listed:
        room = ""
        if mode == IN_PERSON:
            room = rooms.take(OFFICE, day, possible.held(code, start), 2)
            if not room:
                continue
        found.append(Single(client, code, person, day, start, mode, room))
    return sorted(found, key=lambda each: (each.client, each.day, each.start))
