"""A session's register is complete; nothing in it changes any more."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.timetable.models import GroupSession
from homeward.timetable.permissions import may_change_session, session_at_own_site


class AlreadyClosed(Refusal):
    """The register was closed before."""


@action
def close_session(
    *, actor: Actor, session_id: UUID, now: datetime, expected_version: int | None = None
) -> GroupSession:
    """Close a session for attendance. Raises AlreadyClosed, StaleVersion, NotAllowed."""
    session = session_at_own_site(actor, session_id, locked=True)
    if not may_change_session(actor, session):
        raise NotAllowed("not_your_session")
    if session.closed_at is not None:
        raise AlreadyClosed
    expect_version(session, expected_version)
    session.change(closed_at=now)
    audit.record("timetable.session.closed", actor=actor, subject=session, at=now)
    return session
