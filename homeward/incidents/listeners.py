"""What opens an incident by itself: a crisis that ended, and what another room says happened."""

from datetime import timedelta
from typing import Any

from homeward.core.facts import listens_to
from homeward.incidents.models import IncidentEvent, IncidentNotification
from homeward.incidents.naming import called_in, coded, say_codes
from homeward.incidents.opening import (
    SERVICE,
    Happened,
    Somebody,
    add_people,
    incidents,
    open_incident,
)
from homeward.incidents.rules.kinds import LEAST
from homeward.kernel.purposes import Purpose
from homeward.program.facts import SomethingHappened
from homeward.program.models import Site
from homeward.safety.facts import CrisisEnded, CrisisNamed
from homeward.safety.models import CrisisRun

NALOXONE = "medications.naloxone_use:"
# Naloxone that is written down around an overdose that was gone through is that overdose.
AROUND = timedelta(hours=3)


@listens_to(CrisisEnded)
def open_after_crisis(fact: CrisisEnded) -> None:
    """The facts of the steps, by code; a call to 911 stands as the first notification."""
    if fact.kind not in LEAST:
        return
    people = [Somebody("staff", "responded", worker_id=fact.started_by_id)]
    if fact.actor.worker_id is not None and fact.actor.worker_id != fact.started_by_id:
        people.append(Somebody("staff", "responded", worker_id=fact.actor.worker_id))
    if fact.client_id is not None:
        people.insert(0, Somebody("client", "affected", client_id=fact.client_id))
    incident = open_incident(
        actor=fact.actor,
        site=Site.objects.get(pk=fact.site_id),
        told=Happened(
            kind=fact.kind, severity=fact.severity, occurred_at=fact.started_at,
            known_at=fact.started_at, origin=f"safety.crisis:{fact.run_id}", place=fact.place,
            what=f"{fact.title}. {fact.outcome}.", immediate_action=" ".join(fact.did),
            people=people,
        ),
        now=fact.at,
    )  # fmt: skip
    if incident.opened_at != fact.at:  # naloxone was written down while the steps were gone through
        add_people(incident, people)
        incident.change(
            kind=fact.kind, what=f"{fact.title}. {fact.outcome}.",
            immediate_action=" ".join(fact.did),
        )  # fmt: skip
        say_codes(incident)
    if fact.called_911_at is not None:
        IncidentNotification.objects.create(
            incident=incident, whom="emergency", how="phone", told_at=fact.called_911_at,
            written_at=fact.at, by_id=fact.actor.worker_id,
        )  # fmt: skip


@listens_to(CrisisNamed)
def add_who(fact: CrisisNamed) -> None:
    """Whom it was about was said afterwards: the incident learns it by code."""
    incident = incidents().filter(origin=f"safety.crisis:{fact.run_id}", closed_at=None).first()
    if incident is not None:
        add_people(incident, [Somebody("client", "affected", client_id=fact.client_id)])
        say_codes(incident)


@listens_to(SomethingHappened)
def open_what_happened(fact: SomethingHappened) -> None:
    """One incident for the cause; naloxone around an overdose adds to the one that is there."""
    if fact.origin.startswith(NALOXONE) and (overdose := _overdose_around(fact)) is not None:
        IncidentEvent.objects.create(
            incident=overdose, code="naloxone_recorded", at=fact.at, by_id=fact.actor.worker_id,
            words=coded(fact.what, called_in(overdose)),
        )  # fmt: skip
        return
    people = []
    if fact.client_id is not None:
        people.append(Somebody("client", "affected", client_id=fact.client_id))
    if fact.actor.worker_id is not None:
        people.append(Somebody("staff", "responded", worker_id=fact.actor.worker_id))
    open_incident(
        actor=fact.actor,
        site=Site.objects.get(pk=fact.site_id),
        told=Happened(
            kind=fact.kind, severity=fact.severity, occurred_at=fact.occurred_at,
            known_at=fact.at, origin=_crisis_around(fact) or fact.origin, place=fact.place,
            what=fact.what,
            immediate_action=fact.immediate_action, people=people,
        ),
        now=fact.at,
    )  # fmt: skip


def _crisis_around(fact: SomethingHappened) -> str:
    """The key of an overdose that is being gone through here now, for naloxone; "" for none."""
    if not fact.origin.startswith(NALOXONE):
        return ""
    runs = CrisisRun.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        site_id=fact.site_id, code="overdose", ended_at=None,
        started_at__gte=fact.occurred_at - AROUND, started_at__lte=fact.occurred_at + AROUND,
    )  # fmt: skip
    run = runs.order_by("-started_at").first()
    return f"safety.crisis:{run.pk}" if run is not None else ""


def _overdose_around(fact: SomethingHappened) -> Any:
    rows = incidents().filter(
        site_id=fact.site_id, kind__in=("overdose", "death"), closed_at=None,
        origin__startswith="safety.crisis:",
        occurred_at__gte=fact.occurred_at - AROUND, occurred_at__lte=fact.occurred_at + AROUND,
    )  # fmt: skip
    return rows.order_by("-occurred_at").first()
