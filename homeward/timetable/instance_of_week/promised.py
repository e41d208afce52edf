"""What was last promised, as a schedule of this week: published sessions and who sits there."""

from collections import Counter, defaultdict
from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from homeward.timetable.instance_of_week.clock import DAYS, WeekClock
from homeward.timetable.instance_of_week.staffing import MAIN_LANGUAGE
from homeward.timetable.models import GroupSession, Seat, SessionLeader, Week
from homeward.timetable.seating import every
from homeward.timetable.windows import PlanningTerms

WEEK = timedelta(days=DAYS)
OLDEST = timedelta(weeks=4)  # a promise older than a month binds nobody
MIXED = PlanningTerms.Population.MIXED.value
BY_HAND = frozenset({"individual", "makeup"})


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
    first = week.starts_on
    old = WeekClock(first, clock.zone, clock.day_starts, clock.day_ends, clock.slot_minutes)
    sessions = list(
        GroupSession.objects.live().filter(
            program_id=week.program_id, site_id=week.site_id, on__gte=first, on__lt=first + WEEK,
            session_type__code__in=list(services),
        ).select_related("session_type", "group").order_by("starts_at", "pk")
    )  # fmt: skip
    ids = [session.pk for session in sessions]
    leaders = dict(
        SessionLeader.objects.filter(session__in=ids, is_released=False)
        .order_by("is_assistant", "pk").reverse().values_list("session_id", "worker_id")
    )  # fmt: skip
    seated: dict[UUID, list[str]] = defaultdict(list)
    by_hand: set[UUID] = set()
    rows = every(Seat).filter(session__in=ids, released_at=None).order_by("number")
    for session_id, client_id, origin in rows.values_list("session_id", "client_id", "origin"):
        if client_id in classes:
            seated[session_id].append(str(client_id))
        if origin in BY_HAND:
            by_hand.add(session_id)
    kept = [
        session for session in sessions
        if session.pk in leaders and seated[session.pk]
        and old.place(session.starts_at) is not None
        and not (session.group_id is None and session.pk in by_hand)
    ]  # fmt: skip
    return {
        "groups": _groups(kept, old, leaders, seated, classes, services),
        "singles": [
            _single(session, old, leaders, seated) for session in kept if session.group_id is None
        ],
    }


def _single(session: Any, clock: WeekClock, leaders: Any, seated: Any) -> dict[str, Any]:
    day, slot = clock.place(session.starts_at) or (0, 0)
    return {
        "client": seated[session.pk][0],
        "service": session.session_type.code,
        "staff": str(leaders[session.pk]),
        "day": day,
        "start": slot,
        "mode": session.mode,
        "room": _room(session),
    }


def _groups(
    sessions: list[Any],
    clock: WeekClock,
    leaders: Any,
    seated: Any,
    classes: Mapping[UUID, int],
    services: Mapping[str, Any],
) -> list[dict[str, Any]]:
    """Process groups of one start, leader and membership are meetings of one series."""
    found: dict[tuple[Any, ...], dict[str, Any]] = {}
    for session in sessions:
        if session.group_id is None:
            continue
        day, slot = clock.place(session.starts_at) or (0, 0)
        members = sorted(seated[session.pk])
        leader, code = str(leaders[session.pk]), session.session_type.code
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
