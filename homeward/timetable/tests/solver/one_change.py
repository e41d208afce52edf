"""What an offer says, done: the one record changed, and the need placed where it was offered."""

from dataclasses import replace

from homeward.timetable.solver.explaining.unplaced import Offer, Unplaced
from homeward.timetable.solver.instance import EITHER, Instance, Person, Room, Window
from homeward.timetable.solver.placing.for_rooms import free_room
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single

TWIN = "twin"


def placed_with(
    instance: Instance, week: Schedule, told: Unplaced, offer: Offer
) -> tuple[Instance, Schedule]:
    """The instance with the one change and the schedule with the need placed."""
    changed = _changed(instance, told, offer)
    staff = offer.staff
    if offer.blocker and (offer.blocker.kind == "staff" or offer.blocker.code == "no_leader_free"):
        staff = TWIN
    placing = Placing(changed, week)
    service = changed.services[told.service]
    if offer.group:
        placing.seat(told.client, offer.group)
        return changed, placing.schedule()
    if not service.is_group:
        room = _room(placing, told, offer.days[0], offer, 1)
        placing.place_single(
            Single(told.client, told.service, staff, offer.days[0], offer.start, offer.mode, room)
        )
        return changed, placing.schedule()
    return changed, _opened(placing, told, offer, staff)


def _opened(placing: Placing, told: Unplaced, offer: Offer, staff: str) -> Schedule:
    """A new group of the client and the first others with whom it holds."""
    from itertools import combinations

    from homeward.timetable.solver.placing import moves

    who = placing.instance.clients[told.client]
    service = placing.instance.services[told.service]
    others = [
        each.id
        for each in placing.instance.clients.values()
        if each.id != told.client and placing.missing(each.id, told.service)
    ]
    population = who.population if service.is_series else "mixed"
    rooms = [_room(placing, told, day, offer, service.least) for day in offer.days]
    for company in combinations(others, service.least - 1):
        group = Group(
            "offered", told.service, who.phase, who.language, population, offer.mode, staff,
            tuple(Meeting(day, offer.start, room)
                  for day, room in zip(offer.days, rooms, strict=True)),
            (told.client, *company),
        )  # fmt: skip
        if not moves.of_group(placing, group):
            placing.open_group(group)
            return placing.schedule()
    raise AssertionError(f"no company for {told.client} {offer}")


def _room(placing: Placing, told: Unplaced, day: int, offer: Offer, people: int) -> str:
    if offer.mode != "in_person":
        return ""
    service = placing.instance.services[told.service]
    room = free_room(placing, service, day, offer.start, people)
    assert room is not None
    return room.id


def _changed(instance: Instance, told: Unplaced, offer: Offer) -> Instance:
    """One record changed as the offer names it."""
    if offer.blocker is None:
        return instance
    code, kind = offer.blocker.code, offer.blocker.kind
    who = instance.clients[told.client]
    grid = instance.grid
    everywhere = tuple(Window(day, 0, grid.slots_a_day) for day in range(len(grid.days)))
    if kind == "client" and code != "client_idle_gap":
        wider = {
            "client_not_available": {"windows": everywhere},
            "client_day_full": {"most_a_day": 999},
            "client_week_full": {"most_a_week": 999},
            "client_mode": {"mode": EITHER},
        }[code]
        return replace(instance, clients={**instance.clients, who.id: replace(who, **wider)})
    if code == "client_idle_gap":
        lenient = replace(grid, lunch=(0, grid.slots_a_day), lunch_max=grid.slots_a_day)
        return replace(instance, grid=lenient)
    if kind == "staff" or code == "no_leader_free":
        return _with_twin(instance, told, everywhere)
    if code == "too_few_people":
        return _with_company(instance, told, everywhere)
    service = instance.services[told.service]
    if code == "group_full":
        larger = replace(service, most=service.most + 1)
        return replace(instance, services={**instance.services, service.code: larger})
    if code == "room_small":
        room = instance.rooms[offer.blocker.ref]
        larger_room = replace(room, capacity=room.capacity + 1)
        return replace(instance, rooms={**instance.rooms, room.id: larger_room})
    assert code == "no_room_free", code
    room = Room("spare", "group" if service.is_group else "office", 99)
    return replace(instance, rooms={**instance.rooms, "spare": room})


def _with_twin(instance: Instance, told: Unplaced, everywhere: tuple[Window, ...]) -> Instance:
    """Somebody who can and may do everything, and has nothing else to do."""
    who = instance.clients[told.client]
    twin = Person(
        TWIN, frozenset(instance.services), frozenset({"en", "es"}),
        frozenset({"mixed", "women"}), everywhere, 99, 999, 999,
    )  # fmt: skip
    own = {code: people | {TWIN} for code, people in who.assigned.items()}
    return replace(
        instance,
        staff={**instance.staff, TWIN: twin},
        clients={**instance.clients, who.id: replace(who, assigned=own)},
    )


def _with_company(instance: Instance, told: Unplaced, everywhere: tuple[Window, ...]) -> Instance:
    """More people who need just this and can always come."""
    who = instance.clients[told.client]
    clients = dict(instance.clients)
    needs = {told.service: who.needs[told.service]}
    for place in range(instance.services[told.service].least):
        clients[f"new{place}"] = replace(
            who, id=f"new{place}", windows=everywhere, needs=needs, mode=EITHER, most_a_day=99,
            most_a_week=999,
        )  # fmt: skip
    return replace(instance, clients=clients)
