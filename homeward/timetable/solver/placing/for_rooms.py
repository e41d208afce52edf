"""What of the rooms stands in the way of a meeting in person."""

from homeward.timetable.solver.instance import GROUP, OFFICE, Room, Service
from homeward.timetable.solver.placing import bits, starts
from homeward.timetable.solver.placing.blocker import PROGRAM, ROOM, Blocker
from homeward.timetable.solver.placing.state import Placing


def free_room(placing: Placing, service: Service, day: int, start: int, people: int) -> Room | None:
    """The smallest free room with a place for so many clients and one more."""
    rooms = placing.ground.group_rooms if service.is_group else placing.ground.offices
    for room in rooms:
        if (
            room.capacity > people
            and starts.of_room(placing, room.id, service.slots, day) >> start & 1
        ):
            return room
    return None


def of_any_room(
    placing: Placing, service: Service, day: int, start: int, people: int
) -> set[Blocker]:
    """Whether no room at all would do."""
    if free_room(placing, service, day, start, people) is None:
        return {Blocker("no_room_free", PROGRAM)}
    return set()


def of_room(
    placing: Placing, room: str, service: Service, day: int, start: int, people: int
) -> set[Blocker]:
    """What stands in the way of meeting in one room."""
    known = placing.instance.rooms.get(room)
    if known is None or known.kind != (GROUP if service.is_group else OFFICE):
        return {Blocker("room_kind", ROOM, room)}
    held = bits.span(start, service.slots)
    found = set()
    if held & placing.rooms[room].busy[day]:
        found.add(Blocker("room_busy", ROOM, room))
    if held & ~placing.ground.room_open[room][day]:
        found.add(Blocker("room_closed", ROOM, room))
    if known.capacity <= people:
        found.add(Blocker("room_small", ROOM, room))
    return found
