"""What happens to a published week: an absence, admissions, a closed room, a half day, a window.

The plain form is that of the timetable format: `now`, `notice_slots` and `events`.
"""

from collections import Counter
from random import Random
from typing import Any

from homeward.timetable.solver.generating.kinds import WORKING_DAYS
from homeward.timetable.solver.instance import GROUP, Client, Instance
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.solver.writing import client_json

ADMISSIONS = 3
NOON = 8  # the first slot of an afternoon


def disruptions(instance: Instance, schedule: Schedule, seed: int) -> dict[str, dict[str, Any]]:
    """Five disruptions by name, the same for the same seed; one that cannot be is left out."""
    # A made-up week must come back the same; its chance guards nothing.
    chance = Random(f"{instance.name} {seed}")  # noqa: S311
    found = {
        "leader_off": _leader_off(instance, schedule, chance),
        "three_admissions": _admissions(instance, chance),
        "room_closed": _room_closed(instance, schedule, chance),
        "half_day_closure": _closure(instance, chance),
        "window_change": _window_change(instance, schedule, chance),
    }
    return {
        name: {"now": {"day": 0, "slot": 0}, "notice_slots": 0, "events": events}
        for name, events in found.items()
        if events
    }


def _leader_off(instance: Instance, schedule: Schedule, chance: Random) -> list[dict[str, Any]]:
    """One of the staff with an ordinary load is away all week."""
    led = Counter(group.staff for group in schedule.groups)
    leaders = [staff for staff, _ in sorted(led.items(), key=lambda each: (-each[1], each[0]))]
    if not leaders:
        return []
    away = chance.choice(leaders[: max(1, len(leaders) // 2)])
    return [{"kind": "staff_away", "staff": away, "windows": _whole_week(instance)}]


def _admissions(instance: Instance, chance: Random) -> list[dict[str, Any]]:
    """Three people much like three who are there, so that their needs are ordinary."""
    names = sorted(instance.clients)
    if not names:
        return []
    likes = [instance.clients[chance.choice(names)] for _ in range(ADMISSIONS)]
    return [
        {"kind": "admit", "client": {**client_json(each), "id": f"N{place:03}"}}
        for place, each in enumerate(likes)
    ]


def _room_closed(instance: Instance, schedule: Schedule, chance: Random) -> list[dict[str, Any]]:
    used = {meeting.room for group in schedule.groups for meeting in group.meetings}
    rooms = [room.id for room in instance.rooms.values() if room.kind == GROUP and room.id in used]
    if not rooms:
        return []
    return [{"kind": "room_closed", "room": chance.choice(rooms), "windows": _whole_week(instance)}]


def _closure(instance: Instance, chance: Random) -> list[dict[str, Any]]:
    day = chance.choice(_open_days(instance))
    slots = instance.grid.slots_a_day
    return [{"kind": "closure", "windows": [[day, min(NOON, slots - 1), slots]]}]


def _window_change(instance: Instance, schedule: Schedule, chance: Random) -> list[dict[str, Any]]:
    """Somebody who comes loses the time they could make on their last day."""
    there = sorted({member for group in schedule.groups for member in group.members})
    if not there:
        return []
    client: Client = instance.clients[chance.choice(there)]
    lost = max(window.day for window in client.windows)
    left = [[each.day, each.begins, each.ends] for each in client.windows if each.day != lost]
    return [{"kind": "window_change", "client": client.id, "avail": left}]


def _whole_week(instance: Instance) -> list[list[int]]:
    return [[day, 0, instance.grid.slots_a_day] for day in range(len(instance.grid.days))]


def _open_days(instance: Instance) -> list[int]:
    return [day for day in WORKING_DAYS if day not in instance.grid.closed_days]
