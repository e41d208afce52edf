"""From which slots of a day a meeting may begin, for a client, one of the staff, a room.

Each answer is a number whose bits are the possible starts; the starts of a meeting are what
everybody's answers have in common.
"""

from functools import lru_cache

from homeward.timetable.solver.instance import EITHER, IN_PERSON, Service
from homeward.timetable.solver.placing import bits
from homeward.timetable.solver.placing.state import Placing

NOWHERE = 0
UNBOUNDED = (1 << 1024) - 1


def of_client(placing: Placing, client: str, service: Service, day: int, mode: str) -> int:
    """Inside their windows, one after the other without idle time, within the caps of the day.

    Their authorised week and what they still need are for the caller, who knows how many
    meetings are meant.
    """
    who = placing.instance.clients[client]
    load = placing.clients[client]
    if who.mode not in (EITHER, mode) or load.mode(day) not in ("", mode):
        return NOWHERE
    if load.has(day, service.code) or load.slots_a_day[day] + service.slots > who.most_a_day:
        return NOWHERE
    ground, grid = placing.ground, placing.instance.grid
    open_ = ground.client_open[client][day] & ground.open[day] & ~load.busy[day]
    if mode == IN_PERSON:
        open_ &= ground.guarded[day]
        for other in ground.apart_on_site.get(client, ()):
            open_ &= ~placing.clients[other].on_site[day]
    starts = bits.starts_inside(open_, service.slots)
    if not load.busy[day] or not starts:
        return starts
    return without_gaps(load.busy[day], starts, service.slots, ground.lunch, grid.lunch_max)


def of_staff(placing: Placing, staff: str, service: Service, day: int) -> int:
    """Inside their hours, beside what they hold and write, within the caps of day and week."""
    load = placing.staff[staff]
    who = placing.instance.staff[staff]
    if load.slots_a_day[day] + service.slots > who.most_a_day:
        return NOWHERE
    if load.slots + service.slots > who.most_a_week:
        return NOWHERE
    most_led = placing.instance.most_led_groups_a_day
    if service.is_group and most_led is not None and load.led[day] >= most_led:
        return NOWHERE
    ground = placing.ground
    busy = load.busy[day]
    open_ = ground.staff_open[staff][day] & ground.open[day] & ~(busy | load.writing[day])
    starts = bits.starts_inside(open_, service.slots)
    writes = ground.documenting[service.code]
    if writes and busy:
        starts &= bits.starts_inside(UNBOUNDED & ~busy, writes) >> service.slots
    return starts


def of_room(placing: Placing, room: str, slots: int, day: int) -> int:
    """While the room is open and nobody is in it."""
    ground = placing.ground
    open_ = ground.room_open[room][day] & ground.open[day] & ~placing.rooms[room].busy[day]
    return bits.starts_inside(open_, slots)


@lru_cache(maxsize=1 << 16)
def without_gaps(busy: int, starts: int, slots: int, lunch: int, lunch_max: int) -> int:
    """The starts that leave no idle slot that day, save a short one at lunch."""
    found = 0
    for start in bits.places(starts):
        idle = bits.idle_inside(busy | bits.span(start, slots))
        if not idle & ~lunch and idle.bit_count() <= lunch_max:
            found |= 1 << start
    return found
