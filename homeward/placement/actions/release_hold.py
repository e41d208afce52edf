"""What releases a hold: the examination that answers it."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.placement.actions.signer import worker_of
from homeward.placement.models import HoldRelease, Placement
from homeward.placement.rules.holds import may_be_released, open_holds


class HoldNotOpen(Refusal):
    """This hold does not stand, or was released before."""


class HoldNeedsNewFacts(Refusal):
    """No examination answers this hold: rate the dimensions again with the missing fact."""


class ExaminerMissing(Refusal):
    """Say who examined the client, with their credential."""


@action
def release_hold(
    *,
    actor: Actor,
    placement_id: UUID,
    code: str,
    cleared_by: str,
    note: str = "",
    now: datetime,
) -> HoldRelease:
    """Record the examination that lets a held admission go on: by whom, and what they found."""
    placement = (
        Placement.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=placement_id)
    )
    if code not in {hold["code"] for hold in open_holds(placement.suggestion, ())}:
        raise HoldNotOpen
    if not may_be_released(code):
        raise HoldNeedsNewFacts
    if len(cleared_by.strip()) < 3:
        raise ExaminerMissing
    try:
        with transaction.atomic():
            release = HoldRelease.objects.create(
                client_id=placement.client_id,
                site_id=placement.site_id,
                placement=placement,
                code=code,
                cleared_by=cleared_by.strip()[:160],
                note=note.strip()[:300],
                at=now,
                by_id=worker_of(actor),
            )
    except IntegrityError as fault:
        raise HoldNotOpen from fault
    audit.record("placement.hold.released", actor=actor, subject=release, at=now, reason=code)
    return release
