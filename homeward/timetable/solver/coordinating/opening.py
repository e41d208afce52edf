"""Opening groups: always the time that most people who are still without can make."""

from collections import Counter
from collections.abc import Iterable, Mapping
from types import MappingProxyType

from homeward.timetable.solver.coordinating.leading import leader_for, rooms_for
from homeward.timetable.solver.coordinating.wish import Kind, Wish
from homeward.timetable.solver.instance import IN_PERSON, Instance
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.schedule import Group, Meeting

NOBODY: Mapping[str, float] = MappingProxyType({})


def open_one(
    placing: Placing,
    wish: Wish,
    asked: Counter[str],
    reach: Counter[str],
    first: Mapping[str, float] = NOBODY,
) -> list[str]:
    """Open a group for a wish with those of its people who have fewest other times.

    `first` ranks them before that, the lowest first. Answers who sits in it; nobody where leader,
    room or enough people are missing.
    """
    ranked = sorted(wish.members, key=lambda client: (first.get(client, 0), reach[client], client))
    rooms, size = rooms_for(placing, wish, wish.size)
    members = choose(placing, wish, ranked, size) if rooms else []
    if len(members) < wish.service.least:
        return []
    leader = leader_for(placing, wish, members, asked)
    if not leader:
        return []
    kind = wish.kind
    placing.open_group(
        Group(
            id=new_id(placing), service=kind.service, phase=kind.phase, language=kind.language,
            population=kind.population, mode=wish.mode, staff=leader,
            meetings=tuple(
                Meeting(day, wish.start, room) for day, room in zip(wish.days, rooms, strict=True)
            ),
            members=tuple(sorted(members)),
        )
    )  # fmt: skip
    return members


def choose(placing: Placing, wish: Wish, ranked: Iterable[str], size: int) -> list[str]:
    """The first so many who may sit together, and be on site together."""
    apart = placing.ground.apart
    chosen: list[str] = []
    for client in ranked:
        if len(chosen) == size:
            break
        if apart.get(client, frozenset()).isdisjoint(chosen):
            chosen.append(client)
    return chosen


def new_id(placing: Placing) -> str:
    """An id no group has yet."""
    number = len(placing.groups)
    while f"G{number:03}" in placing.groups:
        number += 1
    return f"G{number:03}"


def reach_of(wishes: Iterable[Wish]) -> Counter[str]:
    """How many of the wishes each client is among."""
    return Counter(client for wish in wishes for client in wish.members)


def modes_of(instance: Instance, client: str) -> tuple[str, ...]:
    """The ways a client may meet, the one they prefer first."""
    who = instance.clients[client]
    both = [way for way in (IN_PERSON, "telehealth") if who.mode in (way, "either")]
    return tuple(sorted(both, key=lambda way: (way != who.preferred_mode, way)))


def kind_of(instance: Instance, client: str, service: str) -> Kind:
    """The kind of group a client's need asks for."""
    who = instance.clients[client]
    if instance.services[service].is_series:
        return Kind(service, who.phase, who.language, who.population, who.needs[service])
    return Kind(service, who.phase, who.language, "mixed", 1)
