"""A series in parts while it is mended: meetings with another leader are choices of their own.

A part is a series of fewer days than its members need. All parts of one series have its members;
together again they are one group, with stand-ins for single meetings and days that are called off.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from homeward.timetable.solver.blocks.splitting import Team
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.solver.standing import LedTeam, Standing

# What the parts of one series have in common.
Unit = tuple[object, ...]


def in_parts(schedule: Schedule) -> Standing:
    """A week as it stands, each series in one part for each who leads of its meetings, or comes."""
    groups = [replace(each, members=tuple(sorted(each.members))) for each in schedule.groups]
    found: list[LedTeam] = []
    for each in (group for group in groups if group.meetings):
        (whole,) = Standing.of(Schedule((each,))).groups
        days: dict[tuple[str, tuple[str, ...]], list[int]] = defaultdict(list)
        for meeting in each.meetings:
            days[each.leader_of(meeting), meeting.guests].append(meeting.day)
        for (leader, guests), held in sorted(days.items()):
            part = part_of(whole, held, leader)
            people = tuple(sorted((*part.team.members, *guests)))
            found.append(replace(part, team=Team(part.team.cell, people)))
    return Standing(tuple(sorted(found)), Standing.of(Schedule((), schedule.singles)).visits)


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
