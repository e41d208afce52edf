"""One-to-ones last: whoever has fewest times first, beside what they already come for."""

from collections.abc import Iterator

from homeward.timetable.solver.coordinating.opening import modes_of
from homeward.timetable.solver.instance import IN_PERSON
from homeward.timetable.solver.placing import bits, starts
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.schedule import Single


def place_singles(placing: Placing, service: str) -> None:
    """Place every one-to-one of a service that can be placed."""
    waiting = [
        (sum(1 for _ in options(placing, client, service)), client)
        for client in placing.instance.clients
        if placing.missing(client, service)
    ]
    for _, client in sorted(waiting):
        for _ in range(placing.missing(client, service)):
            best = min(options(placing, client, service), default=None, key=lambda each: each[0])
            if best is None:
                break
            placing.place_single(best[1])


def options(placing: Placing, client: str, code: str) -> Iterator[tuple[tuple[int, ...], Single]]:
    """Every way to place one, with what speaks against it."""
    who = placing.instance.clients[client]
    service = placing.instance.services[code]
    load = placing.clients[client]
    if load.slots + service.slots > who.most_a_week:
        return
    people = [
        person
        for person in sorted(who.assigned.get(code, ()))
        if placing.ground.may_serve(placing.instance.staff[person], code)
        and placing.ground.may_meet(person, client)
    ]
    for mode in modes_of(placing.instance, client):
        for day in range(len(load.busy)):
            theirs = starts.of_client(placing, client, service, day, mode)
            for person in people if theirs else ():
                common = theirs & starts.of_staff(placing, person, service, day)
                for start in bits.places(common):
                    room = office(placing, service.slots, day, start) if mode == IN_PERSON else ""
                    if room is None:
                        continue
                    single = Single(client, code, person, day, start, mode, room)
                    yield _against(placing, single, service.slots), single


def office(placing: Placing, slots: int, day: int, start: int) -> str | None:
    """The smallest office that is free."""
    for room in placing.ground.offices:
        is_free = starts.of_room(placing, room.id, slots, day) >> start & 1
        if is_free and room.capacity > 1:
            return room.id
    return None


def _against(placing: Placing, single: Single, slots: int) -> tuple[int, ...]:
    instance, ground = placing.instance, placing.ground
    who = instance.clients[single.client]
    load = placing.clients[single.client]
    held = bits.span(single.start, slots)
    busy = load.busy[single.day]
    staff = placing.staff[single.staff]
    over = staff.slots + slots - instance.staff[single.staff].target_week
    weights = instance.weights
    cost = weights["lunch"] * bits.idle_inside(busy | held).bit_count()
    cost -= weights["lunch"] * bits.idle_inside(busy).bit_count()
    if held & ~ground.client_preferred[single.client][single.day]:
        cost += weights["pref"] * slots
    if single.mode != who.preferred_mode and who.preferred_mode != "either":
        cost += weights["mode"]
    if not busy:
        cost += weights["extra_day"] + weights["short_day"]
    cost += weights["overload"] * max(0, min(over, slots))
    return cost, staff.slots_a_day[single.day], single.day, single.start
