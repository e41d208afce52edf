"""How full each site is: seats of its groups, and clients in care.

A cohort that meets on several days has the seats of its smallest day, because a client needs one
on each of them.
"""

from collections import defaultdict
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Q

from homeward.admissions.actions import keep_capacity_notice
from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.program.models import Program, Site
from homeward.timetable.models import TherapyGroup

HOUSE = Actor.of_service("capacity")


@dataclass(frozen=True, slots=True)
class Fullness:
    """Seats of a program at a site, and how many of them are taken."""

    program: Program
    site: Site
    seats: int
    taken: int


def fullness(now: datetime) -> list[Fullness]:
    """Every program at every site that has groups."""
    day = local_day(now)
    groups = TherapyGroup.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=day),
        starts_on__lte=day,
        session_type__kind="group",
        track__isnull=False,
    ).select_related("program", "site")
    cohorts: dict[tuple[Any, Any], dict[tuple[Any, str], int]] = defaultdict(dict)
    places: dict[tuple[Any, Any], tuple[Program, Site]] = {}
    for group in groups:
        key = (group.program_id, group.site_id)
        places[key] = (group.program, group.site)
        cohort = (group.track_id, group.cohort or group.code)
        cohorts[key][cohort] = min(cohorts[key].get(cohort, group.capacity), group.capacity)
    found = []
    for key, (program, site) in sorted(places.items(), key=lambda each: str(each[0])):
        episodes = Episode.objects.for_actor(HOUSE, Purpose.OPERATIONS)
        taken = episodes.filter(program=program, site=site, ended_at=None).count()
        found.append(Fullness(program, site, sum(cohorts[key].values()), taken))
    return found


def watch_capacity(*, now: datetime) -> int:
    """Open, keep or end the director's notice for each; returns how many stand open."""
    notices = [
        keep_capacity_notice(
            actor=HOUSE,
            program=each.program,
            site=each.site,
            seats=each.seats,
            taken=each.taken,
            now=now,
        )
        for each in fullness(now)
    ]
    return sum(notice is not None and notice.over_at is None for notice in notices)
