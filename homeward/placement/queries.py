"""Reads about placements."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.placement.models import ExternalResult, HoldRelease, Placement, StayDecision
from homeward.placement.rules.holds import open_holds


def current_placement(actor: Actor, client: Client) -> Placement | None:
    """The newest assessment of a client, decided or still a draft."""
    rows = Placement.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    return rows.select_related("assessor", "decided_by").order_by("-assessed_at").first()


def placements_of(actor: Actor, client: Client) -> list[Placement]:
    """Every assessment of a client, the newest first."""
    rows = Placement.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    return list(rows.select_related("assessor", "decided_by").order_by("-assessed_at"))


def placement_for_admission(client_id: UUID) -> Placement | None:
    """The newest assessment, read by the admission rules themselves."""
    service = Actor.of_service("admissions")
    rows = Placement.objects.for_actor(service, Purpose.TREATMENT).filter(client_id=client_id)
    return rows.order_by("-assessed_at").first()


def released_codes(placement: Placement) -> frozenset[str]:
    """The holds of a placement that an examination released."""
    service = Actor.of_service("admissions")
    rows = HoldRelease.objects.for_actor(service, Purpose.TREATMENT).filter(placement=placement)
    return frozenset(row.code for row in rows)


def holds_of(placement: Placement) -> tuple[Mapping[str, Any], ...]:
    """The holds that still stand: code, until when (for a waiting time), and because of what."""
    return open_holds(placement.suggestion, released_codes(placement))


def external_results_of(actor: Actor, client: Client) -> list[ExternalResult]:
    """What tools used elsewhere found, the newest first."""
    rows = ExternalResult.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    return list(rows.select_related("attached_by").order_by("-done_on", "-attached_at"))


def stays_of(actor: Actor, placement: Placement) -> list[StayDecision]:
    """Every decision to stay or move on since a placement, the newest first."""
    rows = StayDecision.objects.for_actor(actor, Purpose.TREATMENT).filter(placement=placement)
    return list(rows.select_related("decided_by").order_by("-decided_at"))
