"""Tells the wall on which day somebody finished the program: discharges are kept above it."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.linkage.celebrating import tells_completion
from homeward.progress.models import Discharge

_SERVICE = Actor.of_service("community")


@tells_completion
def completed_on(client_ids: Collection[UUID]) -> dict[UUID, date]:
    """The last completed episode of each of these clients."""
    rows = Discharge.objects.for_actor(_SERVICE, Purpose.INTERNAL_CARE).filter(
        client_id__in=client_ids, type=Discharge.Type.COMPLETED
    )
    found = rows.select_related("site").order_by("discharged_at")
    return {row.client_id: local_day(row.discharged_at, row.site.time_zone) for row in found}
