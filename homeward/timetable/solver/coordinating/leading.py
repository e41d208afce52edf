"""Who leads a group and in which rooms: the least loaded who can, the smallest rooms that do."""

from collections import Counter

from homeward.timetable.solver.coordinating.wish import Wish
from homeward.timetable.solver.instance import IN_PERSON, Instance, Room
from homeward.timetable.solver.placing import starts
from homeward.timetable.solver.placing.state import Placing


def own_hours(instance: Instance) -> Counter[str]:
    """The slots of one-to-ones each of the staff will be asked for by their own clients."""
    asked: Counter[str] = Counter()
    for client in instance.clients.values():
        for code, people in client.assigned.items():
            slots = instance.services[code].slots * client.needs.get(code, 0)
            for person in people:
                asked[person] += slots // len(people)
    return asked


def leader_for(placing: Placing, wish: Wish, members: list[str], asked: Counter[str]) -> str:
    """The leader with the lightest week who can take every meeting; empty where nobody can."""
    able = [
        (placing.staff[person].slots + asked[person], person)
        for person in leaders_of(placing, wish)
        if all(placing.ground.may_meet(person, member) for member in members)
        and can_lead(placing, wish, person)
    ]
    return min(able)[1] if able else ""


def leaders_of(placing: Placing, wish: Wish) -> list[str]:
    """Those who have the service, the language and the population."""
    kind = wish.kind
    return [
        person
        for person in placing.instance.staff
        if placing.ground.may_lead(person, kind.service, kind.language, kind.population)
    ]


def can_lead(placing: Placing, wish: Wish, person: str) -> bool:
    """Whether one of the staff is free at every meeting and within the caps of day and week."""
    who = placing.instance.staff[person]
    if placing.staff[person].slots + wish.service.slots * len(wish.days) > who.most_a_week:
        return False
    return all(
        starts.of_staff(placing, person, wish.service, day) >> wish.start & 1 for day in wish.days
    )


def rooms_for(placing: Placing, wish: Wish, size: int) -> tuple[tuple[str, ...], int]:
    """A room for each meeting and the members they hold; no rooms where one is missing.

    On telehealth the rooms are empty and hold everybody.
    """
    if wish.mode != IN_PERSON:
        return ("",) * len(wish.days), size
    found = []
    for day in wish.days:
        room = _room(placing, wish, day, size)
        if room is None:
            return (), 0
        found.append(room)
        size = min(size, room.capacity - 1)
    return tuple(room.id for room in found), size


def _room(placing: Placing, wish: Wish, day: int, size: int) -> Room | None:
    largest = None
    for room in placing.ground.group_rooms:
        if starts.of_room(placing, room.id, wish.service.slots, day) >> wish.start & 1:
            if room.capacity > size:
                return room
            largest = room
    return largest
