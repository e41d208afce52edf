"""Making sure at the desk who somebody is, and opening the record to their devices."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.doorways.models import Device, Doorway, IdentityCheck
from homeward.doorways.reaching import client_by, gives_record, own_doorway, rows_of
from homeward.doorways.refusals import IdentityUnclear, WayInEnded
from homeward.doorways.rules.identity import ENOUGH, What, checked
from homeward.kernel.reasons import State


@action
def prove_identity(
    *, actor: Actor, client_id: UUID, seen: Collection[str], now: datetime, paper: str = ""
) -> IdentityCheck:
    """Who the client is was seen: from now on the devices they have open their record.

    By whoever may write the client's identity; another device, given out by the front desk later,
    needs it once more. Raises Client.DoesNotExist, NotAllowed, WayInEnded, IdentityUnclear.
    """
    client = client_by(actor, client_id)
    if not gives_record(actor, client):
        raise NotAllowed
    doorway = own_doorway(client.pk)
    if doorway is None or doorway.ended_at is not None:
        raise WayInEnded("way_in_ended")
    check = keep_check(actor, doorway, What.PROOF, seen, paper, now)
    if doorway.proofed_at is None:
        doorway.change(proofed_at=now)
    for device in rows_of(Device).filter(doorway=doorway, ended_at=None, opens_record=False):
        device.change(opens_record=True)
    audit.record("doorways.identity.proofed", actor=actor, subject=doorway, at=now)
    return check


def keep_check(
    actor: Actor,
    doorway: Doorway,
    what: What,
    seen: Collection[str],
    paper: str,
    now: datetime,
    *,
    is_client_present: bool = True,
) -> IdentityCheck:
    """Write down how somebody was known. Raises IdentityUnclear with what is missing."""
    decision = checked(what, seen, paper)
    if decision.outcome != ENOUGH:
        raise IdentityUnclear(
            *(line.code for line in decision.reasons if line.state is State.NOT_MET)
        )
    check: IdentityCheck = IdentityCheck.objects.create(
        client_id=doorway.client_id, site_id=doorway.site_id, doorway=doorway, what=what.value,
        at=now, by_id=actor.worker_id, seen=sorted(set(seen)), paper=paper,
        is_client_present=is_client_present,
    )  # fmt: skip
    audit.record("doorways.identity.checked", actor=actor, subject=check, at=now, reason=what.value)
    return check
