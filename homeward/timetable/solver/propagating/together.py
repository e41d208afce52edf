"""When enough people who may sit together could come, and somebody could lead them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from homeward.kernel.reasons import Reason
from homeward.timetable.solver.instance import MIXED, Client, Instance, Service
from homeward.timetable.solver.placing import bits, starts
from homeward.timetable.solver.placing.state import Placing
from homeward.timetable.solver.propagating.finding import SmallClass, Start, reason
from homeward.timetable.solver.propagating.ways import modes_of, windows_hold


@dataclass(frozen=True, slots=True, order=True)
class Class:
    """Who may sit in one group: all of these must be the same."""

    service: str
    phase: int
    language: str
    population: str
    meetings: int


def class_of(client: Client, service: Service) -> Class:
    """The class a client's need belongs to; other groups than a series take any population."""
    if service.is_series:
        number = client.needs[service.code]
        return Class(service.code, client.phase, client.language, client.population, number)
    return Class(service.code, client.phase, client.language, MIXED, 1)


def classes(instance: Instance) -> dict[Class, list[str]]:
    """Everybody who needs a group, by whom they may sit with."""
    found: dict[Class, list[str]] = defaultdict(list)
    for client in instance.clients.values():
        for code, needed in client.needs.items():
            if needed and instance.services[code].is_group:
                found[class_of(client, instance.services[code])].append(client.id)
    return dict(sorted(found.items()))


def small(instance: Instance, all_classes: Mapping[Class, list[str]]) -> Iterator[SmallClass]:
    """The classes that cannot fill one group."""
    for each, members in all_classes.items():
        least = instance.services[each.service].least
        if len(members) < least:
            yield SmallClass(
                each.service, each.phase, each.language, each.population, each.meetings,
                tuple(members), least,
            )  # fmt: skip


def starts_of_class(
    placing: Placing, group: Class, members: list[str]
) -> dict[str, tuple[Start, ...]]:
    """For each member the times that enough of the class could make with some leader."""
    who: dict[Start, list[str]] = defaultdict(list)
    for client in members:
        for each in own_times(placing, group, client):
            who[each].append(client)
    least = placing.instance.services[group.service].least
    found: dict[str, list[Start]] = {client: [] for client in members}
    for each, there in sorted(who.items()):
        if len(there) >= least and _has_leader(placing, group, each):
            for client in there:
                found[client].append(each)
    return {client: tuple(times) for client, times in found.items()}


def own_times(placing: Placing, group: Class, id_: str) -> Iterator[Start]:
    """The times one member could make, whoever else comes."""
    client, service = placing.instance.clients[id_], placing.instance.services[group.service]
    held = placing.clients[id_].slots
    if held + service.slots * group.meetings > client.most_a_week:
        return
    for mode in modes_of(placing, client, service):
        by_day = [
            starts.of_client(placing, id_, service, day, mode)
            for day in range(len(placing.instance.grid.days))
        ]
        for days in patterns(placing.instance, group, service):
            common = -1
            for day in days:
                common &= by_day[day]
            for start in bits.places(common) if days else ():
                yield Start(days, start, mode)


def reasons(
    placing: Placing, group: Class, client: Client, members: list[str]
) -> tuple[Reason, ...]:
    """Why a member has no time at all."""
    return tuple(_reasons(placing, group, client, members))


def _reasons(
    placing: Placing, group: Class, client: Client, members: list[str]
) -> Iterator[Reason]:
    service = placing.instance.services[group.service]
    if len(members) < service.least:
        text = f"{len(members)} of {service.least}"
        yield reason("class_too_small", ("program", group.service, text))
    if not leaders_of(placing, group):
        yield reason("nobody_leads_it", ("program", group.service, group.language))
    if not patterns(placing.instance, group, service):
        yield reason("no_day_pattern", ("program", group.service, str(group.meetings)))
    if service.slots * group.meetings > client.most_a_week:
        yield reason("authorised_hours", ("client", client.id, str(client.most_a_week)))
    elif not windows_hold(placing, client, service):
        yield reason("windows_too_short", ("client", client.id, str(service.slots)))
    elif not modes_of(placing, client, service):
        yield reason("no_room", ("program", "", "group"))
    elif not any(True for _ in own_times(placing, group, client.id)):
        yield reason("no_pattern_fits_windows", ("client", client.id, str(group.meetings)))
    elif len(members) >= service.least and leaders_of(placing, group):
        yield reason("never_enough_together", ("program", group.service, str(service.least)))


def leaders_of(placing: Placing, group: Class) -> list[str]:
    """Those of the staff who may lead the class."""
    return [
        person
        for person in placing.instance.staff
        if placing.ground.may_lead(person, group.service, group.language, group.population)
    ]


def _has_leader(placing: Placing, group: Class, each: Start) -> bool:
    service = placing.instance.services[group.service]
    return any(
        all(starts.of_staff(placing, person, service, day) >> each.start & 1 for day in each.days)
        and service.slots * len(each.days) <= placing.instance.staff[person].most_a_week
        for person in leaders_of(placing, group)
    )


def patterns(instance: Instance, group: Class, service: Service) -> list[tuple[int, ...]]:
    """The sets of days a group of the class may meet on."""
    if service.is_series:
        return sorted(instance.day_patterns.get(group.meetings, ()))
    return [(day,) for day in range(len(instance.grid.days))]
