"""What the arrivals page prints: today's sessions with everyone expected."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.formats import date_format, time_format
from django.utils.translation import gettext as _

from homeward.attendance.actions.mark_attendance import EARLIEST
from homeward.attendance.keeping_safe import REASON
from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME, marks_on
from homeward.attendance.words import STATES, state_words
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.forms import ActionForm
from homeward.desk.clients.reach import short_name_for
from homeward.kernel.reasons import Decision
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import seats_of_sessions, sessions_on


@dataclass(frozen=True, slots=True)
class Expected:
    """One client expected in one session."""

    seat_id: UUID
    name: str
    state: str
    tone: str
    may_arrive: bool
    form: ActionForm


@dataclass(frozen=True, slots=True)
class Door:
    """One session of the day with who is expected."""

    title: str
    sub: str
    url: str
    aside: str
    expected: tuple[Expected, ...]


@dataclass(frozen=True, slots=True)
class ArrivalsPage:
    """Everything the template prints."""

    title: str
    subline: str
    doors: tuple[Door, ...]
    said: str
    decision: Decision | None


def arrivals_page(
    actor: Actor, now: datetime, *, said: str = "", decision: Decision | None = None
) -> ArrivalsPage:
    """The day's sessions that are not over, in four queries however many they are."""
    today = clock.today()
    sessions = [each for each in sessions_on(actor, today) if each.closed_at is None]
    seats = seats_of_sessions(actor, sessions)
    marks = marks_on(actor, today)
    doors = [_door(actor, each, seats.get(each.pk, []), marks, now) for each in sessions]
    expected = sum(len(door.expected) for door in doors)
    came = sum(mark.state in CAME for mark in marks.values())
    return ArrivalsPage(
        title=_("Arrivals"),
        subline=_("%(day)s · %(came)s arrived · %(expected)s seats in open sessions")
        % {"day": date_format(today, "l j F"), "came": came, "expected": expected},
        doors=tuple(door for door in doors if door.expected),
        said=said,
        decision=decision,
    )


def _door(
    actor: Actor, session: GroupSession, seats: list[Seat], marks: dict[UUID, AttendanceMark],
    now: datetime,
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
    return Door(
        title=session.name,
        sub=" · ".join(filter(None, parts)),
        url=reverse("desk:group_room", args=[session.pk]),
        aside=_("%(came)s of %(all)s here") % {"came": came, "all": len(seats)}
        + (f" · {_('now')}" if is_on else ""),
        expected=tuple(
            _expected(actor, seat, marks.get(seat.pk), session, now)
            for seat in sorted(seats, key=lambda seat: seat.client.name)
        ),
    )


def _expected(
    actor: Actor, seat: Seat, mark: AttendanceMark | None, session: GroupSession, now: datetime
) -> Expected:
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
        form=ActionForm(),
    )
