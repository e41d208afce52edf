"""Reads about attendance worth a name."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, Sum

from homeward.attendance.models import AttendanceMark, MakeUpOffer, Punch
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose

COUNTING = Actor.of_service("attendance.queries")
State = AttendanceMark.State
CAME = (
    State.PRESENT, State.LATE, State.LEFT_EARLY, State.LATE_AND_LEFT_EARLY, State.MAKEUP,
    State.VIRTUAL_PRESENT,
)  # fmt: skip
MISSED = (State.NO_SHOW, State.EXCUSED, State.CANCELLED_CLIENT, State.CANCELLED_PROGRAM)
NOT_EXPECTED = (State.CANCELLED_PROGRAM,)


@dataclass(frozen=True, slots=True)
class Rate:
    """How a client came in a stretch of time; `expected` leaves out what the program cancelled."""

    came: int
    expected: int
    excused: int
    missed: int
    credited_minutes: int
    planned_minutes: int

    @property
    def percent(self) -> int | None:
        """Sessions kept of sessions expected, rounded down; None when none was expected."""
        return 100 * self.came // self.expected if self.expected else None


def minutes_by_week(
    client_ids: Iterable[UUID], first: date, last: date
) -> dict[UUID, dict[date, int]]:
    """Credited minutes of each client by week, in one query.

    Weeks are seven days counted from `first`; `last` is not included. Every client asked for is
    present; weeks without a minute are left out. The ids were reached in scope by the caller.
    """
    ids = list(client_ids)
    found: dict[UUID, dict[date, int]] = {client_id: {} for client_id in ids}
    rows = (
        AttendanceMark.objects.for_actor(COUNTING, Purpose.OPERATIONS)
        .filter(client_id__in=ids, on__gte=first, on__lt=last, credited_minutes__gt=0)
        .order_by()
        .values("client_id", "on")
        .annotate(minutes=Sum("credited_minutes"))
    )
    for row in rows:
        week = first + timedelta(days=(row["on"] - first).days // 7 * 7)
        weeks = found[row["client_id"]]
        weeks[week] = weeks.get(week, 0) + row["minutes"]
    return found


def attendance_rates(client_ids: Iterable[UUID], first: date, last: date) -> dict[UUID, Rate]:
    """How each client came from `first` until before `last`, in one query; all ids are present."""
    ids = list(client_ids)
    found = dict.fromkeys(ids, Rate(0, 0, 0, 0, 0, 0))
    expected = ~Q(state__in=NOT_EXPECTED)
    rows = (
        AttendanceMark.objects.for_actor(COUNTING, Purpose.OPERATIONS)
        .filter(client_id__in=ids, on__gte=first, on__lt=last)
        .order_by()
        .values("client_id")
        .annotate(
            came=Count("pk", filter=Q(state__in=CAME)),
            expected=Count("pk", filter=expected),
            excused=Count("pk", filter=Q(state__in=[State.EXCUSED, State.CANCELLED_CLIENT])),
            missed=Count("pk", filter=Q(state__in=[State.NO_SHOW, State.REMOVED])),
            credited=Sum("credited_minutes"),
            planned=Sum("session__clinical_minutes", filter=expected),
        )
    )
    for row in rows:
        found[row["client_id"]] = Rate(
            row["came"], row["expected"], row["excused"], row["missed"],
            row["credited"] or 0, row["planned"] or 0,
        )  # fmt: skip
    return found


def marks_for(actor: Actor, session_id: UUID) -> dict[UUID, AttendanceMark]:
    """The marks of a session by seat id, each with its `punches`, in two queries."""
    marks = (
        AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT)
        .filter(session_id=session_id)
        .prefetch_related("punches")
    )
    return {mark.seat_id: mark for mark in marks}


def offers_for_missed(actor: Actor, marks: Iterable[AttendanceMark]) -> dict[UUID, MakeUpOffer]:
    """The waiting offers that make up for missed seats, by seat; no read where none is missed."""
    missed = [mark.seat_id for mark in marks if mark.state in MISSED]
    if not missed:
        return {}
    offers = MakeUpOffer.objects.for_actor(actor, Purpose.TREATMENT)
    rows = offers.filter(makes_up__in=missed, answered_at=None).select_related("session")
    return {row.makes_up_id: row for row in rows}


def marks_on(actor: Actor, day: date) -> dict[UUID, AttendanceMark]:
    """The marks of a day within reach, by seat id."""
    marks = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT).filter(on=day)
    return {mark.seat_id: mark for mark in marks}


def marks_of_client(actor: Actor, client_id: UUID, first: date, last: date) -> list[AttendanceMark]:
    """A client's marks from `first` until before `last`, the newest first, with their session."""
    marks = AttendanceMark.objects.for_actor(actor, Purpose.TREATMENT)
    return list(
        marks.filter(client_id=client_id, on__gte=first, on__lt=last)
        .select_related("session__topic", "session__room")
        .order_by("-session__starts_at")
    )


def stays_of(mark: AttendanceMark) -> list[Punch]:
    """The punches of a mark in order, retracted ones left out."""
    rows: list[Any] = [row for row in mark.punches.all() if row.out_at != row.in_at]
    return sorted(rows, key=lambda row: row.in_at)
