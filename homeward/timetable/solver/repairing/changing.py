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
from homeward.timetable.solver.schedule import Schedule


def changed(instance: Instance, published: Schedule, disruption: Disruption) -> Instance:
    """The instance after every event, with the published week as what people were told."""
    horizon = disruption.horizon(instance.grid)
    for event in disruption.events:
        instance = _after(instance, event, horizon)
    return replace(instance, previous=published)


def _after(instance: Instance, event: Event, horizon: int) -> Instance:
    match event:
        case StaffAway(staff, windows):
            person = instance.staff[staff]
            left = _without(instance, person.windows, _later(instance, windows, horizon))
            people = {**instance.staff, staff: replace(person, windows=left)}
            return replace(instance, staff=people)
        case RoomClosed(room, windows):
            shut = (*instance.rooms[room].closed, *_later(instance, windows, horizon))
            rooms = {**instance.rooms, room: replace(instance.rooms[room], closed=shut)}
            return replace(instance, rooms=rooms)
        case Closure(windows):
            shut = (*instance.grid.closures, *_later(instance, windows, horizon))
            return replace(instance, grid=replace(instance.grid, closures=shut))
        case WindowChange(client, windows):
            record = instance.clients[client]
            before = _earlier(instance, record.windows, horizon)
            now = _joined(instance, (*before, *_later(instance, windows, horizon)))
            preferred = _joined(
                instance,
                (
                    *_earlier(instance, record.preferred, horizon),
                    *_later(instance, _both(instance, record.preferred, windows), horizon),
                ),
            )
            record = replace(record, windows=now, preferred=preferred)
            return replace(instance, clients={**instance.clients, client: record})
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
