"""A group somebody could not join: every group there is, and every one that could be opened."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from homeward.timetable.solver.explaining.tally import Tally, Way
from homeward.timetable.solver.explaining.unplaced import Offer
from homeward.timetable.solver.instance import EITHER, IN_PERSON, TELEHEALTH, Client, Service
from homeward.timetable.solver.placing import moves
from homeward.timetable.solver.placing.blocker import PROGRAM, Blocker
from homeward.timetable.solver.placing.for_client import of_client, of_program, of_week
from homeward.timetable.solver.placing.for_rooms import free_room
from homeward.timetable.solver.placing.for_staff import of_staff
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.propagating import together
from homeward.timetable.solver.propagating.finding import Start

NO_LEADER = Blocker("no_leader_free", PROGRAM)
NO_ROOM = Blocker("no_room_free", PROGRAM)
TOO_FEW = Blocker("too_few_people", PROGRAM)
Times = tuple[tuple[int, ...], int]


@dataclass(slots=True)
class Others:
    """Who else still lacks a group, and when they could come: asked once for each class."""

    placing: Placing
    known: dict[together.Class, Mapping[Start, list[str]]] = field(default_factory=dict)
    joinable: dict[tuple[str, Times], list[str]] | None = None

    def at(self, group: together.Class, times: Start) -> list[str]:
        """Everybody of a class who lacks it and could come at these times."""
        if group not in self.known:
            found: dict[Start, list[str]] = defaultdict(list)
            members = together.classes(self.placing.instance).get(group, [])
            for id_ in members:
                if self.placing.missing(id_, group.service) >= group.meetings:
                    for each in together.own_times(self.placing, group, id_):
                        found[each].append(id_)
            self.known[group] = found
        return self.known[group].get(times, [])

    def groups_at(self, service: str, times: Times) -> list[str]:
        """The groups of a service that meet then."""
        if self.joinable is None:
            self.joinable = defaultdict(list)
            for id_, group in sorted(self.placing.groups.items()):
                days = tuple(sorted(each.day for each in group.meetings))
                start = group.meetings[0].start if group.meetings else 0
                self.joinable[group.service, (days, start)].append(id_)
        return self.joinable.get((service, times), [])


def look(placing: Placing, client: Client, service: Service, tally: Tally, others: Others) -> None:
    """Try every set of days and start of the open days."""
    group = together.class_of(client, service)
    modes = (IN_PERSON, TELEHEALTH) if client.mode == EITHER else (client.mode,)
    for days in together.patterns(placing.instance, group, service):
        if not all(placing.ground.open[day] for day in days):
            continue
        for start in range(placing.instance.grid.slots_a_day - service.slots + 1):
            tally.add(_ways(placing, client, group, (days, start), modes, others))


def _ways(
    placing: Placing,
    client: Client,
    group: together.Class,
    times: Times,
    modes: tuple[str, ...],
    others: Others,
) -> Iterator[Way]:
    days, start = times
    for id_ in others.groups_at(group.service, times):
        there = placing.groups[id_]
        theirs = (there.phase, there.language, there.population)
        if theirs == (group.phase, group.language, group.population):
            by_day = moves.of_seat_by_day(placing, client.id, id_)
            yield _way(by_day, Offer(days, start, there.mode, there.staff, id_))
    for mode in modes:
        yield _opened(placing, client, group, Start(days, start, mode), others)


def _opened(
    placing: Placing, client: Client, group: together.Class, times: Start, others: Others
) -> Way:
    """A group of those who still lack it: what stands against it, and who would lead."""
    service = placing.instance.services[group.service]
    found = of_week(placing, client.id, service, len(times.days))
    by_day = [
        of_program(placing, service, day, times.start, times.mode)
        | of_client(placing, client.id, service, day, times.start, times.mode)
        for day in times.days
    ]
    there = _company(placing, client, others.at(group, times))
    if len(there) + 1 < service.least:
        found.add(TOO_FEW)
    leader = _leader(placing, group, times, (client.id, *there[: service.least - 1]))
    if not leader:
        found.add(NO_LEADER)
    if times.mode == IN_PERSON and not all(
        free_room(placing, service, day, times.start, service.least) for day in times.days
    ):
        found.add(NO_ROOM)
    return _way([found, *by_day], Offer(times.days, times.start, times.mode, leader, ""))


def _way(by_day: list[set[Blocker]], offer: Offer) -> Way:
    return Way(frozenset().union(*by_day), sum(len(each) for each in by_day), offer)


def _company(placing: Placing, client: Client, others: list[str]) -> list[str]:
    """Those who could open a group with the client, nobody kept from anybody in it."""
    chosen: list[str] = []
    for other in others:
        apart = placing.ground.apart.get(other, frozenset())
        if other != client.id and apart.isdisjoint((client.id, *chosen)):
            chosen.append(other)
    return chosen


def _leader(placing: Placing, group: together.Class, times: Start, members: tuple[str, ...]) -> str:
    """Somebody who could lead it; empty where nobody is free."""
    service = placing.instance.services[group.service]
    for person in together.leaders_of(placing, group):
        meetings = [(day, times.start) for day in times.days]
        if of_staff(placing, person, service, meetings):
            continue
        if all(placing.ground.may_meet(person, member) for member in members):
            return person
    return ""
