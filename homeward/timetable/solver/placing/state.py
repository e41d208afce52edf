"""The state of a week under construction: place, take away, step back."""

from dataclasses import replace

from homeward.timetable.solver.instance import IN_PERSON, Instance
from homeward.timetable.solver.placing.ground import Ground
from homeward.timetable.solver.placing.load import Held, Load
from homeward.timetable.solver.schedule import Group, Meeting, Schedule, Single


class Placing:
    """Who and what is busy when; every change can be stepped back from.

    Nothing is refused here: ask `starts` or `blocking` first. What names a service the instance
    does not have is carried along, busy nowhere. Groups are held by their id, which must be their
    own.
    """

    def __init__(self, instance: Instance, schedule: Schedule | None = None) -> None:
        self.instance = instance
        self.ground = Ground.of(instance)
        days = len(instance.grid.days)
        self.clients = {id_: Load(days) for id_ in instance.clients}
        self.staff = {id_: Load(days) for id_ in instance.staff}
        self.rooms = {id_: Load(days) for id_ in instance.rooms}
        self.groups: dict[str, Group] = {}
        self.singles: dict[Single, None] = {}
        self._trail: list[tuple[str, Group | Single]] = []
        for group in schedule.groups if schedule else ():
            self.open_group(group)
        for single in schedule.singles if schedule else ():
            self.place_single(single)

    def open_group(self, group: Group) -> None:
        """Hold a group with its members."""
        self._hold_group(group)
        self._trail.append(("close", group))

    def close_group(self, id_: str) -> Group:
        """Hold a group no longer; KeyError where there is none."""
        group = self.groups[id_]
        self._release_group(group)
        self._trail.append(("open", group))
        return group

    def seat(self, client: str, id_: str) -> None:
        """Add a member to a group."""
        group = self.close_group(id_)
        self.open_group(replace(group, members=(*group.members, client)))

    def unseat(self, client: str, id_: str) -> None:
        """Take a member out of a group."""
        group = self.close_group(id_)
        self.open_group(
            replace(group, members=tuple(each for each in group.members if each != client))
        )

    def place_single(self, single: Single) -> None:
        """Hold a one-to-one."""
        self._hold_single(single)
        self._trail.append(("remove", single))

    def remove_single(self, single: Single) -> None:
        """Hold a one-to-one no longer; KeyError where it is not held."""
        del self.singles[single]
        self._turn_single(single, is_placed=False)
        self._trail.append(("place", single))

    def mark(self) -> int:
        """A point to step back to."""
        return len(self._trail)

    def step_back(self, mark: int) -> None:
        """Undo everything since a mark."""
        while len(self._trail) > mark:
            way, what = self._trail.pop()
            if isinstance(what, Group):
                (self._hold_group if way == "open" else self._release_group)(what)
            elif way == "place":
                self._hold_single(what)
            else:
                del self.singles[what]
                self._turn_single(what, is_placed=False)

    def missing(self, client: str, service: str) -> int:
        """How many meetings of a service a client still lacks."""
        needed = self.instance.clients[client].needs.get(service, 0)
        return max(0, needed - self.clients[client].count(service))

    def schedule(self) -> Schedule:
        """What is placed now, in an order that does not depend on how it came about."""
        return Schedule(
            tuple(
                replace(
                    group,
                    members=tuple(sorted(group.members)),
                    meetings=tuple(sorted(group.meetings)),
                )
                for _, group in sorted(self.groups.items())
            ),
            tuple(
                sorted(
                    self.singles, key=lambda each: (each.client, each.service, each.day, each.start)
                )
            ),
        )

    def _hold_group(self, group: Group) -> None:
        self.groups[group.id] = group
        self._turn_group(group, is_placed=True)

    def _release_group(self, group: Group) -> None:
        del self.groups[group.id]
        self._turn_group(group, is_placed=False)

    def _turn_group(self, group: Group, *, is_placed: bool) -> None:
        service = self.instance.services.get(group.service)
        if service is None:
            return
        writes = self.ground.documenting[group.service]
        for meeting in group.meetings:
            plain = Held(meeting.start, service.slots, group.service, group.mode, group.id)
            led = replace(plain, is_group=True, writes=writes)
            leader = self.staff.get(group.leader_of(meeting))
            _turn(leader, meeting.day, led, is_placed=is_placed)
            _turn(self._room(group.mode, meeting), meeting.day, plain, is_placed=is_placed)
            for member in dict.fromkeys(group.people_at(meeting)):
                _turn(self.clients.get(member), meeting.day, plain, is_placed=is_placed)

    def _hold_single(self, single: Single) -> None:
        self.singles[single] = None
        self._turn_single(single, is_placed=True)

    def _turn_single(self, single: Single, *, is_placed: bool) -> None:
        service = self.instance.services.get(single.service)
        if service is None:
            return
        held = Held(single.start, service.slots, single.service, single.mode, single.client)
        room = self._room(single.mode, Meeting(single.day, single.start, single.room))
        for load in (self.clients.get(single.client), self.staff.get(single.staff), room):
            _turn(load, single.day, held, is_placed=is_placed)

    def _room(self, mode: str, meeting: Meeting) -> Load | None:
        return self.rooms.get(meeting.room) if mode == IN_PERSON else None


def _turn(load: Load | None, day: int, held: Held, *, is_placed: bool) -> None:
    if load is None or not 0 <= day < len(load.busy) or held.begins < 0:
        return
    if is_placed:
        load.add(day, held)
    else:
        load.drop(day, held)
