"""The session is over and everyone has a line: minutes become final."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.attendance.facts import RegisterClosed, SessionMissed
from homeward.attendance.models import AttendanceMark
from homeward.attendance.register import end_stay, settle
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for
from homeward.timetable.actions.close_session import close_session
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.permissions import session_at_own_site

State = AttendanceMark.State
CLOSING = Actor.of_service("attendance.closing")
MISSED = frozenset({State.NO_SHOW, State.EXCUSED, State.CANCELLED_CLIENT})


class RosterIncomplete(Refusal):
    """Somebody has no mark yet; `seat_ids` says who."""

    def __init__(self, seat_ids: tuple[UUID, ...]) -> None:
        self.seat_ids = seat_ids
        super().__init__("roster_incomplete")


class SessionHasNotStarted(Refusal):
    """There is nothing to close."""


@action
def close_register(
    *,
    actor: Actor,
    session_id: UUID,
    now: datetime,
    expected_version: int | None = None,
) -> GroupSession:
    """Close the register: open stays end with the session, minutes and states are settled.

    Raises RosterIncomplete, SessionHasNotStarted, and what `close_session` raises.
    """
    session = session_at_own_site(actor, session_id, locked=True)
    if session.starts_at > now:
        raise SessionHasNotStarted
    # The register is complete or it is not, whoever's team the clients are on.
    seats = Seat.objects.for_actor(CLOSING, Purpose.OPERATIONS).filter(
        session=session, released_at=None
    )
    marks = list(
        AttendanceMark.objects.for_actor(CLOSING, Purpose.OPERATIONS)
        .select_for_update(of=("self",))
        .filter(session=session)
        .order_by("pk")
    )
    marked = {mark.seat_id for mark in marks}
    unmarked = tuple(seat.pk for seat in seats if seat.pk not in marked)
    if unmarked:
        raise RosterIncomplete(unmarked)
    session = close_session(
        actor=actor, session_id=session_id, now=now, expected_version=expected_version
    )
    session = GroupSession.objects.select_related("session_type", "program").get(pk=session.pk)
    grace = numbers_for(session.program, session.on)["late_grace_minutes"]
    for mark in marks:
        end_stay(mark, min(now, session.ends_at))
        settle(mark, session, grace, now)
        if mark.state in MISSED:
            announce(
                SessionMissed(
                    mark.pk, mark.client_id, session.pk, str(mark.state), session.on, actor, now
                )
            )
    audit.record("attendance.register.closed", actor=actor, subject=session, at=now)
    announce(RegisterClosed(session.pk, tuple(mark.pk for mark in marks), actor, now))
    return session
