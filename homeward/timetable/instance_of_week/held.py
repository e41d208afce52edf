"""The sessions of a week as they stand: who leads each, if anybody does yet, and who sits there.

One reading for the plan, which can only count on what is led, and for whoever was told of a
session, led or not.
"""

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import QuerySet

from homeward.timetable.instance_of_week.clock import DAYS
from homeward.timetable.models import GroupSession, Seat, SessionLeader
from homeward.timetable.seating import every

BY_HAND = frozenset({"individual", "makeup"})


@dataclass(frozen=True, slots=True)
class Held:
    """One live session; `members` are those asked about, by their seat's number."""

    session: Any
    worker_id: UUID | None
    members: tuple[UUID, ...]


def live_sessions_of(program_id: UUID, site_id: UUID, starts_on: date) -> QuerySet[GroupSession]:
    """Everything that is held in the seven days from `starts_on`, one-to-ones as well."""
    return GroupSession.objects.live().filter(
        program_id=program_id, site_id=site_id, on__gte=starts_on,
        on__lt=starts_on + timedelta(days=DAYS),
    )  # fmt: skip


def held_in(
    program_id: UUID, site_id: UUID, starts_on: date, clients: Collection[UUID]
) -> list[Held]:
    """What is held in a week for some of these clients, in order of time; three queries.

    A talk booked by hand was promised when it was booked, and is left out.
    """
    rows = live_sessions_of(program_id, site_id, starts_on).select_related("session_type", "group")
    sessions = list(rows.order_by("starts_at", "pk"))
    ids = [session.pk for session in sessions]
    # An assistant stands there only where nobody leads.
    leading = SessionLeader.objects.filter(session__in=ids, is_released=False)
    ordered = leading.order_by("is_assistant", "pk").reverse()
    leaders = dict(ordered.values_list("session_id", "worker_id"))
    seated: dict[UUID, list[UUID]] = defaultdict(list)
    by_hand: set[UUID] = set()
    seats = every(Seat).filter(session__in=ids, released_at=None).order_by("number")
    for session_id, client_id, origin in seats.values_list("session_id", "client_id", "origin"):
        if client_id in clients:
            seated[session_id].append(client_id)
        if origin in BY_HAND:
            by_hand.add(session_id)
    return [
        Held(session, leaders.get(session.pk), tuple(seated[session.pk]))
        for session in sessions
        if seated[session.pk] and not (session.group_id is None and session.pk in by_hand)
    ]
