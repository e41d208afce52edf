"""How much of the rest of somebody's week could stand directly beside a series."""

from homeward.timetable.solver.coordinating.wish import Wish
from homeward.timetable.solver.placing.state import Placing


def worth(placing: Placing, wish: Wish, client: str) -> float:
    """From one to two: one for the series, and the share of other groups with room beside it.

    The room is the free time in one piece before it, or after it, whichever holds more.
    """
    who = placing.instance.clients[client]
    services = placing.instance.services
    rest = [
        (services[code].slots, number)
        for code, number in who.needs.items()
        if services[code].is_group and code != wish.service.code
    ]
    wanted = sum(number for _, number in rest)
    if not wanted:
        return 2.0
    shortest = min(slots for slots, number in rest if number)
    ends = wish.start + wish.service.slots
    before = after = 0
    for day in wish.days:
        open_ = placing.ground.client_open[client][day] & placing.ground.open[day]
        spare = who.most_a_day - wish.service.slots
        before += min(_run_before(open_, wish.start), spare) // shortest
        after += min(_run_after(open_, ends), spare) // shortest
    return 1.0 + min(1.0, max(before, after) / wanted)


def _run_after(open_: int, slot: int) -> int:
    rest = open_ >> slot
    return (~rest & (rest + 1)).bit_length() - 1


def _run_before(open_: int, slot: int) -> int:
    return slot - (~open_ & ((1 << slot) - 1)).bit_length()
