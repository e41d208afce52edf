"""What is open now, computed from the program's own rows: times to talk, seats in groups.

Only counts and times leave this module; it reads rows of people as the house itself.
"""

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from django.db.models import Count, Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.program.models import Program, Site
from homeward.timetable.assessment_times import next_open_times
from homeward.timetable.models import GroupMembership, TherapyGroup
from homeward.website.program_words import said

HOUSE = Actor.of_service("website")


@dataclass(frozen=True, slots=True)
class Seats:
    """Free seats in the groups of one track."""

    track: str
    free: int


def next_times(program: Program, site: Site, now: datetime) -> str:
    """The next open times in words, or empty when the rows show none."""
    local = now.astimezone(ZoneInfo(site.time_zone))
    times = next_open_times(program, site, now)
    return " · ".join(_in_words(each, local) for each in times)


def seats_by_track(program: Program, now: datetime) -> list[Seats]:
    """Free seats by track; a cohort that meets on several days has the seats of its fullest day."""
    today = local_day(now)
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


def _in_words(instant: datetime, now: datetime) -> str:
    time = date_format(instant, "H:i")
    if instant.date() == now.date():
        return _("Today %(time)s") % {"time": time}
    return f"{date_format(instant, 'D')} {time}"
