"""The instance as the events leave it. What lies before the horizon is not changed by any event."""

from collections.abc import Iterable
from dataclasses import replace

from homeward.timetable.solver.instance import Instance, Window
from homeward.timetable.solver.placing import bits
from homeward.timetable.solver.repairing.disruption import (
    Admit,
    Closure,
    Disruption,
    Event,
    Leave,
    RoomClosed,
    StaffAway,
    WindowChange,
)
from homeward.timetable.solver.repairing.standing_in import with_stand_ins
from homeward.timetable.solver.schedule import Schedule


def changed(instance: Instance, published: Schedule, disruption: Disruption) -> Instance:
    """The instance after every event, with the published week as what people were told."""
    ends = Ends(instance, published, disruption.horizon(instance.grid))
    before = instance
    for event in disruption.events:
        instance = _after(instance, event, ends)
    instance = with_stand_ins(before, instance, ends.horizon)
    return replace(instance, previous=published)


class Ends:
    """From when on an event counts: the horizon, or the end of what then runs already.

    A session that begins before the horizon is held whole, with its people and its room.
    """

    def __init__(self, instance: Instance, published: Schedule, horizon: int) -> None:
        self.horizon = horizon
        self._ends: dict[tuple[str, str], int] = {}
        wide = instance.grid.slots_a_day
        for group in published.groups:
            for meeting in group.meetings:
                at = meeting.day * wide + meeting.start
                end = at + instance.services[group.service].slots
                members = [("client", member) for member in group.people_at(meeting)]
                names = [
                    ("staff", group.leader_of(meeting)), ("room", meeting.room), ("all", ""),
                    *members,
                ]  # fmt: skip
                self._note(at, end, names)
        for single in published.singles:
            at = single.day * wide + single.start
            end = at + instance.services[single.service].slots
            names = [("staff", single.staff), ("room", single.room), ("client", single.client)]
            self._note(at, end, [*names, ("all", "")])

    def _note(self, at: int, end: int, names: Iterable[tuple[str, str]]) -> None:
        if at < self.horizon:
            for name in names:
                self._ends[name] = max(end, self._ends.get(name, 0))

    def of(self, kind: str, name: str = "") -> int:
        """The slot of the week from which an event counts for somebody or something."""
        return max(self.horizon, self._ends.get((kind, name), 0))


def _after(instance: Instance, event: Event, ends: Ends) -> Instance:
    match event:
        case StaffAway(staff, windows):
            person = instance.staff[staff]
            away = _later(instance, windows, ends.of("staff", staff))
            left = _without(instance, person.windows, away)
            people = {**instance.staff, staff: replace(person, windows=left)}
            return replace(instance, staff=people)
        case RoomClosed(room, windows):
            shut = (
                *instance.rooms[room].closed,
                *_later(instance, windows, ends.of("room", room)),
            )
            rooms = {**instance.rooms, room: replace(instance.rooms[room], closed=shut)}
            return replace(instance, rooms=rooms)
        case Closure(windows):
            shut = (*instance.grid.closures, *_later(instance, windows, ends.of("all")))
            return replace(instance, grid=replace(instance.grid, closures=shut))
        case WindowChange(client, windows):
            return _with_windows(instance, client, windows, ends.of("client", client))
        case Admit(client):
            return replace(instance, clients={**instance.clients, client.id: client})
        case Leave(client):
            return replace(
                instance,
                clients={id_: each for id_, each in instance.clients.items() if id_ != client},
                keep_apart=tuple(
                    pair for pair in instance.keep_apart if client not in (pair.first, pair.second)
                ),
            )


def _with_windows(
    instance: Instance, client: str, windows: tuple[Window, ...], since: int
) -> Instance:
    record = instance.clients[client]
    both = _both(instance, record.preferred, windows)
    free = (*_earlier(instance, record.windows, since), *_later(instance, windows, since))
    liked = (*_earlier(instance, record.preferred, since), *_later(instance, both, since))
    record = replace(record, windows=_joined(instance, free), preferred=_joined(instance, liked))
    return replace(instance, clients={**instance.clients, client: record})


def _later(instance: Instance, windows: Iterable[Window], horizon: int) -> tuple[Window, ...]:
    """The parts of windows from the horizon on."""
    wide = instance.grid.slots_a_day
    found = []
    for window in windows:
        begins = max(window.begins, horizon - window.day * wide)
        if begins < window.ends:
            found.append(Window(window.day, begins, window.ends))
    return tuple(found)


def _earlier(instance: Instance, windows: Iterable[Window], horizon: int) -> tuple[Window, ...]:
    """The parts of windows before the horizon."""
    wide = instance.grid.slots_a_day
    found = []
    for window in windows:
        ends = min(window.ends, horizon - window.day * wide)
        if window.begins < ends:
            found.append(Window(window.day, window.begins, ends))
    return tuple(found)


def _masks(instance: Instance, windows: Iterable[Window]) -> tuple[int, ...]:
    return bits.of_windows(tuple(windows), len(instance.grid.days))


def _without(
    instance: Instance, windows: Iterable[Window], less: Iterable[Window]
) -> tuple[Window, ...]:
    taken = _masks(instance, less)
    return _windows(
        [free & ~gone for free, gone in zip(_masks(instance, windows), taken, strict=True)]
    )


def _both(
    instance: Instance, windows: Iterable[Window], others: Iterable[Window]
) -> tuple[Window, ...]:
    pairs = zip(_masks(instance, windows), _masks(instance, others), strict=True)
    return _windows([one & other for one, other in pairs])


def _joined(instance: Instance, windows: Iterable[Window]) -> tuple[Window, ...]:
    return _windows(list(_masks(instance, windows)))


def _windows(days: list[int]) -> tuple[Window, ...]:
    """Runs of slots as windows."""
    found = []
    for day, slots in enumerate(days):
        begins = None
        for slot in range(slots.bit_length() + 1):
            is_free = bool(slots >> slot & 1)
            if is_free and begins is None:
                begins = slot
            elif not is_free and begins is not None:
                found.append(Window(day, begins, slot))
                begins = None
    return tuple(found)
