"""Sessions as a day or a week shows them: plain rows, because a board holds hundreds.

Sessions say nothing about clients (`seats_taken` is a count), so no scope is asked for here.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, NamedTuple
from uuid import UUID

from django.db.models import QuerySet, Subquery
from django.db.models.functions import Coalesce

from homeward.program.models import SessionType
from homeward.timetable.models import GroupSession, SessionLeader, TherapyGroup
from homeward.timetable.queries import HELD


class Leader(NamedTuple):
    """Who leads or assists a session."""

    worker_id: UUID
    name: str


@dataclass(frozen=True, slots=True)
class BoardSession:
    """One session with everything a board says of it; `phases` are the colours of its phases."""

    pk: UUID
    name: str
    on: date
    starts_at: datetime
    ends_at: datetime
    capacity: int
    cancelled_at: datetime | None
    cancelled_reason: str
    room_id: UUID | None
    room: str
    kind: SessionType.Kind
    topic: str
    seats_taken: int
    phases: tuple[str, ...]
    leaders: tuple[Leader, ...]


@dataclass(frozen=True, slots=True)
class DaySession:
    """One session with what a day's list says of it; `track` is the code of its track."""

    pk: UUID
    name: str
    starts_at: datetime
    ends_at: datetime
    capacity: int
    room: str
    topic: str
    track: str
    seats_taken: int


def day_sessions(chosen: QuerySet[GroupSession]) -> list[DaySession]:
    """These sessions by time and name, in one query."""
    rows: Any = (
        chosen.annotate(held=Coalesce(Subquery(HELD), 0))
        .order_by("starts_at", "name", "pk")
        .values_list(
            "pk", "name", "starts_at", "ends_at", "capacity", "room__name", "topic__title",
            "group__track__code", "held",
        )
    )  # fmt: skip
    return [
        DaySession(
            pk, name, starts_at, ends_at, capacity, room or "", topic or "", track or "", held
        )
        for pk, name, starts_at, ends_at, capacity, room, topic, track, held in rows
    ]


def board_sessions(program_id: UUID, site_id: UUID, first: date, last: date) -> list[BoardSession]:
    """The sessions of one program and site from a day until before another, by time and name.

    Three queries, however many sessions; leaders come before assistants.
    """
    chosen = GroupSession.objects.filter(
        program_id=program_id, site_id=site_id, on__gte=first, on__lt=last
    )
    rows: list[Any] = list(
        chosen.annotate(held=Coalesce(Subquery(HELD), 0))
        .order_by("starts_at", "name", "pk")
        .values_list(
            "pk", "name", "on", "starts_at", "ends_at", "capacity", "cancelled_at",
            "cancelled_reason", "room_id", "room__name", "session_type__kind", "topic__title",
            "held", "group_id",
        )
    )  # fmt: skip
    kinds = {kind.value: kind for kind in SessionType.Kind}
    colours = _colours({row[-1] for row in rows})
    leaders = _leaders(chosen)
    return [
        BoardSession(
            pk, name, on, starts_at, ends_at, capacity, cancelled_at, reason, room_id, room or "",
            kinds[kind], topic or "", held, colours.get(group_id, ()), leaders.get(pk, ()),
        )
        for (
            pk, name, on, starts_at, ends_at, capacity, cancelled_at, reason, room_id, room,
            kind, topic, held, group_id,
        ) in rows
    ]  # fmt: skip


def _leaders(chosen: QuerySet[GroupSession]) -> dict[UUID, tuple[Leader, ...]]:
    found: dict[UUID, list[Leader]] = defaultdict(list)
    rows: Any = SessionLeader.objects.filter(session__in=chosen, is_released=False)
    for session_id, worker_id, name in rows.order_by("is_assistant", "worker__name").values_list(
        "session_id", "worker_id", "worker__name"
    ):
        found[session_id].append(Leader(worker_id, name))
    return {session_id: tuple(leaders) for session_id, leaders in found.items()}


def _colours(group_ids: set[UUID | None]) -> dict[UUID, tuple[str, ...]]:
    """The colours of each group's phases."""
    found: dict[UUID, tuple[str, ...]] = defaultdict(tuple)
    groups = TherapyGroup.objects.filter(
        pk__in=[each for each in group_ids if each], phases__isnull=False
    )
    for group_id, colour in groups.values_list("pk", "phases__color"):
        found[group_id] += (colour,)
    return found
