"""An instance and a schedule as plain JSON, and one spelling of it whatever the order was."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from typing import Any

from homeward.timetable.solver.instance import (
    GROUP,
    SINGLE,
    Client,
    Grid,
    Instance,
    Person,
    Room,
    Service,
    Window,
)
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.solver.schedule import Schedule

__all__ = ["canonical", "client_json", "fingerprint", "instance_json", "schedule_json", "tidy"]


def instance_json(instance: Instance) -> dict[str, Any]:
    """The plain form; reading it again gives the same instance."""
    return {
        "meta": _meta(instance.name, instance.grid),
        "services": {code: _service(each) for code, each in sorted(instance.services.items())},
        "day_patterns": {
            str(number): [list(days) for days in sorted(patterns)]
            for number, patterns in sorted(instance.day_patterns.items())
        },
        "weights": dict(sorted(instance.weights.items())),
        "rooms": [_room(each) for _, each in sorted(instance.rooms.items())],
        "staff": [_person(each) for _, each in sorted(instance.staff.items())],
        "clients": [client_json(each) for _, each in sorted(instance.clients.items())],
        "keep_apart": [
            {"a": pair.first, "b": pair.second, "level": pair.level} for pair in instance.keep_apart
        ],
        "previous": None if instance.previous is None else schedule_json(instance.previous),
        **_product_rules(instance),
    }


def canonical(instance: Instance) -> bytes:
    """One spelling: the same bytes for the same week, in whatever order it was told."""
    ordered = replace(
        instance,
        keep_apart=tuple(
            sorted(
                (
                    replace(
                        pair,
                        first=min(pair.first, pair.second),
                        second=max(pair.first, pair.second),
                    )
                    for pair in instance.keep_apart
                ),
                key=lambda pair: (pair.first, pair.second, pair.level),
            )
        ),
        previous=None if instance.previous is None else tidy(instance.previous),
    )
    return json.dumps(
        instance_json(ordered), ensure_ascii=False, sort_keys=True, separators=(",", ":")
    ).encode()


def fingerprint(instance: Instance) -> str:
    """The SHA-256 of the one spelling, in hexadecimal."""
    return hashlib.sha256(canonical(instance)).hexdigest()


def tidy(schedule: Schedule) -> Schedule:
    """The same schedule in one order: groups by id, members and meetings sorted, one-to-ones."""
    groups = (
        replace(
            each,
            members=tuple(sorted(each.members)),
            meetings=tuple(
                sorted(replace(at, guests=tuple(sorted(at.guests))) for at in each.meetings)
            ),
        )
        for each in schedule.groups
    )
    return Schedule(
        tuple(sorted(groups, key=lambda each: each.id)),
        tuple(
            sorted(
                schedule.singles,
                key=lambda each: (each.client, each.service, each.day, each.start, each.staff),
            )
        ),
    )


def _meta(name: str, grid: Grid) -> dict[str, Any]:
    meta: dict[str, Any] = {
        "name": name,
        "slot_minutes": grid.slot_minutes,
        "day_start": grid.day_start,
        "T": grid.slots_a_day,
        "days": list(grid.days),
        "closed_days": sorted(grid.closed_days),
        "lunch": list(grid.lunch),
        "lunch_max": grid.lunch_max,
        "min_day_soft": grid.min_day_soft,
    }
    if grid.closures:
        meta["closures"] = _windows(grid.closures)
    return meta


def _service(service: Service) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "kind": GROUP if service.is_group else SINGLE,
        "slots": service.slots,
        "unmet": service.unmet,
    }
    if service.is_group:
        entry |= {
            "min": service.least,
            "soft_min": service.soft_least,
            "target": service.target,
            "max": service.most,
            "series": service.is_series,
        }
    if service.minutes:
        entry["minutes"] = service.minutes
    return entry


def _room(room: Room) -> dict[str, Any]:
    entry: dict[str, Any] = {"id": room.id, "kind": room.kind, "capacity": room.capacity}
    return entry | {"closed": _windows(room.closed)} if room.closed else entry


def _person(person: Person) -> dict[str, Any]:
    entry: dict[str, Any] = {
        "id": person.id,
        "skills": sorted(person.skills),
        "langs": sorted(person.languages),
        "pops": sorted(person.populations),
        "avail": _windows(person.windows),
        "max_day": person.most_a_day,
        "max_week": person.most_a_week,
        "target_week": person.target_week,
    }
    if person.has_naloxone:
        entry["naloxone"] = True
    if person.credential_ends is not None:
        entry["credential_ends"] = person.credential_ends
    if person.barred:
        entry["barred"] = sorted(person.barred)
    return entry


def client_json(client: Client) -> dict[str, Any]:
    """One client in the plain form."""
    return {
        "id": client.id,
        "phase": client.phase,
        "lang": client.language,
        "pop": client.population,
        "mode": client.mode,
        "pref_mode": client.preferred_mode,
        "avail": _windows(client.windows),
        "pref": _windows(client.preferred),
        "needs": dict(sorted(client.needs.items())),
        "assigned": {code: sorted(people) for code, people in sorted(client.assigned.items())},
        "min_days": client.min_days,
        "max_day": client.most_a_day,
        "auth_min": client.least_a_week,
        "auth_max": client.most_a_week,
    }


def _windows(windows: Iterable[Window]) -> list[list[int]]:
    return sorted([each.day, each.begins, each.ends] for each in windows)


def _product_rules(instance: Instance) -> dict[str, Any]:
    """The product's own rules; one that is off is left out."""
    found: dict[str, Any] = {}
    if instance.documentation_minutes:
        found["documentation_minutes"] = instance.documentation_minutes
    if instance.most_led_groups_a_day is not None:
        found["most_led_groups_a_day"] = instance.most_led_groups_a_day
    if instance.on_duty.staff or instance.on_duty.naloxone:
        found["on_duty"] = {
            "staff": instance.on_duty.staff,
            "naloxone": instance.on_duty.naloxone,
        }
    if instance.conflicts:
        found["conflicts"] = [
            {"staff": staff, "client": client} for staff, client in sorted(instance.conflicts)
        ]
    return found
