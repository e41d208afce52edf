"""Nobody is followed, reminded or celebrated any more: death, hospital or jail, once recorded."""

from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.linkage import duties
from homeward.linkage.actions.own import withdraw_all
from homeward.linkage.reaching import SERVICE
from homeward.people.models import Client


@action
def stop_following(*, actor: Actor, client_id: UUID, because: str, now: datetime) -> None:
    """End every duty of this room for a client, and take every celebration down.

    What was recorded stays; nothing new is asked for. `because` is a code, never a sentence. The
    caller has reached the client and recorded why.
    """
    rows = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE)
    client = rows.select_for_update(of=("self",), no_key=True).get(pk=client_id)
    duties.end_all(actor=actor, client_id=client_id, now=now, note=because)
    withdraw_all(actor=actor, client_id=client_id, now=now)
    audit.record("linkage.client.let_be", actor=actor, subject=client, at=now, reason=because)


@action
def follow_again(
    *, actor: Actor, client_id: UUID, because: str, since: datetime, now: datetime
) -> None:
    """What `stop_following` ended for this reason since then was ended by mistake.

    Each thing that still waits is somebody's duty again; what was taken down stays down until they
    put it up themselves. The caller has reached the client and recorded why.
    """
    rows = Client.objects.for_actor(SERVICE, Purpose.INTERNAL_CARE).select_related("site")
    client = rows.select_for_update(of=("self",), no_key=True).get(pk=client_id)
    duties.open_again(actor=actor, client=client, note=because, since=since, now=now)
    audit.record("linkage.client.followed_again", actor=actor, subject=client, at=now,
                 reason=because)  # fmt: skip
