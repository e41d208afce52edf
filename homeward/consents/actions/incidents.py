"""Which incident a report of a crime on the premises is about (42 CFR 2.12(c)(5))."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.consents.actions.refusals import IncidentAhead, IncidentIncomplete
from homeward.consents.models import PremisesIncident
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

LONGEST_PLACE, LONGEST_WHAT = 80, 160


@dataclass(frozen=True, slots=True)
class IncidentTold:
    """The day, the place and in short what happened."""

    on: date | None
    place: str
    what: str


def incidents_of(actor: Actor) -> list[PremisesIncident]:
    """The recorded incidents the actor may read, the newest first."""
    rows = PremisesIncident.objects.for_actor(actor, Purpose.OPERATIONS)
    return list(rows.order_by("-on", "-entered_at")[:40])


def reported_incident(
    actor: Actor,
    client: Client,
    purpose: str,
    told: IncidentTold | None,
    incident_id: UUID | None,
    now: datetime,
) -> PremisesIncident | None:
    """The recorded incident, or the one told, recorded now; None for every other purpose.

    Raises IncidentIncomplete when only a part is told, IncidentAhead for a day that lies ahead.
    """
    if purpose != Purpose.CRIME_ON_PREMISES:
        return None
    if incident_id is not None:
        rows = PremisesIncident.objects.for_actor(actor, Purpose.OPERATIONS)
        return rows.get(pk=incident_id)  # type: ignore[no-any-return]
    if told is None or told.on is None or not told.place.strip() or not told.what.strip():
        raise IncidentIncomplete
    if told.on > local_day(now):
        raise IncidentAhead
    row: PremisesIncident = PremisesIncident.objects.create(
        site_id=client.site_id,
        on=told.on,
        place=" ".join(told.place.split())[:LONGEST_PLACE],
        what=" ".join(told.what.split())[:LONGEST_WHAT],
        entered_at=now,
        entered_by_id=actor.worker_id,
    )
    audit.record("consents.incident.entered", actor=actor, subject=row, at=now)
    return row
