"""What already stands in the week and is not planned anew: kinds that no plan asks for, sessions
booked by hand, other sites.

A session of this site and program of a kind that is planned, which has a group or was placed by a
published draft, is planned anew. Everything else keeps its room, its leader and its clients: a plan
takes nothing away that it does not plan.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from homeward.kernel.periods import Period
from homeward.timetable.models import GroupSession, Seat, SessionLeader
from homeward.timetable.seating import every

DRAFTED = "week"  # the origin of a seat that a published draft gave
WEEK = timedelta(days=7)


@dataclass(slots=True)
class Commitments:
    """Periods that are taken, by worker, room and client."""

    workers: dict[UUID, list[Period]] = field(default_factory=lambda: defaultdict(list))
    rooms: dict[UUID, list[Period]] = field(default_factory=lambda: defaultdict(list))
    clients: dict[UUID, list[Period]] = field(default_factory=lambda: defaultdict(list))


def planned_anew(
    program_id: UUID, site_id: UUID, monday: date, kinds: Collection[str]
) -> set[UUID]:
    """The live sessions of a week that a plan of these kinds replaces; two queries."""
    sessions = GroupSession.objects.live().filter(
        program_id=program_id, site_id=site_id, on__gte=monday, on__lt=monday + WEEK,
        session_type__code__in=kinds,
    )  # fmt: skip
    with_group = set(sessions.filter(group__isnull=False).values_list("pk", flat=True))
    drafted = every(Seat).filter(
        session__program_id=program_id, session__site_id=site_id, session__group=None,
        session__on__gte=monday, session__on__lt=monday + WEEK,
        session__session_type__code__in=kinds, released_at=None, origin=DRAFTED,
    )  # fmt: skip
    return with_group | set(drafted.values_list("session_id", flat=True))


def commitments_of(monday: date, anew: set[UUID], workers: list[UUID]) -> Commitments:
    """What stands beside the sessions planned anew; three queries."""
    found = Commitments()
    span: dict[str, Any] = {"on__gte": monday, "on__lt": monday + WEEK}
    others = GroupSession.objects.live().filter(**span).exclude(pk__in=anew)
    for room_id, starts_at, ends_at in others.filter(room__isnull=False).values_list(
        "room_id", "starts_at", "ends_at"
    ):
        found.rooms[room_id].append(Period(starts_at, ends_at))
    leading = SessionLeader.objects.filter(
        worker__in=workers, is_released=False, session__on__gte=monday,
        session__on__lt=monday + WEEK, session__cancelled_at=None,
    ).exclude(session__in=anew)  # fmt: skip
    for worker_id, starts_at, ends_at in leading.values_list("worker_id", "starts_at", "ends_at"):
        found.workers[worker_id].append(Period(starts_at, ends_at))
    seats = every(Seat).filter(
        released_at=None, session__on__gte=monday, session__on__lt=monday + WEEK,
        session__cancelled_at=None,
    ).exclude(session__in=anew)  # fmt: skip
    for client_id, starts_at, ends_at in seats.values_list("client_id", "starts_at", "ends_at"):
        found.clients[client_id].append(Period(starts_at, ends_at))
    return found
