"""One week of one program at one site as an instance, from its records."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from homeward.kernel.periods import Period
from homeward.program.models import Program, SessionType, Site
from homeward.program.queries import closed_days, numbers_for
from homeward.timetable.instance_of_week.clients import Clients
from homeward.timetable.instance_of_week.clock import DAYS, WeekClock
from homeward.timetable.instance_of_week.commitments import commitments_of, planned_anew
from homeward.timetable.instance_of_week.promised import last_published, promised
from homeward.timetable.instance_of_week.staffing import (
    Staffing,
    closed_windows,
    closures_of,
    rooms_of,
)
from homeward.timetable.instance_of_week.terms import (
    GROUP_KINDS,
    SINGLE_KINDS,
    Numbers,
    clock_of,
    grid_of,
    service_of,
    weights,
)
from homeward.timetable.needs import ClientNeed, needs_of
from homeward.timetable.rules.day_patterns import day_patterns
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.reading import instance_of


@dataclass(frozen=True, slots=True)
class WeekInstance:
    """An instance with its plain form, its clock, and why each client needs what they need.

    Clients, staff and rooms are named by the text of their row's id, kinds of session by their
    code: `UUID(id)` leads back. `needs` holds each decision by client id.
    """

    document: dict[str, Any]
    instance: Instance
    clock: WeekClock
    needs: dict[str, dict[str, Any]]


def instance_for(site: Site, program: Program, starts_on: date, now: datetime) -> WeekInstance:
    """The seven days from `starts_on`, as the records stand at `now`.

    The number of queries does not depend on how many clients, staff or sessions there are.
    `previous` is this week where it is published already, otherwise the newest published before.
    """
    numbers = numbers_for(program, starts_on)
    clock = clock_of(numbers, starts_on, site.time_zone)
    closures = closures_of(site, clock)
    staffing = Staffing(site, clock, numbers)
    closed = _closed(program, clock)
    is_open = [day for day in range(DAYS) if day not in closed]
    needs = needs_of(program, site, starts_on, numbers=numbers, held_days=len(is_open))
    wanted = {code for need in needs.values() for code in need.meetings}
    types = [
        kind
        for kind in SessionType.objects.filter(program=program, code__in=wanted).order_by("code")
        if kind.kind in GROUP_KINDS | SINGLE_KINDS
    ]
    services = {kind.code: service_of(kind, numbers) for kind in types}
    anew = planned_anew(program.pk, site.pk, starts_on, services)
    taken = commitments_of(starts_on, anew, staffing.ids)
    staff = staffing.people(types, taken)
    clients = Clients(needs, clock)
    people = clients.people(services, staff, taken.clients, staffing.languages())
    ids = {person["id"] for person in staff}
    shut = closed_windows(
        clock, [Period(row.starts_at, row.ends_at) for row in closures if row.room_id is None]
    )
    before = last_published(program.pk, site.pk, clock)
    name = f"{program.code} {site.code} {starts_on}"
    document: dict[str, Any] = {
        "meta": {**grid_of(numbers, clock, name, closed, shut), "phases": _phases(needs.values())},
        "services": services,
        "day_patterns": _patterns(is_open, clock, numbers),
        "weights": weights(numbers),
        "rooms": rooms_of(site, clock, numbers, taken, closures),
        "staff": staff,
        "clients": people,
        "keep_apart": [
            {"a": str(first), "b": str(second), "level": level}
            for first, second, level in clients.pairs
        ],
        "conflicts": [
            {"staff": str(worker), "client": str(client)}
            for worker, client in clients.conflicts
            if str(worker) in ids
        ],
        "documentation_minutes": int(numbers["documentation_minutes"]),
        "most_led_groups_a_day": int(numbers["led_groups_most_day"]),
        "on_duty": {
            "staff": int(numbers["on_duty_staff"]), "naloxone": int(numbers["on_duty_naloxone"]),
        },
        "previous": promised(
            before, clock, services, {pk: need.phase_class for pk, need in needs.items()}
        ),
    }  # fmt: skip
    why = {str(pk): need.decision.to_json() for pk, need in needs.items()}
    return WeekInstance(document, instance_of(document), clock, why)


def _closed(program: Program, clock: WeekClock) -> list[int]:
    last = clock.starts_on + timedelta(days=DAYS - 1)
    days = closed_days(program, clock.starts_on, last)
    return sorted((day - clock.starts_on).days for day in days)


def _phases(needs: Iterable[ClientNeed]) -> dict[str, dict[str, Any]]:
    """The earliest phase of each class, for whoever shows it."""
    found: dict[str, dict[str, Any]] = {}
    for need in sorted(needs, key=lambda each: each.episode.phase.position):
        phase = need.episode.phase
        own = found.setdefault(
            str(need.phase_class), {"code": phase.code, "name": phase.name, "all": []}
        )
        if phase.code not in own["all"]:
            own["all"].append(phase.code)
    return found


def _patterns(is_open: list[int], clock: WeekClock, numbers: Numbers) -> dict[str, Any]:
    found = day_patterns(is_open, clock.starts_on.weekday(), int(numbers["max_gap_days"]))
    return {str(number): sorted(map(list, days)) for number, days in sorted(found.items())}
