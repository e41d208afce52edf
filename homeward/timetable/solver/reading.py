"""An instance and a schedule from plain JSON; the first fault is named by its path."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput
from homeward.timetable.solver.instance import (
    GROUP,
    KEEP_GROUP,
    KEEP_SITE,
    OFFICE,
    SINGLE,
    Client,
    Grid,
    Instance,
    KeepApart,
    OnDuty,
    Person,
    Room,
    Service,
)
from homeward.timetable.solver.reading_parts import count, needed, windows_of, yes_or_no
from homeward.timetable.solver.reading_people import client_of, person_of
from homeward.timetable.solver.reading_schedule import schedule_of

WEIGHTS = (
    "shortfall", "change", "change_staff", "pref", "mode", "extra_day", "short_day", "lunch",
    "open_meeting", "under", "over", "overload",
)  # fmt: skip
MOST_SLOTS_A_DAY = 288
T = TypeVar("T")


def instance_of(document: object) -> Instance:
    """Read one instance; raises BadInput with the path of the first fault.

    Keys that the format does not name are left alone.
    """
    root = shape.an_object(
        document,
        "",
        needs=("meta", "services", "day_patterns", "weights", "rooms", "staff", "clients"),
    )
    grid = _grid(root["meta"], "meta")
    services = {
        code: _service(code, entry, f"services.{code}")
        for code, entry in sorted(shape.an_object(root["services"], "services").items())
    }
    staff = _by_id(
        root["staff"], "staff", lambda entry, path: person_of(entry, path, services, grid)
    )
    clients = _by_id(
        root["clients"],
        "clients",
        lambda entry, path: client_of(entry, path, services, staff, grid),
    )
    previous = root.get("previous")
    return Instance(
        name=str(root["meta"].get("name", "")),
        grid=grid,
        services=services,
        rooms=_by_id(root["rooms"], "rooms", lambda entry, path: _room(entry, path, grid)),
        staff=staff,
        clients=clients,
        keep_apart=_keep_apart(root.get("keep_apart") or [], clients),
        day_patterns=_patterns(root["day_patterns"], grid),
        weights=_weights(root["weights"]),
        previous=None if previous is None else schedule_of(previous, "previous"),
        documentation_minutes=count(root.get("documentation_minutes", 0), "documentation_minutes"),
        most_led_groups_a_day=_count_or_none(root, "most_led_groups_a_day"),
        on_duty=_on_duty(root.get("on_duty") or {}),
        conflicts=_conflicts(root.get("conflicts") or [], staff, clients),
    )


def _grid(value: object, path: str) -> Grid:
    meta = shape.an_object(value, path, needs=("T", "days"))
    slots = count(meta["T"], f"{path}.T", least=1, most=MOST_SLOTS_A_DAY)
    days = shape.texts(meta["days"], f"{path}.days")
    closed = frozenset(
        count(day, f"{path}.closed_days[{place}]", most=len(days) - 1)
        for place, day in enumerate(
            shape.a_list(meta.get("closed_days", []), f"{path}.closed_days")
        )
    )
    lunch = shape.a_list(meta.get("lunch", [0, 0]), f"{path}.lunch")
    if len(lunch) != 2:
        raise BadInput(f"{path}.lunch", "must be [from, to)")
    begins, ends = (
        count(each, f"{path}.lunch[{place}]", most=slots) for place, each in enumerate(lunch)
    )
    grid = Grid(
        days=days,
        slots_a_day=slots,
        slot_minutes=count(meta.get("slot_minutes", 30), f"{path}.slot_minutes", least=1),
        day_start=str(meta.get("day_start", "08:00")),
        closed_days=closed,
        lunch=(begins, ends),
        lunch_max=count(meta.get("lunch_max", 0), f"{path}.lunch_max"),
        min_day_soft=count(meta.get("min_day_soft", 0), f"{path}.min_day_soft"),
    )
    closures = windows_of(meta.get("closures", []), f"{path}.closures", grid)
    return replace(grid, closures=closures)


def _service(code: str, value: object, path: str) -> Service:
    entry = shape.an_object(value, path, needs=("kind", "slots", "unmet"))
    kind = shape.one_of(entry["kind"], f"{path}.kind", (GROUP, SINGLE))
    slots = count(entry["slots"], f"{path}.slots", least=1)
    unmet = count(entry["unmet"], f"{path}.unmet")
    minutes = count(entry.get("minutes", 0), f"{path}.minutes")
    if kind == SINGLE:
        return Service(code, is_group=False, slots=slots, unmet=unmet, minutes=minutes)
    sizes = {
        name: count(needed(entry, name, path), f"{path}.{name}", least=1)
        for name in ("min", "soft_min", "target", "max")
    }
    if not sizes["min"] <= sizes["soft_min"] <= sizes["target"] <= sizes["max"]:
        raise BadInput(path, "needs min <= soft_min <= target <= max")
    return Service(
        code,
        is_group=True,
        slots=slots,
        unmet=unmet,
        least=sizes["min"],
        soft_least=sizes["soft_min"],
        target=sizes["target"],
        most=sizes["max"],
        is_series=yes_or_no(needed(entry, "series", path), f"{path}.series"),
        minutes=minutes,
    )


def _room(value: object, path: str, grid: Grid) -> Room:
    entry = shape.an_object(value, path, needs=("id", "kind", "capacity"))
    return Room(
        shape.a_text(entry["id"], f"{path}.id"),
        shape.one_of(entry["kind"], f"{path}.kind", (GROUP, OFFICE)),
        count(entry["capacity"], f"{path}.capacity", least=1),
        windows_of(entry.get("closed", []), f"{path}.closed", grid),
    )


def _keep_apart(value: object, clients: Mapping[str, Client]) -> tuple[KeepApart, ...]:
    found = []
    for place, entry in enumerate(shape.a_list(value, "keep_apart")):
        path = f"keep_apart[{place}]"
        pair = shape.an_object(entry, path, needs=("a", "b", "level"))
        for name in ("a", "b"):
            if pair[name] not in clients:
                raise BadInput(f"{path}.{name}", f"no client {pair[name]}")
        if pair["a"] == pair["b"]:
            raise BadInput(f"{path}.b", "must be another client")
        level = shape.one_of(pair["level"], f"{path}.level", (KEEP_GROUP, KEEP_SITE))
        found.append(KeepApart(pair["a"], pair["b"], level))
    return tuple(found)


def _on_duty(value: object) -> OnDuty:
    entry = shape.an_object(value, "on_duty")
    return OnDuty(
        **{name: count(entry.get(name, 0), f"on_duty.{name}") for name in ("staff", "naloxone")}
    )


def _conflicts(
    value: object, staff: Mapping[str, Person], clients: Mapping[str, Client]
) -> frozenset[tuple[str, str]]:
    found = []
    for place, entry in enumerate(shape.a_list(value, "conflicts")):
        path = f"conflicts[{place}]"
        pair = shape.an_object(entry, path, needs=("staff", "client"))
        for name, known in (("staff", staff), ("client", clients)):
            if pair[name] not in known:
                raise BadInput(f"{path}.{name}", f"no {name} {pair[name]}")
        found.append((pair["staff"], pair["client"]))
    return frozenset(found)


def _count_or_none(root: Mapping[str, Any], name: str) -> int | None:
    return None if root.get(name) is None else count(root[name], name)


def _patterns(value: object, grid: Grid) -> dict[int, frozenset[tuple[int, ...]]]:
    found = {}
    for number, patterns in shape.an_object(value, "day_patterns").items():
        path = f"day_patterns.{number}"
        if not number.isdigit():
            raise BadInput(path, "must be a number of meetings")
        days = []
        for place, pattern in enumerate(shape.a_list(patterns, path)):
            where = f"{path}[{place}]"
            each = tuple(
                count(day, f"{where}[{at}]", most=len(grid.days) - 1)
                for at, day in enumerate(shape.a_list(pattern, where))
            )
            if len(set(each)) != int(number):
                raise BadInput(where, f"must name {number} different days")
            days.append(tuple(sorted(each)))
        found[int(number)] = frozenset(days)
    return found


def _weights(value: object) -> dict[str, int]:
    entry = shape.an_object(value, "weights", needs=WEIGHTS)
    return {name: count(entry[name], f"weights.{name}") for name in WEIGHTS}


def _by_id(value: object, path: str, read: Callable[[object, str], T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for place, entry in enumerate(shape.a_list(value, path)):
        each: Any = read(entry, f"{path}[{place}]")
        if each.id in found:
            raise BadInput(f"{path}[{place}].id", f"{each.id} is there twice")
        found[each.id] = each
    return dict(sorted(found.items()))
