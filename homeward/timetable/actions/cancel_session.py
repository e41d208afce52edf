"""A session will not take place."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.timetable.facts import SessionCancelled
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.permissions import may_change_session, session_at_own_site

CANCELLING = Actor.of_service("timetable.cancelling")


class AlreadyCancelled(Refusal):
    """The session was cancelled before."""


class SessionIsOver(Refusal):
    """It took place, or its register is closed."""


@action
def cancel_session(
    *,
    actor: Actor,
    session_id: UUID,
    reason: str,
    now: datetime,
    expected_version: int | None = None,
) -> GroupSession:
    """Cancel one session: room, leaders and clients become free, the rows stay.

    Raises AlreadyCancelled, SessionIsOver, StaleVersion, NotAllowed("not_your_session").
    """
    session = session_at_own_site(actor, session_id, locked=True)
    if session.cancelled_at is not None:
        raise AlreadyCancelled
    if not may_change_session(actor, session):
        raise NotAllowed("not_your_session")
    if session.closed_at is not None or session.ends_at <= now:
        raise SessionIsOver
    expect_version(session, expected_version)
    # Every seat goes, also of clients outside the actor's own team: the room will be empty.
    seats = Seat.objects.for_actor(CANCELLING, Purpose.OPERATIONS).filter(
        session=session, released_at=None
    )
    seat_ids = tuple(seats.values_list("pk", flat=True))
    seats.update(released_at=now, released_reason="session_cancelled")
    session.leaders.update(is_released=True)
    session.change(cancelled_at=now, cancelled_reason=reason)
    audit.record("timetable.session.cancelled", actor=actor, subject=session, at=now, reason=reason)
    announce(SessionCancelled(session.pk, seat_ids, reason, actor, now))
    return session
