"""Who reaches an incident: a narrow set of readers, and its writer until it is reported inside."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.actors import SERVICE as SERVICE_KIND
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.incidents.models import Incident
from homeward.incidents.opening import SERVICE
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.program.models import Site


class IncidentIsClosed(Refusal):
    """A closed incident is frozen until it is opened again."""


def reads_incidents(actor: Actor) -> bool:
    """Whether the actor is one of the narrow set that reads incidents (trust model, section 2)."""
    return actor.kind == SERVICE_KIND or may(actor.roles, RecordClass.INCIDENTS, Access.READ)


def handles_incidents(actor: Actor) -> bool:
    """Whether the actor reads and changes them: director and supervisor."""
    return reads_incidents(actor) and (
        actor.kind == SERVICE_KIND or may(actor.roles, RecordClass.INCIDENTS, Access.WRITE)
    )


def incident_for(actor: Actor, incident_id: UUID) -> Incident:
    """One incident to read: for readers, and for its own writer until it was reported inside.

    Raises Incident.DoesNotExist for everybody else.
    """
    rows = Incident.objects.for_actor(actor, Purpose.OPERATIONS)
    beside = ("site", "program", "opened_by", "closed_by")
    found = rows.select_related(*beside).filter(pk=incident_id).first()
    if found is None:
        if actor.worker_id is None:
            raise Incident.DoesNotExist
        own = Incident.objects.for_actor(SERVICE, Purpose.OPERATIONS).select_related(*beside)
        found = own.get(pk=incident_id, opened_by_id=actor.worker_id, internal_at=None)
    return found  # type: ignore[no-any-return]


def locked_incident(actor: Actor, incident_id: UUID, *, by_writer: bool = False) -> Incident:
    """One open incident, held for a change; by its handlers, or `by_writer` by whoever wrote it.

    Raises Incident.DoesNotExist, NotAllowed, IncidentIsClosed.
    """
    incident = held(actor, incident_id, by_writer=by_writer)
    if incident.closed_at is not None:
        raise IncidentIsClosed
    return incident


def held(actor: Actor, incident_id: UUID, *, by_writer: bool = False) -> Incident:
    """The same, closed or not."""
    reached = incident_for(actor, incident_id)
    if not handles_incidents(actor) and not (
        by_writer and reached.opened_by_id == actor.worker_id and reached.internal_at is None
    ):
        raise NotAllowed
    rows = Incident.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    locked: Incident = (
        rows.select_for_update(of=("self",)).select_related("site", "program").get(pk=reached.pk)
    )
    return locked


def site_of(actor: Actor, site_id: UUID) -> Site:
    """A site where the actor works; raises Site.DoesNotExist."""
    sites = Site.objects.all()
    if not any(grant.site_id is None for grant in actor.grants):
        sites = sites.filter(pk__in=actor.site_ids)
    return sites.get(pk=site_id)


def day_at(moment: datetime, site: Any) -> date:
    """The date at the site's own wall clock."""
    return clock.local_day(moment, site.time_zone)
