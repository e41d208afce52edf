"""What was last promised, as a schedule a plan can start from: of planned kinds, led, on the grid.

What people were told is more than that, and is read in `publishing.told_before`.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from homeward.timetable.instance_of_week.clock import WeekClock
from homeward.timetable.instance_of_week.held import Held, held_in
from homeward.timetable.instance_of_week.staffing import MAIN_LANGUAGE
from homeward.timetable.models import Week
from homeward.timetable.windows import PlanningTerms

OLDEST = timedelta(weeks=4)  # a promise older than a month binds nobody
MIXED = PlanningTerms.Population.MIXED.value


def last_published(program_id: UUID, site_id: UUID, clock: WeekClock) -> Week | None:
    """The newest published week up to this one."""
    return (
        Week.objects.filter(
            program_id=program_id, site_id=site_id, published_at__isnull=False,
            starts_on__lte=clock.starts_on, starts_on__gt=clock.starts_on - OLDEST,
        ).order_by("-starts_on").first()
    )  # fmt: skip


def promised(
    week: Week | None, clock: WeekClock, services: Mapping[str, Any], classes: Mapping[UUID, int]
) -> dict[str, Any] | None:
    """The week's live sessions of planned kinds; three queries. None without a published week.

    `classes` are the phase classes of the clients who are planned; nobody else is named.
    """
    if week is None:
        return None
    old = WeekClock(
        week.starts_on, clock.zone, clock.day_starts, clock.day_ends, clock.slot_minutes
    )
    kept = [
        each
        for each in held_in(week.program_id, week.site_id, week.starts_on, classes)
        if each.worker_id is not None
        and each.session.session_type.code in services
        and old.place(each.session.starts_at) is not None
    ]
    return {
        "groups": _groups(kept, old, classes, services),
        "singles": [_single(each, old) for each in kept if each.session.group_id is None],
    }


def _single(held: Held, clock: WeekClock) -> dict[str, Any]:
    session = held.session
    day, slot = clock.place(session.starts_at) or (0, 0)
    return {
        "client": str(held.members[0]),
        "service": session.session_type.code,
        "staff": str(held.worker_id),
        "day": day,
        "start": slot,
        "mode": session.mode,
        "room": _room(session),
    }


def _groups(
    kept: Iterable[Held],
    clock: WeekClock,
    classes: Mapping[UUID, int],
    services: Mapping[str, Any],
) -> list[dict[str, Any]]:
    """Process groups of one start, leader and membership are meetings of one series."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for each in kept:
        session = each.session
        if session.group_id is None:
            continue
        day, slot = clock.place(session.starts_at) or (0, 0)
        members = sorted(map(str, each.members))
        leader, code = str(each.worker_id), session.session_type.code
        alone = None if services[code].get("series") else session.pk
        key = (code, slot, leader, session.mode, tuple(members), alone)
        if key not in found:
            phases = Counter(classes[UUID(member)] for member in members)
            language, population = _lane(session.group)
            found[key] = {
                "id": f"p{len(found) + 1:03}",
                "service": code,
                "phase": min(phases, key=lambda each: (-phases[each], each)),
                "lang": language,
                "pop": population,
                "mode": session.mode,
                "staff": leader,
                "meetings": [],
                "members": members,
            }
        found[key]["meetings"].append({"day": day, "start": slot, "room": _room(session)})
    return list(found.values())


def _lane(group: Any) -> tuple[str, str]:
    """Language and kind of a group; those that were not drafted are held for all in the main one.

    A drafted group's lane is written by `publishing.wanted`: class of phases, language, kind.
    """
    parts = group.cohort.split("-") if group.is_drafted else []
    return (parts[1], parts[2]) if len(parts) == 3 else (MAIN_LANGUAGE, MIXED)


def _room(session: Any) -> str | None:
    return str(session.room_id) if session.room_id else None
