"""One day of one client, gathered from what is written, and what may fill its empty hours."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.db.models import Max

from homeward.core.actors import CLIENT, Actor
from homeward.dayplans.kept_away import kept_away
from homeward.dayplans.models import DayPlan, DayThing, LineOff, OwnThing, WeekLine
from homeward.dayplans.reaching import numbers_of, purpose_of, zone_of
from homeward.dayplans.rules import fillers, hard_times
from homeward.dayplans.rules import line as rules
from homeward.dayplans.rules.numbers import DayNumbers
from homeward.directory.kinds import Option
from homeward.directory.models import Service
from homeward.directory.rules.distance import miles_between
from homeward.directory.zips import area_of, area_of_place
from homeward.instruments.models import CheckIn
from homeward.kernel.reasons import Decision
from homeward.linkage.models import OutsideAppointment
from homeward.people.models import Client
from homeward.timetable.models import Seat

# An appointment elsewhere says when it begins, not how long it takes.
VISIT_LASTS = timedelta(hours=1)
MEETINGS = frozenset({str(Option.SUPPORT_SECULAR), str(Option.SUPPORT_SPIRITUAL)})
_ZIP = re.compile(r"\b(\d{5})(?:-\d{4})?\s*$")


@dataclass(frozen=True, slots=True)
class Day:
    """The line of hours, what each key of it is, and what weighs on each empty stretch."""

    client: Client
    on: date
    zone: ZoneInfo
    pieces: tuple[rules.Piece, ...]
    rows: Mapping[str, Any]
    weights: Mapping[datetime, Decision] = field(default_factory=dict)
    offers: Mapping[datetime, tuple[fillers.Offer, ...]] = field(default_factory=dict)

    @property
    def empty(self) -> tuple[rules.Piece, ...]:
        """The empty stretches of the whole day."""
        return rules.empty_in(self.pieces)


def day_of(
    actor: Actor,
    client: Client,
    on: date,
    now: datetime,
    *,
    plan: DayPlan | None = None,
    seats: Sequence[Seat] | None = None,
    program_id: UUID | None = None,
    with_offers: bool = False,
) -> Day:
    """The day in the actor's own reach. With offers also what may fill the hours to come.

    Staff see hard times from the check-ins that were shared alone.
    """
    (raw,) = _days_of(actor, client, [on], seats=seats)
    numbers = numbers_of(client, now, program_id)
    made = _shaped(raw, numbers)
    ahead = rules.empty_in(made.pieces, now)
    weights = _weights(actor, client, made, numbers) if made.empty else {}
    offers = _offers(actor, made, plan, now) if with_offers and ahead else {}
    return Day(client, on, made.zone, made.pieces, made.rows, weights, offers)


def week_of(actor: Actor, client: Client, monday: date, now: datetime) -> list[Day]:
    """Seven days without weights or offers, in as many reads as one."""
    numbers = numbers_of(client, now)
    week = [monday + timedelta(days=number) for number in range(7)]
    return [_shaped(each, numbers) for each in _days_of(actor, client, week)]


@dataclass(frozen=True, slots=True)
class _Raw:
    """A day before its hours are measured."""

    client: Client
    on: date
    zone: ZoneInfo
    entries: Sequence[rules.Entry]
    rows: Mapping[str, Any]


def _days_of(
    actor: Actor, client: Client, days: Sequence[date], *, seats: Sequence[Seat] | None = None
) -> list[_Raw]:
    """What stands in each of these days in a row; five reads."""
    zone, purpose = zone_of(client), purpose_of(actor)
    first, last = rules.bounds(days[0], zone)[0], rules.bounds(days[-1], zone)[1]
    about = {"client_id": client.pk}

    def rows_of(model: Any) -> Any:
        return model.objects.for_actor(actor, purpose).filter(**about)

    eve = days[0] - timedelta(days=1)
    lines = list(rows_of(WeekLine).filter(from_on__lte=days[-1]).exclude(until_on__lt=eve))
    off = list(rows_of(LineOff).filter(on__gte=eve, on__lte=days[-1])) if lines else []
    things = list(
        rows_of(DayThing).filter(on__gte=eve, on__lte=days[-1]).select_related("thing", "service")
    )
    if seats is None:
        held = rows_of(Seat).filter(
            released_at=None, session__cancelled_at=None, starts_at__lt=last, ends_at__gt=first
        )
        seats = list(held.select_related("session__room", "session__topic"))
    visits = list(
        rows_of(OutsideAppointment).filter(state="booked", at__gt=first - VISIT_LASTS, at__lt=last)
    )
    rows: dict[str, Any] = {str(row.pk): row for row in (*lines, *things, *seats, *visits)}
    fixed = [
        rules.Entry(str(row.pk), row.starts_at, row.ends_at, rules.Rank.SESSION) for row in seats
    ]
    fixed += [
        rules.Entry(str(row.pk), row.at, row.at + VISIT_LASTS, rules.Rank.APPOINTMENT)
        for row in visits
    ]
    for row in things:
        starts, ends = rules.stretch(row.on, row.starts, row.ends, zone)
        rank = rules.Rank.SLEEP if row.kind == "sleep" else rules.Rank.THIS_DAY
        fixed.append(rules.Entry(str(row.pk), starts, ends, rank))
    weekly = [_line(row) for row in lines]
    out = [(str(row.line_id), row.on) for row in off]
    return [
        _Raw(client, on, zone, [*fixed, *rules.of_the_week(weekly, out, on, zone)], rows)
        for on in days
    ]


def _line(row: WeekLine) -> rules.WeekLine:
    return rules.WeekLine(
        str(row.pk), row.weekday, row.starts, row.ends, row.from_on, row.until_on,
        row.kind == "sleep",
    )  # fmt: skip


def _shaped(raw: _Raw, numbers: DayNumbers) -> Day:
    shape = rules.Shape(
        least_minutes=numbers.empty_minutes,
        wakes=time(numbers.wakes_hour),
        sleeps=time(numbers.sleeps_hour),
    )
    pieces = rules.line_of(raw.entries, raw.on, raw.zone, shape)
    return Day(raw.client, raw.on, raw.zone, pieces, raw.rows)


def _weights(
    actor: Actor, client: Client, day: Day, numbers: DayNumbers
) -> dict[datetime, Decision]:
    since = day.on - timedelta(days=numbers.look_back_days)
    rows = CheckIn.objects.for_actor(actor, purpose_of(actor)).filter(
        client_id=client.pk, on__gte=since, on__lte=day.on
    )
    if actor.kind != CLIENT:
        rows = rows.filter(is_shared=True)
    told = [
        hard_times.Told(row.on, row.at.astimezone(day.zone).hour, row.craving, row.mood, row.used)
        for row in rows.defer("word").order_by("at", "pk")
    ]
    return {
        each.starts: hard_times.weigh(
            day.on.weekday(),
            hard_times.parts_of(each.starts.astimezone(day.zone), each.ends.astimezone(day.zone)),
            told,
            numbers,
        )
        for each in day.empty
    }


def _offers(
    actor: Actor, day: Day, plan: DayPlan | None, now: datetime
) -> dict[datetime, tuple[fillers.Offer, ...]]:
    today = {row.thing_id for row in day.rows.values() if _is_of(row, day.on)}
    things = [row for row in own_list(actor, day.client.pk) if row.pk not in today]
    away = kept_away(day.client.pk, things, now)
    wants = plan.meetings if plan else fillers.ANY
    meetings = _meetings(day) if wants != fillers.NONE else []
    chosen = DayThing.objects.for_actor(actor, purpose_of(actor)).filter(
        client_id=day.client.pk, thing__isnull=False
    )
    last_on = dict(chosen.values_list("thing_id").annotate(last=Max("on")))
    activities = [
        fillers.Activity(str(row.pk), row.label, row.minutes, last_on.get(row.pk))
        for row in things
        if row.kind == "activity"
    ]
    people = [_person(day, row) for row in things if row.kind == "person"]
    made = {}
    for piece in rules.empty_in(day.pieces, now):
        made[piece.starts] = fillers.offers_for(
            max(piece.starts, _rounded(now)),
            piece.ends,
            activities=activities,
            meetings=meetings,
            people=people,
            wants=wants,
            kept_away=away,
        )
    return made


def _is_of(row: Any, on: date) -> bool:
    """Whether something was chosen for this day already; it is not offered twice."""
    return isinstance(row, DayThing) and row.thing_id is not None and row.on == on


def _rounded(now: datetime) -> datetime:
    """Up to the next five minutes, so that nobody is offered a minute that has begun."""
    rest = timedelta(minutes=now.minute % 5, seconds=now.second, microseconds=now.microsecond)
    return now + timedelta(minutes=5) - rest if rest else now


def _person(day: Day, row: OwnThing) -> fillers.Person:
    starts, ends = rules.bounds(day.on, day.zone)
    if row.call_from and row.call_until:
        starts, ends = rules.stretch(day.on, row.call_from, row.call_until, day.zone)
    return fillers.Person(str(row.pk), row.label, starts, ends)


def _meetings(day: Day) -> list[fillers.Meeting]:
    """Meetings on that day of the places on the list; those for families alone are left out."""
    found = _ZIP.search(day.client.site.address.strip())
    origin = area_of(found.group(1)) if found else None
    rows = Service.objects.filter(retired_at=None, options__overlap=sorted(MEETINGS))
    made = []
    for row in rows.order_by("name", "code"):
        if row.takes == ["families"]:
            continue
        area = area_of_place(row.zip_code)
        miles = miles_between(origin.point, area.point) if origin and area else None
        for weekday, first, last in row.hours:
            if weekday != day.on.weekday() or last - first > 6 * 60:
                continue
            starts, ends = _wall(day, first), _wall(day, last)
            made.append(
                fillers.Meeting(
                    str(row.pk), row.name, starts, ends,
                    str(Option.SUPPORT_SECULAR) in row.options, miles,
                )
            )  # fmt: skip
    return made


def _wall(day: Day, minute: int) -> datetime:
    if minute >= 24 * 60:
        return rules.bounds(day.on, day.zone)[1]
    return rules.at_wall(day.on, time(minute // 60, minute % 60), day.zone)


def own_list(actor: Actor, client_id: UUID) -> list[OwnThing]:
    """What does somebody good and whom they call, in the order it was written."""
    rows = OwnThing.objects.for_actor(actor, purpose_of(actor)).filter(
        client_id=client_id, withdrawn_at=None
    )
    return list(rows.order_by("written_at", "created_at", "pk"))
