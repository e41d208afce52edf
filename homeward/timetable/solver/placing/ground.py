"""What of an instance stays the same while a week is built on it, made quick to ask."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from homeward.timetable.solver.instance import (
    GROUP,
    KEEP_SITE,
    OFFICE,
    Instance,
    Person,
    Room,
    Service,
)
from homeward.timetable.solver.placing import bits


@dataclass(frozen=True, slots=True)
class Ground:
    """Open slots of everybody as bits by day, and the relations between records.

    `staff_open` are their hours until their credential ends.
    `guarded` are the slots in which clients may be on site: enough of the staff are on duty.
    `documenting` are the slots a leader writes in after a meeting of a service.
    """

    instance: Instance
    open: tuple[int, ...]
    lunch: int
    client_open: Mapping[str, tuple[int, ...]]
    client_preferred: Mapping[str, tuple[int, ...]]
    staff_hours: Mapping[str, tuple[int, ...]]
    staff_open: Mapping[str, tuple[int, ...]]
    guarded: tuple[int, ...]
    documenting: Mapping[str, int]
    apart: Mapping[str, frozenset[str]]
    apart_on_site: Mapping[str, tuple[str, ...]]
    room_open: Mapping[str, tuple[int, ...]]
    group_rooms: tuple[Room, ...]
    offices: tuple[Room, ...]

    @classmethod
    def of(cls, instance: Instance) -> "Ground":
        """Look at an instance once."""
        days = len(instance.grid.days)
        whole = bits.span(0, instance.grid.slots_a_day)
        begins, ends = instance.grid.lunch
        hours = {
            id_: bits.of_windows(person.windows, days) for id_, person in instance.staff.items()
        }
        apart, on_site = _apart(instance)
        return cls(
            instance=instance,
            open=_open(instance, days, whole),
            lunch=bits.span(begins, max(0, ends - begins)),
            client_open={
                id_: bits.of_windows(client.windows, days)
                for id_, client in instance.clients.items()
            },
            client_preferred={
                id_: bits.of_windows(client.preferred, days)
                for id_, client in instance.clients.items()
            },
            staff_hours=hours,
            staff_open={
                id_: _until(hours[id_], person.credential_ends)
                for id_, person in instance.staff.items()
            },
            guarded=_guarded(instance, days, whole),
            documenting={
                code: documenting_slots(instance, service)
                for code, service in instance.services.items()
            },
            apart=apart,
            apart_on_site=on_site,
            room_open={
                id_: tuple(whole & ~shut for shut in bits.of_windows(room.closed, days))
                for id_, room in instance.rooms.items()
            },
            group_rooms=_rooms(instance, GROUP),
            offices=_rooms(instance, OFFICE),
        )

    def may_serve(self, person: Person, service: str) -> bool:
        """Whether somebody of the staff has a service and is not barred from it."""
        return service in person.skills and service not in person.barred

    def may_lead(self, staff: str, service: str, language: str, population: str) -> bool:
        """Whether somebody may lead groups of this kind at all."""
        person = self.instance.staff.get(staff)
        return (
            person is not None
            and self.may_serve(person, service)
            and language in person.languages
            and population in person.populations
        )

    def may_meet(self, staff: str, client: str) -> bool:
        """Whether no declared conflict stands between the two."""
        return (staff, client) not in self.instance.conflicts


def documenting_slots(instance: Instance, service: Service) -> int:
    """The whole slots a leader still writes in after a meeting's own slots are over.

    A meeting that is shorter than its slots leaves its spare minutes for writing.
    """
    if not service.is_group or not instance.documentation_minutes:
        return 0
    slot = instance.grid.slot_minutes
    held = service.slots * slot
    minutes = (service.minutes or held) + instance.documentation_minutes - held
    return max(0, -(-minutes // slot))


def _open(instance: Instance, days: int, whole: int) -> tuple[int, ...]:
    shut = bits.of_windows(instance.grid.closures, days)
    return tuple(
        0 if day in instance.grid.closed_days else whole & ~shut[day] for day in range(days)
    )


def _until(days: tuple[int, ...], ends: int | None) -> tuple[int, ...]:
    if ends is None:
        return days
    return tuple(covered if day < ends else 0 for day, covered in enumerate(days))


def _apart(instance: Instance) -> tuple[dict[str, frozenset[str]], dict[str, tuple[str, ...]]]:
    everywhere: dict[str, set[str]] = defaultdict(set)
    on_site: dict[str, set[str]] = defaultdict(set)
    for pair in instance.keep_apart:
        for one, other in ((pair.first, pair.second), (pair.second, pair.first)):
            everywhere[one].add(other)
            if pair.level == KEEP_SITE:
                on_site[one].add(other)
    return (
        {client: frozenset(others) for client, others in everywhere.items()},
        {client: tuple(sorted(others)) for client, others in on_site.items()},
    )


def _guarded(instance: Instance, days: int, whole: int) -> tuple[int, ...]:
    if not instance.on_duty.staff and not instance.on_duty.naloxone:
        return (whole,) * days
    found = []
    presence = [
        (person.has_naloxone, bits.of_windows(person.windows, days))
        for person in instance.staff.values()
    ]
    for day in range(days):
        covered = 0
        for slot in range(instance.grid.slots_a_day):
            here = [trained for trained, open_ in presence if open_[day] >> slot & 1]
            if len(here) >= instance.on_duty.staff and sum(here) >= instance.on_duty.naloxone:
                covered |= 1 << slot
        found.append(covered)
    return tuple(found)


def _rooms(instance: Instance, kind: str) -> tuple[Room, ...]:
    """The rooms of a kind, smallest first."""
    held = (room for room in instance.rooms.values() if room.kind == kind)
    return tuple(sorted(held, key=lambda room: (room.capacity, room.id)))
