"""What may be chosen for a move: days, times, rooms, colleagues, clients of one draft."""

from collections.abc import Iterable

from django.utils.translation import gettext as _

from homeward.desk.week_plan.ground import Ground
from homeward.timetable.solver.instance import GROUP, OFFICE, Person
from homeward.timetable.solver.schedule import Group

Choices = list[tuple[str, str]]


def days(ground: Ground) -> Choices:
    """Every open day of the week."""
    return [(str(day), ground.times.long_day(day)) for day in ground.times.open_days()]


def starts(ground: Ground, service: str) -> Choices:
    """Every time at which a service of that length ends within the day."""
    found = ground.instance.services.get(service)
    slots = found.slots if found else 1
    last = ground.instance.grid.slots_a_day - slots
    return [(str(slot), ground.times.at(slot)) for slot in range(last + 1)]


def rooms(ground: Ground, *, is_group: bool) -> Choices:
    """Rooms of the kind, by name."""
    kind = GROUP if is_group else OFFICE
    found = [room.id for room in ground.instance.rooms.values() if room.kind == kind]
    return _named(found, ground.labels.names.room)


def leaders(ground: Ground, service: str) -> Choices:
    """Colleagues who may hold the service, by name."""
    found = [each.id for each in ground.instance.staff.values() if service in each.skills]
    return _named(found, ground.labels.names.staff)


def own_colleagues(ground: Ground, client: str, service: str) -> Choices:
    """Those assigned to the client for a one-to-one."""
    found = ground.instance.clients.get(client)
    assigned = found.assigned.get(service, frozenset()) if found else frozenset()
    return _named(assigned, ground.labels.names.staff)


def members(ground: Ground, group: Group) -> Choices:
    """Who sits in a group."""
    return _named(group.members, ground.labels.names.client)


def joiners(ground: Ground, group: Group) -> Choices:
    """Clients of the group's phase and language who do not sit in it and need its service."""
    found = [
        each.id
        for each in ground.instance.clients.values()
        if each.phase == group.phase
        and each.language == group.language
        and each.id not in group.members
        and each.needs.get(group.service)
    ]
    return _named(found, ground.labels.names.client)


def clients(ground: Ground, service: str = "") -> Choices:
    """Everybody who needs the service, by name."""
    found = [
        each.id
        for each in ground.instance.clients.values()
        if not service or each.needs.get(service)
    ]
    return _named(found, ground.labels.names.client)


def services(ground: Ground, *, is_group: bool) -> Choices:
    """Kinds of session."""
    found = [each.code for each in ground.instance.services.values() if each.is_group == is_group]
    return _named(found, ground.labels.names.service)


def phases(ground: Ground) -> Choices:
    """The phases somebody of this week is in."""
    found = sorted({each.phase for each in ground.instance.clients.values()})
    return [(str(number), ground.labels.phase(number)) for number in found]


def modes() -> Choices:
    """How people meet."""
    return [("in_person", _("in person")), ("telehealth", _("by telehealth"))]


def works_for(person: Person, service: str) -> bool:
    """Whether a colleague may hold a service."""
    return service in person.skills and service not in person.barred


def keeping(choices: Choices, words: str) -> Choices:
    """The same with a first line that changes nothing."""
    return [("", words), *choices]


def _named(ids: Iterable[str], name: object) -> Choices:
    return sorted(((each, str(name(each))) for each in ids), key=lambda pair: pair[1])  # type: ignore[operator]
