"""A week as its sessions and seats stand, whoever made them, beside what people were told last.

Recurring groups make a week without a plan. Its promise is read from the rows themselves, so that
nothing falls out of it: any kind of session, at any minute, also one that has no leader yet. What
has begun by the time the week is published is news to nobody.
"""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import QuerySet

from homeward.timetable.instance_of_week.clock import WeekClock
from homeward.timetable.instance_of_week.held import held_in, live_sessions_of
from homeward.timetable.models import GroupSession, Week
from homeward.timetable.needs import in_care
from homeward.timetable.publishing.told_before import schedule_of_held, told_before
from homeward.timetable.publishing.wanted import Wanted, as_it_stands
from homeward.timetable.solver.schedule import Schedule

MINUTES_A_DAY = 24 * 60


@dataclass(frozen=True, slots=True)
class Standing:
    """Whom a week is promised to, what they were told last, and the week itself.

    Clients and staff are named by the text of their row's id. A slot of the schedules is a minute,
    counted from midnight.
    """

    clients: frozenset[str]
    staff: frozenset[str]
    previous: Schedule | None
    schedule: Schedule
    sessions: tuple[Wanted, ...]


def standing(week: Week, now: datetime) -> Standing:
    """A week nobody was told yet, beside the newest published before it; a fixed few queries."""
    clients = {row.client_id for row in in_care(week.program_id, week.site_id, week.starts_on)}
    clock = minutes_of(week.starts_on, week.site.time_zone)
    held = [
        each
        for each in held_in(week.program_id, week.site_id, week.starts_on, clients)
        if each.session.starts_at > now
    ]
    schedule, names = schedule_of_held(held, clock), frozenset(map(str, clients))
    before = told_before(week.program_id, week.site_id, clock, names, now)
    return Standing(
        clients=names,
        staff=_leaders(schedule) | (_leaders(before) if before else frozenset()),
        previous=before,
        schedule=schedule,
        sessions=tuple(as_it_stands(each, clock.zone) for each in held),
    )


def live_sessions(week: Week) -> QuerySet[GroupSession]:
    """Everything that is held in a week, one-to-ones as well."""
    return live_sessions_of(week.program_id, week.site_id, week.starts_on)


def days_ahead(week: Week, now: datetime) -> set[date]:
    """The days of a week on which something is still to be held."""
    return set(live_sessions(week).filter(ends_at__gt=now).values_list("on", flat=True))


def minutes_of(starts_on: date, zone: str) -> WeekClock:
    """A week's days in minutes from midnight."""
    return WeekClock(starts_on, zone, 0, MINUTES_A_DAY, 1)


def _leaders(schedule: Schedule) -> frozenset[str]:
    return frozenset(each.staff for each in (*schedule.groups, *schedule.singles) if each.staff)
