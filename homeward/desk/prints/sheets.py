"""Sign-in sheets: preferred name and initial, and room to sign. Nothing says what the group is."""

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from django.utils.formats import date_format

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.desk.clients.reach import short_name_for
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.program.models import Site
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import session_rows

SPARE = 2  # empty lines, for a place given at the door


@dataclass(frozen=True, slots=True)
class Sheet:
    """One session's sheet."""

    day: str
    times: str
    room: str
    leader: str
    names: tuple[str, ...]
    spare: tuple[int, ...]
    beyond: int


def sheet_of(actor: Actor, session: GroupSession) -> Sheet:
    """One session's sheet with the names this reader may know."""
    return _sheets(actor, [session])[0]


def sheets_of_day(actor: Actor, site: Site, on: date) -> tuple[Sheet, ...]:
    """The sheets of a day's groups at one site, in order of time; three reads."""
    rows = session_rows().filter(site=site, on=on, cancelled_at=None, capacity__gt=1)
    return _sheets(actor, list(rows))


def _sheets(actor: Actor, sessions: list[GroupSession]) -> tuple[Sheet, ...]:
    seats = Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).filter(
        session__in=sessions, released_at=None
    )
    held: dict[object, list[object]] = {}
    for seat in seats:
        held.setdefault(seat.session_id, []).append(seat.client_id)
    ids = {client for clients in held.values() for client in clients}
    known = Client.objects.for_actor(actor, Purpose.TREATMENT, to=Access.MINIMAL).filter(pk__in=ids)
    names = {client.pk: short_name_for(actor, client) for client in known}
    return tuple(_sheet(each, held.get(each.pk, []), names) for each in sessions)


def _sheet(session: GroupSession, clients: list[object], names: dict[object, str]) -> Sheet:
    zone = ZoneInfo(session.site.time_zone)
    begins, ends = session.starts_at.astimezone(zone), session.ends_at.astimezone(zone)
    known = sorted(names[client] for client in clients if client in names)
    leaders = [each.worker.name for each in session.leaders.all()]
    return Sheet(
        day=date_format(begins, "l j F Y"),
        times=f"{begins:%H:%M}–{ends:%H:%M}",
        room=session.room.name if session.room else "",
        leader=", ".join(leaders),
        names=tuple(known),
        spare=tuple(range(SPARE)),
        beyond=max(0, session.seats_taken - len(known)),
    )
