"""A schedule as sittings: each meeting of a group, and each talk of two."""

from collections.abc import Iterable
from dataclasses import dataclass

from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single


@dataclass(frozen=True, slots=True, order=True)
class Sitting:
    """People who sit together once. Times are slots of the instance's grid, `ends` not included."""

    day: int
    start: int
    ends: int
    service: str
    key: str
    staff: str
    room: str
    mode: str
    people: tuple[str, ...]
    group: str = ""
    client: str = ""

    @property
    def is_group(self) -> bool:
        """Whether a group meets, not two people."""
        return bool(self.group)


def sittings_of(instance: Instance, schedule: Schedule) -> list[Sitting]:
    """Everything that is placed, in order of time; unknown services have no length and no place."""
    found = [
        _meeting(instance, group, meeting)
        for group in schedule.groups
        if group.service in instance.services
        for meeting in group.meetings
    ]
    found += [
        _talk(instance, single)
        for single in schedule.singles
        if single.service in instance.services
    ]
    return sorted(found)


def group_key(group: str, day: int, start: int) -> str:
    """How a page names one meeting of a group."""
    return f"g.{day}.{start}.{group}"


def single_key(client: str, service: str, day: int, start: int) -> str:
    """How a page names one talk."""
    return f"s.{day}.{start}.{client}.{service}"


def filtered(sittings: Iterable[Sitting], by: str, of: str) -> list[Sitting]:
    """Only those of one room, one colleague or one client."""
    if by == "room":
        return [each for each in sittings if each.room == of]
    if by == "staff":
        return [each for each in sittings if each.staff == of]
    if by == "client":
        return [each for each in sittings if of in each.people]
    return list(sittings)


def _meeting(instance: Instance, group: Group, at: Meeting) -> Sitting:
    return Sitting(
        at.day, at.start, at.start + instance.services[group.service].slots, group.service,
        group_key(group.id, at.day, at.start), group.leader_of(at), at.room, group.mode,
        group.people_at(at), group=group.id,
    )  # fmt: skip


def _talk(instance: Instance, single: Single) -> Sitting:
    return Sitting(
        single.day, single.start, single.start + instance.services[single.service].slots,
        single.service, single_key(single.client, single.service, single.day, single.start),
        single.staff, single.room, single.mode, (single.client,), client=single.client,
    )  # fmt: skip
