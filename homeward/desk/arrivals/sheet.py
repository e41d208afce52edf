"""The sign-in sheet entered afterwards, and the minutes of a session with their reasons."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils.translation import gettext as _

from homeward.attendance.billing_day import billable_days
from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import marks_for, stays_of
from homeward.attendance.register import credit_of
from homeward.attendance.words import BILLABLE, SOURCES, STATES, state_words
from homeward.core.actors import Actor
from homeward.desk.admissions.times import at_site
from homeward.desk.arrivals.forms import TIMES, SheetForm
from homeward.desk.clients.reach import short_name_for
from homeward.desk.group.pages import session_of, subline_of
from homeward.kernel.reasons import Decision
from homeward.staff.models import Worker
from homeward.timetable.models import GroupSession, Seat
from homeward.timetable.queries import seats_for


@dataclass(frozen=True, slots=True)
class SheetRow:
    """One client's line to fill in, with what stands already."""

    name: str
    stands: str
    times: tuple[Any, ...]
    absent: Any
    far: Any
    errors: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SheetPage:
    """Everything the sheet prints."""

    title: str
    subline: str
    room_url: str
    minutes_url: str
    form: SheetForm
    rows: tuple[SheetRow, ...]
    is_closed: bool


@dataclass(frozen=True, slots=True)
class MinutesRow:
    """One client's stays and what they come to."""

    name: str
    state: str
    stays: tuple[str, ...]
    written: str
    credited: int
    credit: Decision | None
    billable: str
    tone: str
    day: Decision


@dataclass(frozen=True, slots=True)
class MinutesPage:
    """Everything the minutes page prints."""

    title: str
    subline: str
    room_url: str
    sheet_url: str
    rows: tuple[MinutesRow, ...]


def sheet_form(actor: Actor, session: GroupSession, typed: Any = None) -> SheetForm:
    """A line for each seat within reach; the keepers are the colleagues of the site."""
    keepers = Worker.objects.filter(site_id=session.site_id).order_by("name")
    return SheetForm(
        typed,
        seats=_by_name(seats_for(actor, session)),
        keepers=[(str(each.pk), each.name) for each in keepers],
        initial={"kept_by": str(actor.worker_id or "")},
        version=session.version,
    )


def sheet_page(actor: Actor, session: GroupSession, form: SheetForm) -> SheetPage:
    """The sheet with what was typed, beside what stands in the register."""
    marks = marks_for(actor, session.pk)
    return SheetPage(
        title=_("Sign-in sheet"),
        subline=f"{session.name} · {subline_of(session, session.site.time_zone)}",
        room_url=reverse("desk:group_room", args=[session.pk]),
        minutes_url=reverse("desk:arrival_minutes", args=[session.pk]),
        form=form,
        rows=tuple(_row(actor, seat, marks.get(seat.pk), form) for seat in form.seats),
        is_closed=bool(session.closed_at or session.cancelled_at),
    )


def minutes_page(actor: Actor, session_id: UUID, now: datetime) -> MinutesPage:
    """Stays, credited minutes and what the day can be billed, each with its reasons."""
    session = session_of(actor, session_id)
    seats = _by_name(seats_for(actor, session))
    marks = marks_for(actor, session.pk)
    days = billable_days([seat.client_id for seat in seats], session.on, session.program)
    return MinutesPage(
        title=_("Minutes"),
        subline=f"{session.name} · {subline_of(session, session.site.time_zone)}",
        room_url=reverse("desk:group_room", args=[session.pk]),
        sheet_url=reverse("desk:arrival_sheet", args=[session.pk]),
        rows=tuple(
            _minutes(actor, seat, marks.get(seat.pk), session, days[seat.client_id], now)
            for seat in seats
        ),
    )


def _by_name(seats: list[Seat]) -> list[Seat]:
    return sorted(seats, key=lambda seat: seat.client.name)


def _row(actor: Actor, seat: Seat, mark: AttendanceMark | None, form: SheetForm) -> SheetRow:
    labels = (_("In"), _("Out"), _("Back in"), _("Out"))
    bound = [form[f"{name}_{seat.pk}"] for name in TIMES]
    return SheetRow(
        name=short_name_for(actor, seat.client),
        stands=state_words(mark) if mark else "",
        times=tuple(zip(bound, labels, strict=True)),
        absent=form[f"absent_{seat.pk}"],
        far=form[f"far_{seat.pk}"],
        errors=tuple(str(each) for field in bound for each in field.errors),
    )


def _minutes(
    actor: Actor, seat: Seat, mark: AttendanceMark | None, session: GroupSession, day: Decision,
    now: datetime,
) -> MinutesRow:  # fmt: skip
    zone = session.site.time_zone
    wall = ZoneInfo(zone)
    credit = credit_of(mark, session, now) if mark else None
    return MinutesRow(
        name=short_name_for(actor, seat.client),
        state=state_words(mark) if mark else str(STATES["scheduled"]),
        stays=tuple(
            f"{stay.in_at.astimezone(wall):%H:%M}–"
            + (f"{stay.out_at.astimezone(wall):%H:%M}" if stay.out_at else _("now"))
            + (f" · {_('telehealth')}" if stay.is_telehealth else "")
            for stay in (stays_of(mark) if mark else [])
        ),
        written=_written(mark, zone) if mark else "",
        credited=int(credit.extras["credited_minutes"]) if credit else 0,
        credit=credit,
        billable=str(BILLABLE[day.outcome]) % {"minutes": day.extras["billable_minutes"]},
        tone="done" if day.outcome == "day_billable" else "neutral",
        day=day,
    )


def _written(mark: AttendanceMark, zone: str) -> str:
    """Where the mark comes from, when it is not the room itself."""
    if mark.source == mark.Source.ROOM:
        return ""
    source = str(SOURCES[mark.source])
    if mark.entered_at is None:
        return source
    return _("%(source)s, entered %(when)s") % {
        "source": source, "when": at_site(mark.entered_at, zone),
    }  # fmt: skip
