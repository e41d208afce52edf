"""In which way and for how long a client could come at all."""

from homeward.timetable.solver.instance import EITHER, IN_PERSON, TELEHEALTH, Client, Service
from homeward.timetable.solver.placing import bits
from homeward.timetable.solver.placing.state import Placing


def modes_of(placing: Placing, client: Client, service: Service) -> list[str]:
    """The ways the client may meet for which the program has a place."""
    ground = placing.ground
    rooms = ground.group_rooms if service.is_group else ground.offices
    least = service.least if service.is_group else 1
    has_room = any(
        room.capacity > least and _is_ever_open(placing, room.id, service) for room in rooms
    )
    return [
        mode
        for mode in (IN_PERSON, TELEHEALTH)
        if client.mode in (EITHER, mode) and (mode == TELEHEALTH or has_room)
    ]


def _is_ever_open(placing: Placing, room: str, service: Service) -> bool:
    """Whether a room is open long enough on some day."""
    return any(
        bits.starts_inside(open_ & placing.ground.open[day], service.slots)
        for day, open_ in enumerate(placing.ground.room_open[room])
    )


def windows_hold(placing: Placing, client: Client, service: Service) -> bool:
    """Whether some window of an open day is long enough."""
    return any(
        bits.starts_inside(open_ & placing.ground.open[day], service.slots)
        for day, open_ in enumerate(placing.ground.client_open[client.id])
    ) and service.slots <= min(client.most_a_day, client.most_a_week)
