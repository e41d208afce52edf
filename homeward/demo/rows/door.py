"""Numbers for the door, somebody waiting there, and somebody who came intoxicated today."""

from datetime import datetime, timedelta

from homeward.admissions.models import Episode
from homeward.attendance.actions import (
    check_in_with_code,
    give_arrival_code,
    mark_attendance,
    take_safety_step,
)
from homeward.attendance.models import ArrivalCode, AttendanceMark
from homeward.core.actors import Actor, actor_of
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.staff.queries import workers_with_role
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.seating import every

DEMO = Actor.of_service("demo")
CAME = 3
AGO = timedelta(minutes=6)


def add_door(now: datetime) -> int:
    """A number for everybody in care; at the group that runs or comes next, a few have arrived."""
    held = set(every(ArrivalCode).filter(ended_at=None).values_list("client_id", flat=True))
    episodes = Episode.objects.for_actor(DEMO, Purpose.OPERATIONS).filter(ended_at=None)
    written = 0
    for episode in episodes.order_by("admitted_at"):
        if episode.client_id not in held:
            give_arrival_code(actor=DEMO, client_id=episode.client_id, now=now)
            written += 1
    session = (
        GroupSession.objects.live()
        .filter(group__isnull=False, closed_at=None, ends_at__gt=now + AGO)
        .filter(starts_at__lt=now + timedelta(hours=3))
        .order_by("starts_at")
        .first()
    )
    return written + (_arrive(session, now) if session else 0)


def _arrive(session: GroupSession, now: datetime) -> int:
    """Some by the device, and the last one not fit for the group."""
    seats = list(
        every(Seat).filter(session=session, released_at=None, mark=None).order_by("number")
    )
    seats = seats[: CAME + 1]
    codes = every(ArrivalCode).filter(
        client_id__in=[seat.client_id for seat in seats], ended_at=None
    )
    code_of = {row.client_id: row.code for row in codes}
    for seat in seats[:CAME]:
        check_in_with_code(
            actor=DEMO, site_id=session.site_id, code=str(code_of[seat.client_id]), by="kiosk",
            now=now,
        )  # fmt: skip
    return CAME + (_not_fit(seats[CAME], now) if len(seats) > CAME else 0)


def _not_fit(seat: Seat, now: datetime) -> int:
    desk = workers_with_role(Role.FRONT_DESK, seat.session.on, site_id=seat.site_id).first()
    if desk is None or desk.account is None:
        return 0
    actor = actor_of(desk.account)
    try:
        mark: AttendanceMark = mark_attendance(
            actor=actor, seat_id=seat.pk, state="present", appears_intoxicated=True, now=now
        )
        take_safety_step(actor=actor, mark_id=mark.pk, step="check", answer="can_wait", now=now)
    except Refusal:  # the group begins too late today for anybody to be at the door
        return 0
    return 3
