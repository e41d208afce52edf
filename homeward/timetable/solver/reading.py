"""An instance and a schedule from plain JSON; the first fault is named by its path."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput
from homeward.timetable.solver.instance import (
    EITHER,
    GROUP,
    IN_PERSON,
    KEEP_GROUP,
    KEEP_SITE,
    OFFICE,
    SINGLE,
    TELEHEALTH,
    Client,
    Grid,
    Instance,
    KeepApart,
    Person,
    Room,
    Service,
    Window,
)
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
    staff = _by_id(root["staff"], "staff", lambda entry, path: _person(entry, path, services, grid))
    clients = _by_id(
        root["clients"], "clients", lambda entry, path: _client(entry, path, services, staff, grid)
    )
    previous = root.get("previous")
    return Instance(
        name=str(root["meta"].get("name", "")),
        grid=grid,
        services=services,
        rooms=_by_id(root["rooms"], "rooms", _room),
        staff=staff,
        clients=clients,
        keep_apart=_keep_apart(root.get("keep_apart") or [], clients),
        day_patterns=_patterns(root["day_patterns"], grid),
        weights=_weights(root["weights"]),
        previous=None if previous is None else schedule_of(previous, "previous"),
    )


def _grid(value: object, path: str) -> Grid:
    meta = shape.an_object(value, path, needs=("T", "days"))
    slots = _count(meta["T"], f"{path}.T", least=1, most=MOST_SLOTS_A_DAY)
    days = shape.texts(meta["days"], f"{path}.days")
    closed = frozenset(
        _count(day, f"{path}.closed_days[{place}]", most=len(days) - 1)
        for place, day in enumerate(
            shape.a_list(meta.get("closed_days", []), f"{path}.closed_days")
        )
    )
    lunch = shape.a_list(meta.get("lunch", [0, 0]), f"{path}.lunch")
    if len(lunch) != 2:
        raise BadInput(f"{path}.lunch", "must be [from, to)")
    begins, ends = (
        _count(each, f"{path}.lunch[{place}]", most=slots) for place, each in enumerate(lunch)
    )
    return Grid(
        days=days,
        slots_a_day=slots,
        slot_minutes=_count(meta.get("slot_minutes", 30), f"{path}.slot_minutes", least=1),
        day_start=str(meta.get("day_start", "08:00")),
        closed_days=closed,
        lunch=(begins, ends),
        lunch_max=_count(meta.get("lunch_max", 0), f"{path}.lunch_max"),
        min_day_soft=_count(meta.get("min_day_soft", 0), f"{path}.min_day_soft"),
    )


def _service(code: str, value: object, path: str) -> Service:
    entry = shape.an_object(value, path, needs=("kind", "slots", "unmet"))
    kind = shape.one_of(entry["kind"], f"{path}.kind", (GROUP, SINGLE))
    slots = _count(entry["slots"], f"{path}.slots", least=1)
    unmet = _count(entry["unmet"], f"{path}.unmet")
    if kind == SINGLE:
        return Service(code, is_group=False, slots=slots, unmet=unmet)
    sizes = {
        name: _count(_needed(entry, name, path), f"{path}.{name}", least=1)
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
        is_series=_yes_or_no(_needed(entry, "series", path), f"{path}.series"),
    )


def _room(value: object, path: str) -> Room:
    entry = shape.an_object(value, path, needs=("id", "kind", "capacity"))
    return Room(
        shape.a_text(entry["id"], f"{path}.id"),
        shape.one_of(entry["kind"], f"{path}.kind", (GROUP, OFFICE)),
        _count(entry["capacity"], f"{path}.capacity", least=1),
    )


def _person(value: object, path: str, services: Mapping[str, Service], grid: Grid) -> Person:
    entry = shape.an_object(
        value,
        path,
        needs=("id", "skills", "langs", "pops", "avail", "max_day", "max_week", "target_week"),
    )
    skills = shape.texts(entry["skills"], f"{path}.skills", least=0)
    for place, code in enumerate(skills):
        if code not in services:
            raise BadInput(f"{path}.skills[{place}]", f"no service {code}")
    return Person(
        id=shape.a_text(entry["id"], f"{path}.id"),
        skills=frozenset(skills),
        languages=frozenset(shape.texts(entry["langs"], f"{path}.langs", least=0)),
        populations=frozenset(shape.texts(entry["pops"], f"{path}.pops", least=0)),
        windows=windows_of(entry["avail"], f"{path}.avail", grid),
        most_a_day=_count(entry["max_day"], f"{path}.max_day"),
        most_a_week=_count(entry["max_week"], f"{path}.max_week"),
        target_week=_count(entry["target_week"], f"{path}.target_week"),
    )


def _client(
    value: object,
    path: str,
    services: Mapping[str, Service],
    staff: Mapping[str, Person],
    grid: Grid,
) -> Client:
    entry = shape.an_object(
        value,
        path,
        needs=(
            "id", "phase", "lang", "pop", "mode", "pref_mode", "avail", "pref", "needs",
            "assigned", "min_days", "max_day", "auth_min", "auth_max",
        ),
    )  # fmt: skip
    needs = {}
    for code, number in sorted(shape.an_object(entry["needs"], f"{path}.needs").items()):
        if code not in services:
            raise BadInput(f"{path}.needs.{code}", "no such service")
        needs[code] = _count(number, f"{path}.needs.{code}")
    assigned = {}
    for code, people in sorted(shape.an_object(entry["assigned"], f"{path}.assigned").items()):
        where = f"{path}.assigned.{code}"
        if code not in services or services[code].is_group:
            raise BadInput(where, "must name a one-to-one service")
        for place, person in enumerate(shape.texts(people, where, least=0)):
            if person not in staff:
                raise BadInput(f"{where}[{place}]", f"no staff {person}")
        assigned[code] = frozenset(people)
    return Client(
        id=shape.a_text(entry["id"], f"{path}.id"),
        phase=_count(entry["phase"], f"{path}.phase"),
        language=shape.a_text(entry["lang"], f"{path}.lang"),
        population=shape.a_text(entry["pop"], f"{path}.pop"),
        mode=shape.one_of(entry["mode"], f"{path}.mode", (IN_PERSON, TELEHEALTH, EITHER)),
        preferred_mode=shape.one_of(
            entry["pref_mode"], f"{path}.pref_mode", (IN_PERSON, TELEHEALTH, EITHER)
        ),
        windows=windows_of(entry["avail"], f"{path}.avail", grid),
        preferred=windows_of(entry["pref"], f"{path}.pref", grid),
        needs=needs,
        assigned=assigned,
        min_days=_count(entry["min_days"], f"{path}.min_days"),
        most_a_day=_count(entry["max_day"], f"{path}.max_day"),
        least_a_week=_count(entry["auth_min"], f"{path}.auth_min"),
        most_a_week=_count(entry["auth_max"], f"{path}.auth_max"),
    )


def windows_of(value: object, path: str, grid: Grid) -> tuple[Window, ...]:
    """A list of `[day, from, to]`, each inside the grid, in order."""
    found = []
    for place, entry in enumerate(shape.a_list(value, path)):
        where = f"{path}[{place}]"
        if not isinstance(entry, list) or len(entry) != 3:
            raise BadInput(where, "must be [day, from, to]")
        day = _count(entry[0], f"{where}[0]", most=len(grid.days) - 1)
        begins = _count(entry[1], f"{where}[1]", most=grid.slots_a_day)
        ends = _count(entry[2], f"{where}[2]", most=grid.slots_a_day)
        if begins >= ends:
            raise BadInput(where, "must end after it begins")
        found.append((day, begins, ends))
    return tuple(Window(*each) for each in sorted(found))


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
                _count(day, f"{where}[{at}]", most=len(grid.days) - 1)
                for at, day in enumerate(shape.a_list(pattern, where))
            )
            if len(set(each)) != int(number):
                raise BadInput(where, f"must name {number} different days")
            days.append(tuple(sorted(each)))
        found[int(number)] = frozenset(days)
    return found


def _weights(value: object) -> dict[str, int]:
    entry = shape.an_object(value, "weights", needs=WEIGHTS)
    return {name: _count(entry[name], f"weights.{name}") for name in WEIGHTS}


def _by_id(value: object, path: str, read: Callable[[object, str], T]) -> dict[str, T]:
    found: dict[str, T] = {}
    for place, entry in enumerate(shape.a_list(value, path)):
        each: Any = read(entry, f"{path}[{place}]")
        if each.id in found:
            raise BadInput(f"{path}[{place}].id", f"{each.id} is there twice")
        found[each.id] = each
    return dict(sorted(found.items()))


def _needed(entry: Mapping[str, Any], name: str, path: str) -> Any:
    if name not in entry:
        raise BadInput(f"{path}.{name}", "is required")
    return entry[name]


def _count(value: object, path: str, *, least: int = 0, most: int = 1_000_000) -> int:
    number = shape.a_whole(value, path)
    if not least <= number <= most:
        raise BadInput(path, f"must be from {least} to {most}")
    return number


def _yes_or_no(value: object, path: str) -> bool:
    if not isinstance(value, bool):
        raise BadInput(path, "must be true or false")
    return value
