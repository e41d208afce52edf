"""Staff and clients of an instance, from plain JSON."""

from collections.abc import Mapping

from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput
from homeward.timetable.solver.instance import (
    EITHER,
    IN_PERSON,
    TELEHEALTH,
    Client,
    Grid,
    Person,
    Service,
)
from homeward.timetable.solver.reading_parts import count, windows_of, yes_or_no


def person_of(value: object, path: str, services: Mapping[str, Service], grid: Grid) -> Person:
    """One of the staff."""
    entry = shape.an_object(
        value,
        path,
        needs=("id", "skills", "langs", "pops", "avail", "max_day", "max_week", "target_week"),
    )
    return Person(
        id=shape.a_text(entry["id"], f"{path}.id"),
        skills=frozenset(_services(entry["skills"], f"{path}.skills", services)),
        languages=frozenset(shape.texts(entry["langs"], f"{path}.langs", least=0)),
        populations=frozenset(shape.texts(entry["pops"], f"{path}.pops", least=0)),
        windows=windows_of(entry["avail"], f"{path}.avail", grid),
        most_a_day=count(entry["max_day"], f"{path}.max_day"),
        most_a_week=count(entry["max_week"], f"{path}.max_week"),
        target_week=count(entry["target_week"], f"{path}.target_week"),
        has_naloxone=yes_or_no(entry.get("naloxone", False), f"{path}.naloxone"),
        credential_ends=_day_or_none(entry.get("credential_ends"), f"{path}.credential_ends", grid),
        barred=frozenset(_services(entry.get("barred", []), f"{path}.barred", services)),
    )


def client_of(
    value: object,
    path: str,
    services: Mapping[str, Service],
    staff: Mapping[str, Person],
    grid: Grid,
) -> Client:
    """One client."""
    entry = shape.an_object(
        value,
        path,
        needs=(
            "id", "phase", "lang", "pop", "mode", "pref_mode", "avail", "pref", "needs",
            "assigned", "min_days", "max_day", "auth_min", "auth_max",
        ),
    )  # fmt: skip
    return Client(
        id=shape.a_text(entry["id"], f"{path}.id"),
        phase=count(entry["phase"], f"{path}.phase"),
        language=shape.a_text(entry["lang"], f"{path}.lang"),
        population=shape.a_text(entry["pop"], f"{path}.pop"),
        mode=shape.one_of(entry["mode"], f"{path}.mode", (IN_PERSON, TELEHEALTH, EITHER)),
        preferred_mode=shape.one_of(
            entry["pref_mode"], f"{path}.pref_mode", (IN_PERSON, TELEHEALTH, EITHER)
        ),
        windows=windows_of(entry["avail"], f"{path}.avail", grid),
        preferred=windows_of(entry["pref"], f"{path}.pref", grid),
        needs=_needs(entry["needs"], f"{path}.needs", services),
        assigned=_assigned(entry["assigned"], f"{path}.assigned", services, staff),
        min_days=count(entry["min_days"], f"{path}.min_days"),
        most_a_day=count(entry["max_day"], f"{path}.max_day"),
        least_a_week=count(entry["auth_min"], f"{path}.auth_min"),
        most_a_week=count(entry["auth_max"], f"{path}.auth_max"),
    )


def _needs(value: object, path: str, services: Mapping[str, Service]) -> dict[str, int]:
    needs = {}
    for code, number in sorted(shape.an_object(value, path).items()):
        if code not in services:
            raise BadInput(f"{path}.{code}", "no such service")
        needs[code] = count(number, f"{path}.{code}")
    return needs


def _assigned(
    value: object, path: str, services: Mapping[str, Service], staff: Mapping[str, Person]
) -> dict[str, frozenset[str]]:
    assigned = {}
    for code, people in sorted(shape.an_object(value, path).items()):
        where = f"{path}.{code}"
        if code not in services or services[code].is_group:
            raise BadInput(where, "must name a one-to-one service")
        for place, person in enumerate(shape.texts(people, where, least=0)):
            if person not in staff:
                raise BadInput(f"{where}[{place}]", f"no staff {person}")
        assigned[code] = frozenset(people)
    return assigned


def _services(value: object, path: str, services: Mapping[str, Service]) -> tuple[str, ...]:
    codes = shape.texts(value, path, least=0)
    for place, code in enumerate(codes):
        if code not in services:
            raise BadInput(f"{path}[{place}]", f"no service {code}")
    return codes


def _day_or_none(value: object, path: str, grid: Grid) -> int | None:
    return None if value is None else count(value, path, most=len(grid.days))
