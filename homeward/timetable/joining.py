"""Who sees the address of a session: those seated shortly before it, and who leads it."""

from datetime import datetime, timedelta

from homeward.core.actors import Actor
from homeward.program.queries import numbers_for
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import leads
from homeward.timetable.standing_in import SessionLink


def link_for_leader(actor: Actor, session: GroupSession) -> str:
    """The address for who leads or assists the session; empty for everybody else."""
    if not leads(actor, session.pk) or session.cancelled_at:
        return ""
    return _address(session)


def link_for_seat(seat: Seat, now: datetime) -> str:
    """The address for the client of a held seat, from shortly before until the end; else empty.

    The caller reached the seat as the client's own.
    """
    session = seat.session
    if seat.released_at or session.cancelled_at or not is_open_to_join(session, now):
        return ""
    return _address(session)


def is_open_to_join(session: GroupSession, now: datetime) -> bool:
    """From the program's minutes before the start until the end."""
    minutes = int(numbers_for(session.program_id, session.on)["join_before_minutes"])
    return session.starts_at - timedelta(minutes=minutes) <= now < session.ends_at


def has_link(session: GroupSession) -> bool:
    """Whether the session can be joined from afar; says nothing of where."""
    return bool(_address(session))


def _address(session: GroupSession) -> str:
    link = SessionLink.objects.filter(session_id=session.pk).first()
    return link.address if link else ""
