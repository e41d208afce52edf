"""A day, the week and the plan as pages print them, for the client and for staff."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.forms import ActionForm
from homeward.dayplans import words
from homeward.dayplans.actions.prevention import content_hash, parts_of
from homeward.dayplans.day import Day
from homeward.dayplans.forms import FillForm
from homeward.dayplans.models import DayThing, OwnThing, PreventionPlan, WeekLine
from homeward.dayplans.rules.fillers import Offer
from homeward.dayplans.rules.hard_times import HARD
from homeward.dayplans.rules.line import Piece, What
from homeward.dayplans.rules.prevention import problems
from homeward.linkage.models import OutsideAppointment
from homeward.timetable.models import Seat


@dataclass(frozen=True, slots=True)
class Choice:
    """A button that fills an hour."""

    label: str
    value: str


@dataclass(frozen=True, slots=True)
class Hour:
    """One line of the day. `choices` stand on empty hours still to come."""

    time: str
    until: str
    title: str
    sub: str = ""
    tag: str = ""
    phone: str = ""
    is_empty: bool = False
    is_hard: bool = False
    is_now: bool = False
    why: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    form: ActionForm | None = None
    thing_id: UUID | None = None
    line_id: UUID | None = None
    beside: str = ""

    @property
    def anchor(self) -> str:
        return f"t{self.time.replace(':', '')}"

    @property
    def dial(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


def hours_of(day: Day, now: datetime, *, is_ones_own: bool = True) -> tuple[Hour, ...]:
    """The line of hours without those of rest; each empty stretch with why and what may fill it.

    Why an hour is hard is said to the client, or to staff of the client.
    """
    return tuple(
        _hour(day, piece, now, is_ones_own)
        for piece in day.pieces
        if piece.what in (What.ENTRY, What.EMPTY)
    )


def _hour(day: Day, piece: Piece, now: datetime, is_ones_own: bool) -> Hour:
    starts, ends = piece.starts.astimezone(day.zone), piece.ends.astimezone(day.zone)
    begin, until = date_format(starts, "H:i"), date_format(ends, "H:i")
    is_now = piece.starts <= now < piece.ends
    if piece.what is What.EMPTY:
        decision = day.weights.get(piece.starts)
        offers = day.offers.get(piece.starts, ())
        return Hour(
            begin, until, _("Nothing planned until %(time)s") % {"time": until}, is_empty=True,
            is_hard=decision is not None and decision.outcome == HARD, is_now=is_now,
            why=words.why_hard(decision, is_ones_own=is_ones_own) if decision else (),
            choices=tuple(_choice(day, each) for each in offers),
            form=FillForm(initial={"on": day.on.isoformat()}, auto_id=f"f{piece.starts:%H%M}_%s")
            if offers
            else None,
        )  # fmt: skip
    row = day.rows[piece.key]
    beside = [title_of(day.rows[key]) for key in piece.beside]
    title, sub, phone = title_of(row), sub_of(row), ""
    if isinstance(row, DayThing) and row.thing is not None:
        phone = row.thing.phone
    return Hour(
        begin, until, title, sub,
        tag=_("yours") if isinstance(row, DayThing) and row.fills else "",
        phone=phone, is_now=is_now,
        thing_id=row.pk if isinstance(row, DayThing) else None,
        line_id=row.pk if isinstance(row, WeekLine) and _begins_here(row, day) else None,
        beside=", ".join(beside),
    )  # fmt: skip


def _begins_here(row: WeekLine, day: Day) -> bool:
    return row.weekday == day.on.weekday()


def title_of(row: Any) -> str:
    """What a line of the day is called."""
    if isinstance(row, Seat):
        place = row.session.room.name if row.session.room else ""
        return " · ".join(filter(None, (row.session.name, place)))
    if isinstance(row, OutsideAppointment):
        return row.provider
    if _is_call(row):
        return _("Call %(who)s") % {"who": row.label}
    return row.label or words.said(words.KINDS, row.kind)


def _is_call(row: Any) -> bool:
    return isinstance(row, DayThing) and row.thing is not None and row.thing.kind == "person"


def sub_of(row: Any) -> str:
    """What stands below it in small."""
    if isinstance(row, Seat):
        return row.session.topic.title if row.session.topic else ""
    if isinstance(row, OutsideAppointment):
        return row.place
    if isinstance(row, DayThing) and row.service is not None:
        return " · ".join(filter(None, (row.service.address, row.service.phone)))
    return words.said(words.KINDS, row.kind) if row.label and not _is_call(row) else ""


def _choice(day: Day, offer: Offer) -> Choice:
    starts, ends = offer.starts.astimezone(day.zone), offer.ends.astimezone(day.zone)
    at = date_format(starts, "H:i")
    label = {
        "activity": _("%(what)s, %(minutes)s min")
        % {"what": offer.label, "minutes": int((offer.ends - offer.starts).total_seconds() // 60)},
        "meeting": _("%(what)s at %(time)s") % {"what": offer.label, "time": at},
        "person": _("Call %(who)s") % {"who": offer.label},
    }[offer.kind]
    return Choice(label, f"{offer.kind}|{offer.ref}|{starts:%H:%M}|{ends:%H:%M}")


@dataclass(frozen=True, slots=True)
class WeekRow:
    """One line of the week with who wrote it."""

    id: UUID
    times: str
    title: str
    sub: str
    form: ActionForm


@dataclass(frozen=True, slots=True)
class WeekDayRows:
    """One weekday of the week."""

    name: str
    rows: tuple[WeekRow, ...]


def week_rows(lines: list[WeekLine]) -> tuple[WeekDayRows, ...]:
    """The weekdays that have a line."""
    return tuple(
        WeekDayRows(str(words.WEEKDAYS[number]), rows)
        for number in range(7)
        if (rows := tuple(_week_row(row) for row in lines if row.weekday == number))
    )


def _week_row(row: WeekLine) -> WeekRow:
    sub = [words.said(words.KINDS, row.kind)] if row.label else []
    sub.append(_("from %(day)s") % {"day": date_format(row.from_on, "j M Y")})
    if row.written_by:
        sub.append(_("written with %(name)s") % {"name": row.written_by.name})
    return WeekRow(
        row.pk, f"{row.starts:%H:%M}–{row.ends:%H:%M}", title_of(row), " · ".join(sub), ActionForm()
    )


@dataclass(frozen=True, slots=True)
class ListRow:
    """One thing or person of the own list."""

    id: UUID
    title: str
    sub: str
    phone: str
    form: ActionForm

    @property
    def dial(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


def list_rows(things: list[OwnThing], kind: str) -> tuple[ListRow, ...]:
    """What of the list is of a kind."""
    return tuple(_list_row(row) for row in things if row.kind == kind)


def _list_row(row: OwnThing) -> ListRow:
    sub = _("%(minutes)s min") % {"minutes": row.minutes} if row.kind == "activity" else ""
    if row.call_from and row.call_until:
        sub = f"{row.call_from:%H:%M}–{row.call_until:%H:%M}"
    return ListRow(row.pk, row.label, sub, row.phone, ActionForm())


@dataclass(frozen=True, slots=True)
class PreventionLine:
    """One line of the plan, with a number to press where there is one."""

    text: str
    phone: str = ""

    @property
    def dial(self) -> str:
        return "".join(sign for sign in self.phone if sign.isdigit() or sign == "+")


@dataclass(frozen=True, slots=True)
class PreventionPart:
    """One part of the plan."""

    title: str
    lines: tuple[PreventionLine, ...]


@dataclass(frozen=True, slots=True)
class PreventionText:
    """One version as it reads, with who wrote it and when it was made theirs."""

    id: UUID
    number: int
    parts: tuple[PreventionPart, ...]
    written: str
    signed: str
    digest: str
    state: str
    version: int
    lacks: tuple[str, ...] = field(default=())


def prevention_text(plan: PreventionPlan, zone: Any) -> PreventionText:
    """A version in words."""
    parts = parts_of(plan.parts)
    by = plan.written_by.name if plan.written_by else ""
    day = date_format(plan.written_at.astimezone(zone), "j F Y")
    written = _("%(day)s, written with %(name)s") % {"day": day, "name": by} if by else day
    signed = date_format(plan.signed_at.astimezone(zone), "j F Y") if plan.signed_at else ""
    return PreventionText(
        plan.pk, plan.number,
        tuple(
            PreventionPart(
                words.said(words.SECTIONS, code),
                tuple(PreventionLine(each.text, each.phone) for each in lines),
            )
            for code, lines in parts.items()
        ),
        written, signed, content_hash(parts), plan.state, plan.version,
        tuple(words.refusal(code) for code in problems(parts)),
    )  # fmt: skip
