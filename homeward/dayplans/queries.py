"""Reads of a day, of the plan and of the days that were told. What staff see is decided here."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward.core.actors import CLIENT, Actor
from homeward.core.clock import local_day
from homeward.dayplans.day import Day, day_of, own_list
from homeward.dayplans.kinds import Share
from homeward.dayplans.models import (
    DayPlan,
    LineOff,
    OwnThing,
    PreventionPlan,
    UseDay,
    WeekLine,
)
from homeward.dayplans.reaching import SERVICE, day_plan_of, purpose_of
from homeward.dayplans.rules import use_calendar
from homeward.instruments.models import CheckIn
from homeward.people.models import Client, Stop

# How far before a calendar the check-in before its first one is looked for.
BEFORE = timedelta(days=60)


@dataclass(frozen=True, slots=True)
class SharedDay:
    """What staff see of a day at this instant. `day` is None while nothing is shared.

    At `empty` the line holds empty stretches alone: no entry, no reason, no offer.
    """

    plan: DayPlan | None
    day: Day | None

    @property
    def is_whole(self) -> bool:
        """Whether everything is shared, so that both write in it."""
        return self.plan is not None and self.plan.shared == Share.ALL


def shared_day(actor: Actor, client: Client, on: date, now: datetime) -> SharedDay:
    """A client's day for staff, as far as the client shares it now; the only way staff read it.

    The look is theirs in the audit, also where the house itself reckons what is empty.
    """
    rows = DayPlan.objects.for_actor(actor, purpose_of(actor)).filter(client_id=client.pk)
    plan = rows.select_related("begun_by").first()
    if plan is None or plan.shared == Share.NOTHING:
        return SharedDay(plan, None)
    if plan.shared == Share.ALL:
        return SharedDay(plan, day_of(actor, client, on, now, plan=plan, with_offers=True))
    whole = day_of(SERVICE, client, on, now)
    return SharedDay(plan, Day(client, on, whole.zone, whole.empty, {}))


def week_lines(actor: Actor, client_id: UUID) -> list[WeekLine]:
    """The lines of the week that stand now or will; for the client, or where all is shared."""
    if not _may_read(actor, client_id):
        return []
    rows = WeekLine.objects.for_actor(actor, purpose_of(actor)).filter(
        client_id=client_id, until_on=None
    )
    return list(rows.select_related("written_by").order_by("weekday", "starts", "pk"))


def off_on(actor: Actor, client_id: UUID, on: date) -> list[LineOff]:
    """Lines of the week that were left out on a day."""
    if not _may_read(actor, client_id):
        return []
    rows = LineOff.objects.for_actor(actor, purpose_of(actor)).filter(client_id=client_id, on=on)
    return list(rows.select_related("line").order_by("line__starts", "pk"))


def list_of(actor: Actor, client_id: UUID) -> list[OwnThing]:
    """The own list, for the client, or where all is shared."""
    return own_list(actor, client_id) if _may_read(actor, client_id) else []


def _may_read(actor: Actor, client_id: UUID) -> bool:
    if actor.kind == CLIENT:
        return actor.client_id == client_id
    plan = day_plan_of(client_id)
    return plan is not None and plan.shared == Share.ALL


def prevention_plans(actor: Actor, client_id: UUID) -> list[PreventionPlan]:
    """Every version within reach, the newest first."""
    rows = PreventionPlan.objects.for_actor(actor, purpose_of(actor)).filter(client_id=client_id)
    return list(rows.select_related("written_by").order_by("-number"))


def use_calendar_of(
    actor: Actor, client: Client, first: date, last: date
) -> tuple[use_calendar.CalendarDay, ...]:
    """The client's own calendar of use and non-use; empty for everybody else."""
    if actor.kind != CLIENT or actor.client_id != client.pk:
        return ()
    rows: Any = CheckIn.objects.for_actor(actor, purpose_of(actor)).filter(
        client_id=client.pk, on__gte=first - BEFORE, on__lte=last
    )
    said, before = [], None
    for row in rows.defer("word").order_by("at", "pk"):
        if row.used is not None:
            said.append(use_calendar.CheckedIn(row.on, row.at, row.used, before))
            before = row.on
    told = UseDay.objects.for_actor(actor, purpose_of(actor)).filter(
        client_id=client.pk, on__gte=first, on__lte=last
    )
    return use_calendar.calendar_of(
        first,
        last,
        said,
        [use_calendar.ToldDay(row.on, row.said_at, row.used) for row in told],
        _away(actor, client, last),
    )


def _away(actor: Actor, client: Client, last: date) -> list[tuple[date, date]]:
    """Stays in a hospital or in jail as they stand on record, as half-open stretches of days."""
    rows = Stop.objects.for_actor(actor, purpose_of(actor)).filter(
        client_id=client.pk, kind__in=(Stop.Kind.HOSPITAL, Stop.Kind.JAIL), since_on__lte=last
    )
    zone = client.site.time_zone
    return [
        (row.since_on, local_day(row.ended_at, zone) if row.ended_at else last + timedelta(days=1))
        for row in rows.exclude(ending=Stop.Ending.IN_ERROR).defer("note")
    ]
