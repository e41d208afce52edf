"""The team's decision, which freezes the assessment it rests on."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.facts import announce
from homeward.core.records import expect_version
from homeward.core.refusals import Refusal
from homeward.kernel import levels
from homeward.kernel.purposes import Purpose
from homeward.placement.actions.signer import worker_of
from homeward.placement.facts import PlacementDecided
from homeward.placement.models import Placement

EMERGENCY = "emergency"


class RatingsIncomplete(Refusal):
    """Every dimension is rated before the team decides; the codes name those that are not."""


class DiscrepancyNeeded(Refusal):
    """The level provided differs from the suggested one: the record needs the reason."""


class LevelUnknown(Refusal):
    """The edition has no such level of care."""


class PlacementAlreadyDecided(Refusal):
    """A decided placement is not changed; a new assessment takes its place."""


@action
def decide_placement(
    *,
    actor: Actor,
    placement_id: UUID,
    provided_level: str,
    discrepancy: str = "",
    discrepancy_note: str = "",
    client_view: str = "",
    now: datetime,
    expected_version: int | None = None,
) -> Placement:
    """Record the team's level of care and freeze the assessment it rests on."""
    placement = (
        Placement.objects.for_actor(actor, Purpose.TREATMENT, to=Access.SIGN)
        .select_for_update(of=("self",))
        .get(pk=placement_id)
    )
    if placement.decided_at is not None:
        raise PlacementAlreadyDecided
    expect_version(placement, expected_version)
    wanted = range(1, 7) if placement.edition == "3" else range(1, 6)
    if missing := [f"dimension_{n}" for n in wanted if str(n) not in placement.ratings]:
        raise RatingsIncomplete(*missing)
    if provided_level != EMERGENCY:
        try:
            levels.level(placement.edition, provided_level)
        except KeyError as fault:
            raise LevelUnknown from fault
    differs = provided_level != placement.indicated_level
    if differs and (not discrepancy or discrepancy not in Placement.Discrepancy.values):
        raise DiscrepancyNeeded
    placement.change(
        provided_level=provided_level,
        discrepancy=discrepancy if differs else "",
        discrepancy_note=discrepancy_note.strip()[:300] if differs else "",
        client_view=client_view.strip()[:300],
        decided_at=now,
        decided_by_id=worker_of(actor),
    )
    audit.record(
        "placement.level.decided", actor=actor, subject=placement, at=now, reason=provided_level
    )
    announce(
        PlacementDecided(
            placement.pk, placement.client_id, placement.indicated_level, provided_level, actor, now
        )
    )
    return placement
