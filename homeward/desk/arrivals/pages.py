"""What the arrivals page prints: who waits at the door, and today's sessions with their people."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.attendance.actions.mark_attendance import EARLIEST
from homeward.attendance.asking_first import asked_before_seating
from homeward.attendance.door import number_at_the_door, waiting_at_the_door
from homeward.attendance.keeping_safe import REASON
from homeward.attendance.models import Arrival, AttendanceMark
from homeward.attendance.queries import CAME, marks_on
from homeward.attendance.words import STATES, state_words
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Tab
from homeward.core.forms import ActionForm
from homeward.desk.clients.reach import short_name_for
from homeward.desk.conversations.running_late import late_words
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.program.models import Site
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import seats_of_sessions, sessions_on

SOON = timedelta(minutes=60)
AT_THE_DOOR = timedelta(hours=2)


@dataclass(frozen=True, slots=True)
class Expected:
    """One client expected in one session."""

    seat_id: UUID
    name: str
    state: str
    tone: str
    may_arrive: bool
    url: str
    form: ActionForm
    ask: str = ""
    late: str = ""


@dataclass(frozen=True, slots=True)
class Door:
    """One session of the day: who is still expected, and who has a mark."""

    title: str
    sub: str
    url: str
    aside: str
    sheet_url: str
    blank_url: str
    minutes_url: str
    awaited: tuple[Expected, ...]
    marked: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class AtTheDoor:
    """Somebody whose code the device could not let in by itself."""

    arrival_id: UUID
    name: str
    said: str
    url: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class ArrivalsPage:
    """Everything the template prints."""

    title: str
    subline: str
    numbers: tuple[tuple[str, str], ...]
    waiting: tuple[AtTheDoor, ...]
    tabs: tuple[Tab, ...]
    doors: tuple[Door, ...]
    said: str
    decision: Decision | None
    may_mark: bool
    kiosks_url: str


def arrivals_page(
    actor: Actor,
    now: datetime,
    *,
    is_whole_day: bool = False,
    said: str = "",
    decision: Decision | None = None,
) -> ArrivalsPage:
    """The sessions at hand, or the whole day; a fixed few queries however many they are."""
    today = clock.today()
    open_today = [each for each in sessions_on(actor, today) if each.closed_at is None]
    at_hand = [each for each in open_today if each.starts_at - SOON <= now < each.ends_at]
    sessions = open_today if is_whole_day or not at_hand else at_hand
    seats = seats_of_sessions(actor, sessions)
    marks = marks_on(actor, today)
    asked = _asked(sessions, seats, now)
    late = late_words(seat.pk for held in seats.values() for seat in held)
    doors = [
        _door(actor, each, seats.get(each.pk, []), marks, now, asked, late) for each in sessions
    ]
    came = sum(mark.state in CAME for mark in marks.values())
    here = reverse("desk:arrivals")
    whole = is_whole_day or not at_hand
    return ArrivalsPage(
        title=_("Arrivals"),
        subline=_("%(day)s · %(came)s arrived today")
        % {"day": date_format(today, "l j F"), "came": came},
        numbers=_numbers(sessions, now),
        waiting=tuple(_at_the_door(actor, each, asked) for each in _waiting(actor, now)),
        tabs=(
            Tab(_("Now and next"), here, not whole, len(at_hand)),
            Tab(_("All of today"), f"{here}?day=all", whole, len(open_today)),
        ),
        doors=tuple(door for door in doors if door.awaited or door.marked),
        said=said,
        decision=decision,
        may_mark=may(actor.roles, RecordClass.SCHEDULE, Access.WRITE),
        kiosks_url=reverse("kiosk:devices")
        if may(actor.roles, RecordClass.SETUP, Access.WRITE)
        else "",
    )


def _numbers(sessions: list[GroupSession], now: datetime) -> tuple[tuple[str, str], ...]:
    """The number at each site's door, for phones."""
    sites: dict[UUID, Site] = {each.site_id: each.site for each in sessions}
    found = []
    for site in sorted(sites.values(), key=lambda site: site.name):
        number = number_at_the_door(site.pk, now)
        found.append((site.name if len(sites) > 1 else "", f"{number[:2]} {number[2:]}"))
    return tuple(found)


def _waiting(actor: Actor, now: datetime) -> list[Arrival]:
    if not may(actor.roles, RecordClass.SCHEDULE, Access.WRITE):
        return []
    return waiting_at_the_door(actor, now - AT_THE_DOOR)


def _asked(
    sessions: list[GroupSession], seats: dict[UUID, list[Seat]], now: datetime
) -> dict[UUID, str]:
    """Whom to ask before seating somebody; who else it is about stands nowhere."""
    found: dict[UUID, str] = {}
    for site in {each.site_id: each.site for each in sessions}.values():
        here = {
            seat.client_id
            for each in sessions
            if each.site_id == site.pk
            for seat in seats.get(each.pk, [])
        }
        found |= asked_before_seating(here, site_id=site.pk, zone=site.time_zone, now=now)
    return found


def _at_the_door(actor: Actor, arrival: Arrival, asked: dict[UUID, str]) -> AtTheDoor:
    wall = ZoneInfo(arrival.site.time_zone)
    at = time_format(arrival.at.astimezone(wall), "H:i")
    if arrival.outcome == Arrival.Outcome.NOTHING_PLANNED:
        said = _("At the door since %(time)s; nothing is planned now.") % {"time": at}
    elif arrival.client_id in asked:
        said = _("At the door since %(time)s. Ask %(name)s before seating.") % {
            "time": at,
            "name": asked[arrival.client_id],
        }
    else:
        said = _("At the door since %(time)s for %(session)s: ask the counselor.") % {
            "time": at,
            "session": arrival.seat.session.name if arrival.seat else "",
        }
    return AtTheDoor(
        arrival_id=arrival.pk,
        name=short_name_for(actor, arrival.client),
        said=said,
        url=reverse("desk:arrival", args=[arrival.seat_id]) if arrival.seat_id else "",
        form=ActionForm(),
    )


def _door(
    actor: Actor, session: GroupSession, seats: list[Seat], marks: dict[UUID, AttendanceMark],
    now: datetime, asked: dict[UUID, str], late: dict[UUID, str],
) -> Door:  # fmt: skip
    wall = ZoneInfo(session.site.time_zone)
    begins, ends = session.starts_at.astimezone(wall), session.ends_at.astimezone(wall)
    leaders = ", ".join(leader.worker.name for leader in session.leaders.all())
    opens = session.starts_at - EARLIEST
    is_on = session.starts_at <= now < session.ends_at
    parts = (
        f"{time_format(begins, 'H:i')}–{time_format(ends, 'H:i')}",
        session.room.name if session.room else "",
        leaders,
        ""
        if now >= opens
        else _("arrivals from %(time)s") % {"time": time_format(opens.astimezone(wall), "H:i")},
    )
    came = sum(marks[seat.pk].state in CAME for seat in seats if seat.pk in marks)
    people = [
        _expected(
            actor,
            seat,
            marks.get(seat.pk),
            session,
            now,
            asked.get(seat.client_id, ""),
            late.get(seat.pk, ""),
        )
        for seat in sorted(seats, key=lambda seat: seat.client.name)
    ]
    return Door(
        title=session.name,
        sub=" · ".join(filter(None, parts)),
        url=reverse("desk:group_room", args=[session.pk]),
        aside=_("%(came)s of %(all)s here") % {"came": came, "all": len(seats)}
        + (f" · {_('now')}" if is_on else ""),
        sheet_url=reverse("desk:arrival_sheet", args=[session.pk]),
        blank_url=reverse("desk:print_sign_in", args=[session.pk]),
        minutes_url=reverse("desk:arrival_minutes", args=[session.pk]),
        awaited=tuple(each for each in people if each.tone == "neutral"),
        marked=tuple(each for each in people if each.tone != "neutral"),
    )


def _expected(
    actor: Actor, seat: Seat, mark: AttendanceMark | None, session: GroupSession, now: datetime,
    ask: str = "", late: str = "",
) -> Expected:  # fmt: skip
    state = state_words(mark) if mark else str(STATES["scheduled"])
    is_kept_out = mark is not None and mark.reason == REASON and not mark.credited_minutes
    came = mark is not None and mark.state in CAME
    return Expected(
        seat_id=seat.pk,
        name=short_name_for(actor, seat.client),
        state=state,
        tone="done"
        if came
        else "neutral"
        if mark is None
        else "urgent"
        if is_kept_out
        else "attention",
        may_arrive=not came
        and not is_kept_out
        and session.starts_at - EARLIEST <= now < session.ends_at,
        url=reverse("desk:arrival", args=[seat.pk]),
        form=ActionForm(),
        ask="" if came else ask,
        late="" if came else late,
    )
