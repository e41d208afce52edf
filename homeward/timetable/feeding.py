"""Reading a calendar address: whose it is, and what its calendar says now."""

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.core.actors import Actor
from homeward.core.crypto import digest_of
from homeward.kernel.purposes import Purpose
from homeward.timetable.calendars import CalendarPlace, ClientFeed, StaffFeed
from homeward.timetable.models import Seat, SessionLeader, Week
from homeward.timetable.rules.calendar_text import Appointment, calendar_text

BACK, AHEAD = timedelta(weeks=4), timedelta(weeks=12)
FEEDING = Actor.of_service("timetable.feeding")
Feed = StaffFeed | ClientFeed


def digest_of_address(secret: str) -> str:
    """What is kept of an address."""
    return digest_of(f"calendar address|{secret}")


def feed_of(secret: str) -> Feed | None:
    """The open feed of an address; None for a revoked one, one that never was, and one whose
    account is closed, after the same two reads."""
    digest = digest_of_address(secret)
    staff = StaffFeed.objects.select_related("worker__account").filter(digest=digest).first()
    rows = ClientFeed.objects.for_actor(FEEDING, Purpose.CLIENT_REQUEST)
    client = rows.select_related("client__account").filter(digest=digest).first()
    found: Feed | None = staff or client
    if found is None or found.revoked_at is not None:
        return None
    account = found.worker.account if isinstance(found, StaffFeed) else found.client.account
    return found if account is not None and account.is_active else None


def calendar_of(feed: Feed, now: datetime) -> bytes:
    """What the calendar says: four weeks back, twelve ahead; drafts of weeks are left out."""
    if isinstance(feed, StaffFeed):
        rows, language = _led(feed.worker_id, now), "en"
    else:
        rows, language = _seated(feed.client_id, now), feed.client.language
    places = dict(CalendarPlace.objects.values_list("site_id", "words"))
    published = _published(row.session for row in rows)
    told: dict[UUID, Appointment] = {}
    for row in rows:
        session = row.session
        if session.group_id and not _is_published(session, published):
            continue
        made = _appointment(feed, row, places.get(session.site_id, ""))
        known = told.get(session.pk)
        if known is None or known.is_cancelled:
            told[session.pk] = made
    return calendar_text(told.values(), language)


def _led(worker_id: UUID, now: datetime) -> list[Any]:
    rows = SessionLeader.objects.filter(
        worker_id=worker_id, starts_at__gt=now - BACK, starts_at__lt=now + AHEAD
    )
    return list(rows.select_related("session__site").order_by("starts_at", "pk"))


def _seated(client_id: UUID, now: datetime) -> list[Any]:
    rows = Seat.objects.for_actor(FEEDING, Purpose.CLIENT_REQUEST).filter(
        client_id=client_id, starts_at__gt=now - BACK, starts_at__lt=now + AHEAD
    )
    return list(rows.select_related("session__site").order_by("starts_at", "pk"))


def _published(sessions: Iterable[Any]) -> set[tuple[UUID, UUID, date]]:
    """The days of published weeks, by program and site."""
    pairs = {(session.program_id, session.site_id) for session in sessions}
    weeks = Week.objects.filter(program__in={pair[0] for pair in pairs}, published_at__isnull=False)
    return {
        (program_id, site_id, starts_on + timedelta(days=number))
        for program_id, site_id, starts_on in weeks.values_list(
            "program_id", "site_id", "starts_on"
        )
        for number in range(7)
    }


def _is_published(session: Any, published: set[tuple[UUID, UUID, date]]) -> bool:
    return (session.program_id, session.site_id, session.on) in published


def _appointment(feed: Feed, row: Any, place: str) -> Appointment:
    session = row.session
    given_back = getattr(row, "released_at", None)
    is_off = bool(session.cancelled_at or given_back or getattr(row, "is_released", False))
    moments = [row.created_at, session.created_at, session.cancelled_at, given_back]
    return Appointment(
        # Two people of one group cannot tell from their calendars that they share it.
        uid=f"{digest_of(f'calendar|{feed.pk}|{session.pk}')[:32]}@appointments",
        starts_at=row.starts_at,
        ends_at=row.ends_at,
        zone=session.site.time_zone,
        changed_at=max(moment for moment in moments if moment).replace(microsecond=0),
        revision=session.version + (1 if is_off else 0),
        place=place,
        is_cancelled=is_off,
    )
