"""The client's own day without empty hours: the line of hours, the week, the list, on paper."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.components import Act, DayEntry
from homeward.core.forms import ActionForm
from homeward.dayplans import pages, queries
from homeward.dayplans.day import Day, day_of, week_of
from homeward.dayplans.forms import (
    CopyForm,
    MeetingsForm,
    OnDayForm,
    OwnThingForm,
    ShareForm,
    ThingForm,
    WeekLineForm,
)
from homeward.dayplans.kinds import Meetings, Share
from homeward.dayplans.models import DayPlan
from homeward.dayplans.reaching import day_plan_of
from homeward.dayplans.rules.line import What
from homeward.dayplans.told_before import suggestions_for
from homeward.portal.own import Own
from homeward.portal.sessions import entry_of, seats_between
from homeward.timetable.models import Seat

DAY = timedelta(days=1)
# How far ahead and back a day is shown.
FURTHEST = 60
SHOWN_CHOICES = 3


@dataclass(frozen=True, slots=True)
class DayPage:
    """One day: empty hours with what may fill them, and what differs from the week."""

    title: str
    lead: str
    on: str
    hours: tuple[pages.Hour, ...]
    empty: int
    off: tuple[tuple[Any, str, ActionForm], ...]
    form: ThingForm
    turn: OnDayForm
    before: Act | None
    after: Act | None
    is_new: bool
    shared: str

    @classmethod
    def of(cls, own: Own, on: date, form: ThingForm | None = None) -> "DayPage":
        """`form` is an addition that was refused."""
        plan = day_plan_of(own.client.pk)
        day = _day(own, on, plan)
        hours = pages.hours_of(day, own.now)
        off = queries.off_on(own.actor, own.client.pk, on)
        initial = {"on": on.isoformat()}
        return cls(
            title=_("Your day") if on == own.today else date_format(on, "l j F"),
            lead=date_format(on, "l j F") if on == own.today else "",
            on=on.isoformat(),
            hours=hours,
            empty=sum(1 for each in hours if each.is_empty),
            off=tuple(
                (row.line_id, pages.title_of(row.line), OnDayForm(initial=initial)) for row in off
            ),
            form=form or ThingForm(initial=initial),
            turn=OnDayForm(initial=initial),
            before=_other(own, on - DAY),
            after=_other(own, on + DAY),
            is_new=plan is None,
            shared=plan.shared if plan else Share.NOTHING,
        )


def _other(own: Own, on: date) -> Act | None:
    if abs((on - own.today).days) > FURTHEST:
        return None
    label = _("Today") if on == own.today else date_format(on, "D j M")
    return Act(label, f"{reverse('portal:day')}?on={on.isoformat()}")


def _day(own: Own, on: date, plan: DayPlan | None, seats: list[Seat] | None = None) -> Day:
    return day_of(
        own.actor, own.client, on, own.now, plan=plan, seats=seats,
        program_id=own.episode.program_id if own.episode else None, with_offers=True,
    )  # fmt: skip


def today_line(own: Own) -> tuple[DayEntry, ...]:
    """Today as one line of hours; the sessions alone while no day was begun."""
    seats = seats_between(own, own.today, own.today + DAY)
    plan = day_plan_of(own.client.pk)
    if plan is None:
        return tuple(entry_of(own, seat) for seat in seats)
    held = [seat for seat in seats if seat.released_at is None]
    held = [seat for seat in held if seat.session.cancelled_at is None]
    day = _day(own, own.today, plan, held)
    standing = {str(seat.pk): seat for seat in seats}
    shown: list[tuple[datetime, DayEntry]] = [
        (seat.starts_at, entry_of(own, seat)) for seat in seats if seat not in held
    ]
    pieces = [each for each in day.pieces if each.what in (What.ENTRY, What.EMPTY)]
    for piece, hour in zip(pieces, pages.hours_of(day, own.now), strict=True):
        is_over = piece.what is What.EMPTY and piece.ends <= own.now
        if is_over or getattr(day.rows.get(piece.key), "kind", "") == "sleep":
            continue
        seat = standing.get(piece.key)
        is_first = not any(entry.gap for _at, entry in shown)
        shown.append((piece.starts, entry_of(own, seat) if seat else _entry(hour, is_first)))
    return tuple(entry for _at, entry in sorted(shown, key=lambda each: each[0]))


def _entry(hour: pages.Hour, is_first: bool) -> DayEntry:
    """What may fill it is named for the next empty hour alone; the others say it on their page."""
    if not hour.is_empty:
        until = _("until %(time)s") % {"time": hour.until}
        return DayEntry(
            hour.time, hour.title, " · ".join(filter(None, (hour.sub, until))), now=hour.is_now,
            tag=hour.tag, tag_tone="done",
        )  # fmt: skip
    sub = " ".join(f"{each}." for each in hour.why)
    if hour.choices and is_first:
        named = " · ".join(each.label for each in hour.choices[:SHOWN_CHOICES])
        sub = f"{sub} " + _("Pick one: %(choices)s") % {"choices": named}
    label = _("Fill this time") if hour.choices else _("Find something")
    return DayEntry(
        hour.time, hour.title, sub.strip(), gap=True, now=hour.is_now,
        act=Act(label, f"{reverse('portal:day')}#{hour.anchor}", about=hour.time),
    )  # fmt: skip


@dataclass(frozen=True, slots=True)
class WeekPage:
    """The week as it stands, and a line to add."""

    days: tuple[pages.WeekDayRows, ...]
    form: WeekLineForm

    @classmethod
    def of(cls, own: Own, form: WeekLineForm | None = None) -> "WeekPage":
        """`form` is a line that was refused."""
        lines = queries.week_lines(own.actor, own.client.pk)
        initial = {"from_on": own.today.isoformat()}
        return cls(pages.week_rows(lines), form or WeekLineForm(initial=initial))


@dataclass(frozen=True, slots=True)
class ListPage:
    """What does one good and whom one calls; what was told before may be taken over."""

    activities: tuple[pages.ListRow, ...]
    people: tuple[pages.ListRow, ...]
    form: OwnThingForm
    copy: CopyForm | None

    @classmethod
    def of(cls, own: Own, form: OwnThingForm | None = None) -> "ListPage":
        """`form` is a line that was refused."""
        things = queries.list_of(own.actor, own.client.pk)
        told = suggestions_for(own.actor, own.client, things)
        return cls(
            pages.list_rows(things, "activity"),
            pages.list_rows(things, "person"),
            form or OwnThingForm(),
            CopyForm(told=told, auto_id="copy_%s") if told else None,
        )


@dataclass(frozen=True, slots=True)
class SharingPage:
    """Who sees the day, who began it, and which meetings are offered."""

    share: ShareForm
    meetings: MeetingsForm
    begun: str

    @classmethod
    def of(cls, own: Own) -> "SharingPage":
        """As it stands now."""
        plan = day_plan_of(own.client.pk)
        begun = ""
        if plan and plan.begun_by:
            begun = _("You began it with %(name)s on %(day)s.") % {
                "name": plan.begun_by.name,
                "day": date_format(own.at_wall(plan.begun_at), "j F Y"),
            }
        return cls(
            ShareForm(initial={"shared": plan.shared if plan else Share.NOTHING}),
            MeetingsForm(
                initial={"meetings": plan.meetings if plan else Meetings.ANY}, auto_id="m_%s"
            ),
            begun,
        )


@dataclass(frozen=True, slots=True)
class PaperPage:
    """A week on one sheet: times and what stands, empty hours as a line to write on."""

    name: str
    start: str
    days: tuple[tuple[str, tuple[tuple[str, str, bool], ...]], ...]

    @classmethod
    def of(cls, own: Own) -> "PaperPage":
        """The seven days from today on."""
        days = week_of(own.actor, own.client, own.today, own.now)
        return cls(
            own.client.called,
            date_format(own.today, "j F"),
            tuple((date_format(each.on, "l j F"), _paper_lines(each, own.now)) for each in days),
        )


def _paper_lines(day: Day, now: datetime) -> tuple[tuple[str, str, bool], ...]:
    return tuple(
        (f"{each.time}–{each.until}", "" if each.is_empty else each.title, each.is_empty)
        for each in pages.hours_of(day, now)
    )
