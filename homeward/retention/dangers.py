"""Whom a clinician calls within the hour when they do not come: an overdose or suicide risk lately.

Open safety duties are known to the ladder itself. What a crisis was about stays where it is kept;
the ladder learns only that there is a danger.
"""

from collections.abc import Collection
from datetime import datetime, timedelta
from uuid import UUID

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.program.queries import numbers_for
from homeward.progress.outreach import register_danger
from homeward.safety.models import CrisisRun

ASKING = Actor.of_service("retention.dangers")
CODES = ("overdose", "suicide_risk")
LONGEST = timedelta(days=90)


@register_danger
def crisis_lately(client_ids: Collection[UUID], now: datetime) -> set[UUID]:
    """Those about whom such a crisis was gone through within the program's days."""
    runs = CrisisRun.objects.for_actor(ASKING, Purpose.INTERNAL_CARE).filter(
        client_id__in=list(client_ids), code__in=CODES, started_at__gte=now - LONGEST
    )
    return {
        run.client_id
        for run in runs.select_related("edition").order_by("pk")
        if run.started_at >= now - _days(run.edition.program_id, now)
    }


def _days(program_id: UUID, now: datetime) -> timedelta:
    return timedelta(days=int(numbers_for(program_id, local_day(now))["outreach_danger_days"]))
