"""The source records behind an unmet need, and the week with some of them out of the way.

A source is a record somebody keeps: one day of a client's hours, one day of a colleague's shift, a
cap, a closed room, the size of a group, an authorization. Another session in the way is none.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from homeward.timetable.solver.explaining.unplaced import NEVER_OFFERED, Unplaced
from homeward.timetable.solver.instance import EITHER, Client, Instance, Person, Room, Window

BY_DAY = frozenset({"client_not_available", "staff_not_working"})
# Cheapest first: what the program decides alone, then colleagues, then the client and the payer.
ORDER = (
    "room_closed", "room_small", "no_room_free", "group_full", "staff_led_groups_full",
    "staff_not_assigned", "staff_not_working", "staff_day_full", "staff_week_full",
    "client_idle_gap", "client_day_full", "client_mode", "client_not_available",
    "client_week_full",
)  # fmt: skip
PLENTY = 999


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """One record; `day` for one that says something of each day."""

    code: str
    kind: str
    ref: str = ""
    day: int | None = None

    def to_json(self) -> dict[str, object]:
        """The plain form."""
        return {"code": self.code, "record": {"kind": self.kind, "id": self.ref}, "day": self.day}


def sources_of(instance: Instance, told: Unplaced) -> list[Source]:
    """The records that stand anywhere in the way of a need, the cheapest to change first."""
    found: set[Source] = set()
    for counted in told.blockers:
        each = counted.blocker
        if each.code in NEVER_OFFERED or each.code not in ORDER:
            continue
        if each.code in BY_DAY:
            days = [day for day in range(len(instance.grid.days))
                    if day not in instance.grid.closed_days]  # fmt: skip
            found |= {Source(each.code, each.kind, each.ref, day) for day in days}
        else:
            found.add(Source(each.code, each.kind, each.ref))
    return sorted(found, key=lambda each: (ORDER.index(each.code), each.ref, each.day or 0))


def without(instance: Instance, told: Unplaced, gone: Iterable[Source]) -> Instance:
    """The instance in which these records do not stand in the way of the need any more."""
    for source in gone:
        instance = _without(instance, told, source)
    return instance


def _without(instance: Instance, told: Unplaced, source: Source) -> Instance:
    if source.kind == "client":
        client = _eased(instance, instance.clients[told.client], source)
        if source.code == "client_idle_gap":
            grid = replace(instance.grid, lunch=(0, instance.grid.slots_a_day),
                           lunch_max=instance.grid.slots_a_day)  # fmt: skip
            instance = replace(instance, grid=grid)
        return replace(instance, clients={**instance.clients, client.id: client})
    if source.code == "staff_led_groups_full":
        return replace(instance, most_led_groups_a_day=None)
    if source.kind == "staff" and source.ref in instance.staff:
        person = _relieved(instance, instance.staff[source.ref], source)
        instance = replace(instance, staff={**instance.staff, person.id: person})
        if source.code == "staff_not_assigned":
            client = instance.clients[told.client]
            own = client.assigned.get(told.service, frozenset()) | {person.id}
            client = replace(client, assigned={**client.assigned, told.service: own})
            instance = replace(instance, clients={**instance.clients, client.id: client})
        return instance
    if source.code == "group_full":
        service = instance.services[told.service]
        larger = replace(service, most=service.most + 1)
        return replace(instance, services={**instance.services, service.code: larger})
    return _with_room(instance, told, source)


def _eased(instance: Instance, client: Client, source: Source) -> Client:
    if source.code == "client_not_available" and source.day is not None:
        whole = Window(source.day, 0, instance.grid.slots_a_day)
        rest = tuple(each for each in client.windows if each.day != source.day)
        return replace(client, windows=tuple(sorted((*rest, whole), key=_order)))
    if source.code == "client_day_full":
        return replace(client, most_a_day=PLENTY)
    if source.code == "client_week_full":
        return replace(client, most_a_week=PLENTY)
    if source.code == "client_mode":
        return replace(client, mode=EITHER)
    return client


def _relieved(instance: Instance, person: Person, source: Source) -> Person:
    if source.code == "staff_not_working" and source.day is not None:
        whole = Window(source.day, 0, instance.grid.slots_a_day)
        rest = tuple(each for each in person.windows if each.day != source.day)
        return replace(person, windows=tuple(sorted((*rest, whole), key=_order)))
    if source.code == "staff_day_full":
        return replace(person, most_a_day=PLENTY)
    if source.code == "staff_week_full":
        return replace(person, most_a_week=PLENTY)
    return person


def _with_room(instance: Instance, told: Unplaced, source: Source) -> Instance:
    rooms = dict(instance.rooms)
    if source.ref in rooms:
        room = rooms[source.ref]
        rooms[room.id] = replace(room, closed=(), capacity=room.capacity + 1)
    else:
        kind = "group" if instance.services[told.service].is_group else "office"
        rooms[f"one more {kind}"] = Room(f"one more {kind}", kind, PLENTY)
    return replace(instance, rooms=rooms)


def _order(window: Window) -> tuple[int, int]:
    return window.day, window.begins
