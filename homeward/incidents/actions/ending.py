"""Closing an incident when every clock was kept, and opening it again with a reason."""

from datetime import datetime
from uuid import UUID

from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.incidents.models import FollowUp, Incident, IncidentPerson
from homeward.incidents.naming import called_in, refuse_names
from homeward.incidents.noting import note
from homeward.incidents.opening import SERVICE, breach_of
from homeward.incidents.reaching import held, locked_incident
from homeward.incidents.rules.closing import Standing, missing_to_close
from homeward.incidents.running import running
from homeward.kernel.purposes import Purpose


class NotYet(Refusal):
    """Something is missing before it may be closed; the codes say what."""


class IncidentIsOpen(Refusal):
    """Only a closed incident is opened again."""


class ReopenReasonMissing(Refusal):
    """Opening again says why."""


@action
def close_incident(
    *, actor: Actor, incident_id: UUID, now: datetime, expected_version: int | None = None
) -> Incident:
    """Freeze it; raises NotYet with everything that is missing."""
    incident = locked_incident(actor, incident_id)
    expect_version(incident, expected_version)
    if codes := missing_to_close(standing_of(incident)):
        raise NotYet(*codes)
    incident.change(closed_at=now, closed_by_id=actor.worker_id)
    note(actor, incident, "closed", now)
    return incident


@action
def reopen_incident(*, actor: Actor, incident_id: UUID, why: str, now: datetime) -> Incident:
    """Open it again for something that was learned; the history keeps both."""
    incident = held(actor, incident_id)
    if incident.closed_at is None:
        raise IncidentIsOpen
    if len(why.strip()) < 3:
        raise ReopenReasonMissing("incident_reason_missing")
    refuse_names(called_in(incident), {"why": why})
    incident.change(closed_at=None, closed_by_id=None)
    note(actor, incident, "reopened", now, why)
    return incident


def standing_of(incident: Incident) -> Standing:
    """What the closing rule asks."""
    follow_ups = FollowUp.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    people = IncidentPerson.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    clocks, breach = running(incident), breach_of(incident)
    return Standing(
        what=incident.what,
        immediate_action=incident.immediate_action,
        people=people.filter(incident=incident).count(),
        due=frozenset(clocks),
        kept=frozenset(code for code, (_due, kept) in clocks.items() if kept is not None),
        open_follow_ups=follow_ups.filter(incident=incident, done_at=None).count(),
        cause=incident.cause,
        is_uncounted=breach is not None and breach.people is None and not breach.is_ruled_out,
    )
