"""When an assessment could begin next, and with whom: working hours less what fills them.

The public page shows the times alone; the admissions desk chooses one with its clinician.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Q

from homeward.admissions.models import AssessmentVisit
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.roles import Role
from homeward.program.models import Program, Site
from homeward.program.queries import closed_days
from homeward.staff.models import RoleGrant, WorkingHours
from homeward.staff.queries import held_on
from homeward.timetable.models import SessionLeader
from homeward.timetable.rules.open_times import (
    Busy,
    Hours,
    Limits,
    Opening,
    choices_of,
    open_times,
    openings,
)

HOUSE = Actor.of_service("assessment_times")
# Who writes an assessment by themselves; the same list is offered to callers and to the desk.
ASSESSORS = (Role.COUNSELOR, Role.PSYCHOLOGIST, Role.PHYSICIAN)
LIMITS = Limits()
A_DAY, MOST = 1, 12


@dataclass(frozen=True, slots=True)
class _Known:
    """What the rule is asked about, read once."""

    hours: list[Hours]
    busy: list[Busy]
    zone: ZoneInfo
    closed: frozenset[date]


def next_open_times(program: Program, site: Site, now: datetime) -> tuple[datetime, ...]:
    """The next open starts, at most one a day; never whose. Empty when the rows show none."""
    known = _known(program, site, now)
    return open_times(known.hours, known.busy, now, known.zone, known.closed, LIMITS)


def open_assessments(program: Program, site: Site, now: datetime) -> tuple[Opening, ...]:
    """A short list to choose from: of each clinician the first start of each day."""
    known = _known(program, site, now)
    found = openings(known.hours, known.busy, now, known.zone, known.closed, LIMITS)
    return choices_of(found, known.zone, a_day=A_DAY, most=MOST)


def _known(program: Program, site: Site, now: datetime) -> _Known:
    zone = ZoneInfo(site.time_zone)
    today = now.astimezone(zone).date()
    workers = list(
        RoleGrant.objects.filter(
            held_on(today), Q(site=None) | Q(site=site),
            program=program, worker__site=site, role__in=ASSESSORS,
        ).values_list("worker_id", flat=True)
    )  # fmt: skip
    hours = WorkingHours.objects.filter(held_on(today), worker_id__in=workers)
    until = now + timedelta(days=LIMITS.days + 1)
    return _Known(
        [Hours(str(row.worker_id), row.weekday, row.starts, row.ends) for row in hours],
        list(_busy(workers, now, until)),
        zone,
        frozenset(closed_days(program, today, today + timedelta(days=LIMITS.days))),
    )


def _busy(workers: Iterable[Any], now: datetime, until: datetime) -> Iterator[Busy]:
    """What they lead, and the assessments they were given already."""
    led = SessionLeader.objects.filter(
        worker_id__in=workers, is_released=False, starts_at__lt=until, ends_at__gt=now
    )
    for row in led:
        yield Busy(str(row.worker_id), row.starts_at, row.ends_at)
    visits = AssessmentVisit.objects.for_actor(HOUSE, Purpose.OPERATIONS).filter(
        worker_id__in=workers,
        state=AssessmentVisit.State.PLANNED,
        starts_at__gt=now - timedelta(hours=4),
        starts_at__lt=until,
    )
    for visit in visits:
        ends_at = visit.starts_at + timedelta(minutes=visit.minutes)
        yield Busy(str(visit.worker_id), visit.starts_at, ends_at)
