"""What is open now, computed from the program's own rows: times to talk, seats in groups.

Only counts and times leave this module; it reads rows of people as the house itself.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.admissions.models import AssessmentVisit
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.program.models import Program, Site
from homeward.program.queries import closed_days
from homeward.staff.models import RoleGrant, WorkingHours
from homeward.staff.queries import held_on
from homeward.timetable.models import GroupMembership, SessionLeader, TherapyGroup
from homeward.website.program_words import said
from homeward.website.rules.open_times import Busy, Hours, Limits, open_times

HOUSE = Actor.of_service("website")
INTERVIEWERS = (Role.COUNSELOR, Role.SUPERVISOR, Role.ADMISSIONS)
LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Seats:
    """Free seats in the groups of one track."""

    track: str
    free: int


def next_times(program: Program, site: Site, now: datetime) -> str:
    """The next open times in words, or empty when the rows show none."""
    zone = ZoneInfo(site.time_zone)
    today = now.astimezone(zone).date()
    workers = list(
        RoleGrant.objects.filter(
            held_on(today), program=program, worker__site=site, role__in=INTERVIEWERS
        ).values_list("worker_id", flat=True)
    )
    hours = [
        Hours(str(row.worker_id), row.weekday, row.starts, row.ends)
        for row in WorkingHours.objects.filter(held_on(today), worker_id__in=workers)
    ]
    until = now + timedelta(days=LIMITS.days + 1)
    closed = closed_days(program, today, today + timedelta(days=LIMITS.days))
    times = open_times(hours, _busy(workers, now, until), now, zone, closed, LIMITS)
    return " · ".join(_in_words(each, now.astimezone(zone)) for each in times)


def seats_by_track(program: Program, now: datetime) -> list[Seats]:
    """Free seats by track; a cohort that meets on several days has the seats of its fullest day."""
    today = now.date()
    groups = list(
        TherapyGroup.objects.filter(
            Q(ends_on=None) | Q(ends_on__gt=today),
            program=program,
            session_type__kind="group",
            track__isnull=False,
        ).select_related("track")
    )
    held = {
        row["group_id"]: row["number"]
        for row in GroupMembership.objects.for_actor(HOUSE, Purpose.OPERATIONS)
        .filter(Q(ends_on=None) | Q(ends_on__gt=today), group__in=groups, starts_on__lte=today)
        .order_by()
        .values("group_id")
        .annotate(number=Count("pk"))
    }
    cohorts: dict[tuple[str, str], int] = {}
    for group in groups:
        assert group.track is not None  # the query asks for a track
        key = (group.track.name, group.cohort or group.code)
        free = max(0, group.capacity - held.get(group.pk, 0))
        cohorts[key] = min(free, cohorts.get(key, free))
    totals: dict[str, int] = {}
    for (track, _cohort), free in cohorts.items():
        totals[track] = totals.get(track, 0) + free
    return [Seats(said(track).text, free) for track, free in sorted(totals.items())]


def _busy(workers: Iterable[Any], now: datetime, until: datetime) -> list[Busy]:
    led = SessionLeader.objects.filter(
        worker_id__in=workers, is_released=False, starts_at__lt=until, ends_at__gt=now
    )
    visits = AssessmentVisit.objects.for_actor(HOUSE, Purpose.OPERATIONS).filter(
        worker_id__in=workers,
        state=AssessmentVisit.State.PLANNED,
        starts_at__gt=now - timedelta(hours=4),
        starts_at__lt=until,
    )
    return [
        *(Busy(str(row.worker_id), row.starts_at, row.ends_at) for row in led),
        *(
            Busy(str(row.worker_id), row.starts_at, row.starts_at + timedelta(minutes=row.minutes))
            for row in visits
        ),
    ]


def _in_words(instant: datetime, now: datetime) -> str:
    time = date_format(instant, "H:i")
    if instant.date() == now.date():
        return _("Today %(time)s") % {"time": time}
    return f"{date_format(instant, 'D')} {time}"
