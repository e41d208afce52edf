"""May this be placed here? Every move of the week is asked about before it is made.

Each answer is everything that stands in the way, in order; nothing means it may be placed. What
is moved must be taken away first, or it stands in its own way.
"""

from homeward.timetable.solver.instance import IN_PERSON, MIXED, Service
from homeward.timetable.solver.placing.blocker import (
    CLIENT,
    GROUP,
    PLACEMENT_RULE,
    PROGRAM,
    ROOM,
    STAFF,
    Blocker,
)
from homeward.timetable.solver.placing.for_client import of_client, of_program, of_week
from homeward.timetable.solver.placing.for_rooms import of_any_room, of_room
from homeward.timetable.solver.placing.for_staff import of_staff
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.schedule import Group, Meeting, Single

Blockers = tuple[Blocker, ...]


def of_single(placing: Placing, single: Single) -> Blockers:
    """What stands in the way of a one-to-one; without a room named, of any room at all.

    KeyError for a client or service the instance does not have.
    """
    service = placing.instance.services[single.service]
    found = of_program(placing, service, single.day, single.start, single.mode)
    if found and service_is_outside(placing, service, single.day, single.start):
        return tuple(sorted(found))
    found |= of_client(
        placing, single.client, service, single.day, single.start, single.mode
    ) | of_week(placing, single.client, service, 1)
    found |= of_staff(placing, single.staff, service, [(single.day, single.start)])
    found |= _own(placing, single)
    meeting = Meeting(single.day, single.start, single.room)
    found |= _room(placing, service, meeting, single.mode, 1)
    return tuple(sorted(found))


def of_seat(placing: Placing, client: str, id_: str) -> Blockers:
    """What stands in the way of a client joining a group; KeyError where there is none."""
    return tuple(sorted(set().union(*of_seat_by_day(placing, client, id_))))


def of_seat_by_day(placing: Placing, client: str, id_: str) -> list[set[Blocker]]:
    """The same: first what stands for the group as a whole, then for each of its meetings."""
    group = placing.groups[id_]
    service = placing.instance.services[group.service]
    found = of_week(placing, client, service, len(group.meetings)) | _fits(placing, client, group)
    if len(group.members) >= service.most:
        found.add(Blocker("group_full", GROUP, id_))
    if not placing.ground.apart.get(client, frozenset()).isdisjoint(group.members):
        found.add(PLACEMENT_RULE)
    for meeting in group.meetings:
        room = placing.instance.rooms.get(meeting.room)
        if group.mode == IN_PERSON and room and room.capacity <= len(group.members) + 1:
            found.add(Blocker("room_small", ROOM, meeting.room))
    return [
        found,
        *(
            of_client(placing, client, service, meeting.day, meeting.start, group.mode)
            for meeting in group.meetings
        ),
    ]


def of_group(placing: Placing, group: Group) -> Blockers:
    """What stands in the way of a whole group: its days, leader, rooms and every member."""
    service = placing.instance.services[group.service]
    found: set[Blocker] = set()
    if any(service_is_outside(placing, service, each.day, each.start) for each in group.meetings):
        return (Blocker("program_closed", PROGRAM),)
    times = [(each.day, each.start) for each in group.meetings]
    found |= of_staff(placing, group.staff, service, times) | of_leader(placing, group)
    for meeting in group.meetings:
        found |= of_program(placing, service, meeting.day, meeting.start, group.mode)
        found |= _room(placing, service, meeting, group.mode, len(group.members))
    found |= _shape(placing, group, service)
    for member in group.members:
        found |= of_week(placing, member, service, len(group.meetings))
        found |= _fits(placing, member, group)
        for day, start in times:
            found |= of_client(placing, member, service, day, start, group.mode)
        if not placing.ground.apart.get(member, frozenset()).isdisjoint(group.members):
            found.add(PLACEMENT_RULE)
    return tuple(sorted(found))


def of_leader(placing: Placing, group: Group) -> set[Blocker]:
    """Whether a group's leader has its service, language and population."""
    person = placing.instance.staff.get(group.staff)
    if (
        person is None
        or group.service not in person.skills
        or group.language not in person.languages
        or group.population not in person.populations
    ):
        return {Blocker("staff_not_qualified", STAFF, group.staff)}
    return set()


def service_is_outside(placing: Placing, service: Service, day: int, start: int) -> bool:
    """Whether a meeting does not lie in the grid at all."""
    grid = placing.instance.grid
    return not (0 <= day < len(grid.days) and 0 <= start <= grid.slots_a_day - service.slots)


def _own(placing: Placing, single: Single) -> set[Blocker]:
    who = placing.instance.clients[single.client]
    person = placing.instance.staff.get(single.staff)
    found = set()
    if single.staff not in who.assigned.get(single.service, ()):
        found.add(Blocker("staff_not_assigned", STAFF, single.staff))
    if person is None or single.service not in person.skills:
        found.add(Blocker("staff_not_qualified", STAFF, single.staff))
    if not placing.ground.may_meet(single.staff, single.client):
        found.add(Blocker("declared_conflict", STAFF, single.staff))
    return found


def _room(
    placing: Placing, service: Service, meeting: Meeting, mode: str, people: int
) -> set[Blocker]:
    if mode != IN_PERSON:
        return set()
    if meeting.room:
        return of_room(placing, meeting.room, service, meeting.day, meeting.start, people)
    return of_any_room(placing, service, meeting.day, meeting.start, people)


def _fits(placing: Placing, client: str, group: Group) -> set[Blocker]:
    who = placing.instance.clients[client]
    service = placing.instance.services[group.service]
    found = set()
    is_theirs = (who.phase, who.language) == (group.phase, group.language)
    if not is_theirs or (service.is_series and who.population != group.population):
        found.add(Blocker("group_mismatch", CLIENT, client))
    if service.is_series and who.needs.get(group.service, 0) != len(group.meetings):
        found.add(Blocker("group_count", CLIENT, client))
    if not placing.ground.may_meet(group.staff, client):
        found.add(Blocker("declared_conflict", STAFF, group.staff))
    return found


def _shape(placing: Placing, group: Group, service: Service) -> set[Blocker]:
    """What the group is: its size, its days, its population."""
    found = set()
    days = tuple(sorted(each.day for each in group.meetings))
    if service.is_series:
        allowed = placing.instance.day_patterns.get(len(days), frozenset())
        is_legal = days in allowed and len({each.start for each in group.meetings}) == 1
    else:
        is_legal = len(days) == 1
        if group.population != MIXED:
            found.add(Blocker("group_mismatch", GROUP, group.id))
    if not is_legal:
        found.add(Blocker("group_pattern", GROUP, group.id))
    if len(group.members) > service.most:
        found.add(Blocker("group_full", GROUP, group.id))
    if len(group.members) < service.least:
        found.add(Blocker("too_few_people", GROUP, group.id))
    return found
