"""A series in parts while it is mended: meetings with another leader are choices of their own.

A part is a series of fewer days than its members need. All parts of one series have its members;
together again they are one group, with stand-ins for single meetings and days that are called off.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from itertools import count

from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.schedule import Group, Meeting, Schedule
from homeward.timetable.solver.standing import LedTeam, Standing

# What the parts of one series have in common.
Unit = tuple[object, ...]


def in_parts(schedule: Schedule) -> Standing:
    """A week as it stands, each series in one part for each who leads of its meetings."""
    groups = [replace(each, members=tuple(sorted(each.members))) for each in schedule.groups]
    whole = Standing.of(replace(schedule, groups=tuple(each for each in groups if each.meetings)))
    led = {
        (each.service, each.mode, each.members, meeting.day, meeting.start): each.leader_of(meeting)
        for each in groups
        for meeting in each.meetings
    }
    found: list[LedTeam] = []
    for each in whole.groups:
        cell = each.team.cell
        by_leader: dict[str, list[int]] = defaultdict(list)
        for day in cell.days:
            key = cell.service, cell.mode, each.team.members, day, cell.start
            by_leader[led.get(key, each.leader)].append(day)
        found += [part_of(each, days, leader) for leader, days in sorted(by_leader.items())]
    return Standing(tuple(sorted(found)), whole.visits)


def part_of(each: LedTeam, days: Iterable[int], leader: str) -> LedTeam:
    """The meetings of some days, led by somebody."""
    chosen = tuple(sorted(days))
    cell = each.team.cell._replace(days=chosen)
    rooms = tuple(room for room in each.rooms if room[0] in chosen)
    return LedTeam(Team(cell, each.team.members), leader, rooms)


def unit_of(each: LedTeam) -> Unit:
    """What tells one series from another, whatever part of it this is."""
    return (*each.team.cell._replace(days=()), each.team.members)


def parts(possible: Possible, standing: Standing) -> dict[Unit, list[int]]:
    """The positions of each series that is not whole: nobody joins it, or leaves a part of it."""
    found: dict[Unit, list[int]] = defaultdict(list)
    for place, each in enumerate(standing.groups):
        cell = each.team.cell
        if possible.services[cell.service].is_series and any(
            possible.clients[member].needs.get(cell.service, 0) != len(cell.days)
            for member in each.team.members
            if member in possible.clients
        ):
            found[unit_of(each)].append(place)
    return dict(found)


def joined(instance: Instance, published: Schedule, schedule: Schedule) -> Schedule:
    """The parts of each series as one group again; groups keep the ids they were published by."""
    together: dict[tuple[object, ...], list[Group]] = defaultdict(list)
    groups: list[Group] = []
    for group in schedule.groups:
        if instance.services[group.service].is_series:
            key = _kind(group), group.meetings[0].start, tuple(sorted(group.members))
            together[key].append(group)
        else:
            groups.append(group)
    groups += [_one(instance, published, each) for each in together.values()]
    return replace(schedule, groups=_named(published, groups))


def _named(published: Schedule, groups: list[Group]) -> tuple[Group, ...]:
    """Each group under the id of the published one it goes on from, or under a new one."""
    pairs = sorted(
        (-len(set(each.members) & set(before.members)), before.id, place)
        for place, each in enumerate(groups)
        for before in published.groups
        if _kind(before) == _kind(each)
        and before.meetings
        and before.meetings[0].start == each.meetings[0].start
        and {meeting.day for meeting in before.meetings} & {at.day for at in each.meetings}
        and set(before.members) & set(each.members)
    )
    names: dict[int, str] = {}
    for _shared, name, place in pairs:
        if place not in names and name not in names.values():
            names[place] = name
    known = {each.id for each in published.groups}
    new = (name for number in count(1) if (name := f"R{number:03d}") not in known)
    rest = sorted(
        (place for place in range(len(groups)) if place not in names),
        key=lambda place: (groups[place].service, groups[place].meetings, groups[place].members),
    )
    names |= dict(zip(rest, new, strict=False))
    named = (replace(each, id=names[place]) for place, each in enumerate(groups))
    return tuple(sorted(named, key=lambda each: each.id))


def _kind(group: Group) -> tuple[object, ...]:
    return group.service, group.phase, group.language, group.population, group.mode


def _one(instance: Instance, published: Schedule, each: list[Group]) -> Group:
    meetings = [(meeting, part.leader_of(meeting)) for part in each for meeting in part.meetings]
    before = _before(published, each)
    leading = Counter(leader for _meeting, leader in meetings)
    own = before.staff if before is not None else ""
    staff = min(leading, key=lambda name: (-leading[name], name != own, name))
    held = {meeting.day for meeting, _leader in meetings}
    needed = max(
        (instance.clients[member].needs.get(each[0].service, 0)
         for member in each[0].members if member in instance.clients),
        default=len(held),
    )  # fmt: skip
    off: set[int] = set()
    if before is not None and len(held) < needed:
        off = {meeting.day for meeting in before.meetings} | set(before.called_off)
    return replace(
        each[0],
        staff=staff,
        meetings=tuple(sorted(_led(meeting, leader, staff) for meeting, leader in meetings)),
        called_off=tuple(sorted(off - held)),
    )


def _led(meeting: Meeting, leader: str, staff: str) -> Meeting:
    return replace(meeting, stand_in="" if leader == staff else leader)


def _before(published: Schedule, each: list[Group]) -> Group | None:
    """The published series whose meetings these are."""
    start = each[0].meetings[0].start
    held = {meeting.day for part in each for meeting in part.meetings}
    members = set(each[0].members)
    alike = [
        group
        for group in published.groups
        if _kind(group) == _kind(each[0])
        and group.meetings
        and group.meetings[0].start == start
        and held <= {*(meeting.day for meeting in group.meetings), *group.called_off}
    ]
    return max(alike, key=lambda group: (len(members & set(group.members)), group.id), default=None)
