"""Reads of the ledger: everything, and the account a client is owed."""

from datetime import datetime
from typing import Any

from homeward.consents.models import Delivery, Disclosure
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

# A worker's own copy inside the program is a use, not a disclosure; "who looked" tells of it.
INSIDE = "internal_care"
NEVER_LEFT = (Delivery.State.WITHHELD, Delivery.State.FAILED)


def entries_about(actor: Actor) -> Any:
    """The entries an actor may read, with what hangs on each."""
    rows = Disclosure.objects.for_actor(actor, Purpose.OPERATIONS)
    return rows.select_related("client", "by_worker", "delivery", "emergency")


def ledger_of(
    actor: Actor,
    client: Client,
    *,
    show: str = "all",
    before: datetime | None = None,
    limit: int = 50,
) -> list[Disclosure]:
    """The newest entries first; `show` is all, left (something went out) or denied."""
    rows = entries_about(actor).filter(client_id=client.pk)
    if before is not None:
        rows = rows.filter(at__lt=before)
    if show == "left":
        rows = rows.exclude(effect="deny").exclude(delivery__state__in=NEVER_LEFT)
    elif show == "denied":
        rows = rows.filter(effect="deny")
    return list(rows.order_by("-at", "-created_at")[:limit])


def account_for(
    actor: Actor,
    client: Client,
    *,
    since: datetime,
    before: datetime | None = None,
    limit: int | None = 50,
) -> list[Disclosure]:
    """What left about a client to somebody else, under any basis, the newest first (2.25).

    `limit` None gives all of it.

    What went to the client is theirs already, and a worker's own copy never left.
    """
    rows = (
        entries_about(actor)
        .filter(client_id=client.pk, at__gte=since)
        .exclude(effect="deny")
        .exclude(delivery__state__in=NEVER_LEFT)
        .exclude(purpose=INSIDE)
        .exclude(recipient_id=str(client.pk))
    )
    if before is not None:
        rows = rows.filter(at__lt=before)
    return list(rows.order_by("-at", "-created_at")[:limit])
