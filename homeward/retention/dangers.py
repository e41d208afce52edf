"""Whom a clinician calls within the hour when they do not come: an overdose or suicide risk lately.

Open safety duties are known to the ladder itself. What a crisis was about stays where it is kept;
the ladder learns only that there is a danger: a crisis gone through that was not called off, an
overdose the team was told of, or naloxone and overdoses written down with the person named.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.incidents.models import IncidentPerson
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for
from homeward.progress.outreach import register_danger
from homeward.progress.review_records import CourseEvent
from homeward.safety.models import CrisisRun

ASKING = Actor.of_service("retention.dangers")
OVERDOSE = "overdose"
CODES = (OVERDOSE, "suicide_risk")
# It was looked at and nobody was in danger.
NOTHING = ("false_alarm",)
# The step of the path that asks, and the answer that there are no such thoughts.
NO_THOUGHTS = {"stamps__step": "ask", "stamps__answer": "none"}
LONGEST = timedelta(days=90)


@register_danger
def crisis_lately(client_ids: Collection[UUID], now: datetime) -> set[UUID]:
    """Those about whom such a crisis was gone through within the program's days."""
    runs = CrisisRun.objects.for_actor(ASKING, Purpose.INTERNAL_CARE).filter(
        client_id__in=list(client_ids), code__in=CODES, started_at__gte=now - LONGEST
    )
    none = runs.filter(code="suicide_risk", **NO_THOUGHTS)
    runs = runs.exclude(outcome__in=NOTHING).exclude(pk__in=none.values("pk"))
    return {
        run.client_id
        for run in runs.select_related("edition").order_by("pk")
        if run.started_at >= now - _days(run.edition.program_id, now)
    } | _overdosed(list(client_ids), now)


def _overdosed(client_ids: list[UUID], now: datetime) -> set[UUID]:
    """Those of whom an overdose was told to the team or written down as an incident."""
    first = local_day(now - LONGEST)
    told = CourseEvent.objects.for_actor(ASKING, Purpose.INTERNAL_CARE).filter(
        client_id__in=client_ids, code=OVERDOSE, happened_on__gte=first
    )
    found = {
        row.client_id
        for row in told.select_related("episode").order_by("pk")
        if row.happened_on >= local_day(now - _days(row.episode.program_id, now))
    }
    written = IncidentPerson.objects.for_actor(ASKING, Purpose.INTERNAL_CARE).filter(
        client_id__in=client_ids, part=IncidentPerson.Part.AFFECTED, incident__kind=OVERDOSE,
        incident__occurred_at__gte=now - LONGEST,
    )  # fmt: skip
    return found | {
        row.client_id
        for row in written.select_related("incident").order_by("pk")
        if row.incident.occurred_at >= now - _days(row.incident.program_id, now)
    }


def _days(program_id: UUID, now: datetime) -> timedelta:
    return timedelta(days=int(numbers_for(program_id, local_day(now))["outreach_danger_days"]))
