"""The address where a session is joined from afar."""

from datetime import datetime
from urllib.parse import urlsplit
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.timetable.permissions import may_change_session, session_at_own_site
from homeward.timetable.standing_in import SessionLink

LONGEST = 400


class TelehealthNotAllowed(Refusal):
    """The program does not work by telehealth."""


class NotASafeAddress(Refusal):
    """Not an https address of a named host, or one that carries a name and password."""


@action
def set_session_link(
    *,
    actor: Actor,
    session_id: UUID,
    address: str,
    now: datetime,
    expected_version: int | None = None,
) -> SessionLink:
    """Keep, change or (empty) take away the address; it is sealed and shown to few.

    Raises TelehealthNotAllowed, NotASafeAddress, StaleVersion, NotAllowed("not_your_session").
    """
    session = session_at_own_site(actor, session_id, locked=True)
    if not may_change_session(actor, session):
        raise NotAllowed("not_your_session")
    plain = address.strip()
    if plain:
        if not session.program.is_telehealth_allowed:
            raise TelehealthNotAllowed
        _check(plain)
    link = SessionLink.objects.select_for_update().filter(session=session).first()
    if link is None:
        link = SessionLink.objects.create(
            session=session, address=plain, set_at=now, set_by_id=actor.worker_id
        )
    else:
        expect_version(link, expected_version)
        link.change(address=plain, set_at=now, set_by_id=actor.worker_id)
    audit.record(
        "timetable.link.set" if plain else "timetable.link.removed",
        actor=actor, subject=session, at=now,
    )  # fmt: skip
    return link


def _check(address: str) -> None:
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
    except ValueError as fault:
        raise NotASafeAddress from fault
    is_plain = not (parts.username or parts.password) and address.isprintable()
    if parts.scheme != "https" or "." not in host or not is_plain or len(address) > LONGEST:
        raise NotASafeAddress
    if any(letter.isspace() or letter in "<>\"'" for letter in address):
        raise NotASafeAddress
