"""A disruption from plain JSON; the first fault is named by its path."""

from typing import Any

from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput
from homeward.timetable.solver.instance import Instance, Window
from homeward.timetable.solver.reading_parts import count, windows_of
from homeward.timetable.solver.reading_people import client_of
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

KINDS = ("staff_away", "room_closed", "closure", "window_change", "admit", "leave")


def disruption_of(document: object, instance: Instance) -> Disruption:
    """Read one disruption of an instance; raises BadInput with the path of the first fault."""
    root = shape.an_object(document, "", needs=("now", "events"), may=("notice_slots",))
    now = shape.an_object(root["now"], "now", needs=("day", "slot"), may=())
    grid = instance.grid
    return Disruption(
        day=count(now["day"], "now.day", most=len(grid.days)),
        slot=count(now["slot"], "now.slot", most=grid.slots_a_day),
        notice_slots=count(root.get("notice_slots", 0), "notice_slots"),
        events=tuple(
            _event(entry, f"events[{place}]", instance)
            for place, entry in enumerate(shape.a_list(root["events"], "events"))
        ),
    )


def _event(value: object, path: str, instance: Instance) -> Event:
    entry = shape.an_object(value, path, needs=("kind",))
    kind = shape.one_of(entry["kind"], f"{path}.kind", KINDS)
    if kind == "staff_away":
        return StaffAway(
            _known(entry, "staff", path, instance.staff), _windows(entry, path, instance)
        )
    if kind == "room_closed":
        return RoomClosed(
            _known(entry, "room", path, instance.rooms), _windows(entry, path, instance)
        )
    if kind == "closure":
        return Closure(_windows(entry, path, instance))
    if kind == "leave":
        return Leave(_known(entry, "client", path, instance.clients))
    if kind == "window_change":
        where = _known(entry, "client", path, instance.clients)
        return WindowChange(where, _windows(entry, path, instance, "avail"))
    shape.an_object(entry, path, needs=("client",))
    client = client_of(
        entry["client"], f"{path}.client", instance.services, instance.staff, instance.grid
    )
    if client.id in instance.clients:
        raise BadInput(f"{path}.client.id", f"there is a client {client.id} already")
    return Admit(client)


def _known(entry: Any, name: str, path: str, known: Any) -> str:
    shape.an_object(entry, path, needs=(name,))
    if entry[name] not in known:
        raise BadInput(f"{path}.{name}", f"no {name} {entry[name]}")
    return str(entry[name])


def _windows(
    entry: Any, path: str, instance: Instance, name: str = "windows"
) -> tuple[Window, ...]:
    shape.an_object(entry, path, needs=(name,))
    return windows_of(entry[name], f"{path}.{name}", instance.grid)
