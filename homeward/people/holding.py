"""The client first, then what is theirs: the one order in which rows are held for a change.

Whoever writes several rows of one client holds the client's row before any of them, so that two who
write at once wait for each other instead of each for the other's row for ever. Several clients are
held in the order of their ids.
"""

from collections.abc import Collection
from uuid import UUID

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.people.records import ClientRecord

_HOLDING = Actor.of_service("people.holding")


def hold(client_ids: Collection[UUID]) -> None:
    """Wait for these clients' rows and hold them until the transaction ends; one query."""
    rows = Client.objects.for_actor(_HOLDING, Purpose.OPERATIONS).filter(pk__in=set(client_ids))
    locked = rows.order_by("pk").select_for_update(of=("self",), no_key=True)
    list(locked.values_list("pk", flat=True))


def hold_client_of(model: type[ClientRecord], pk: UUID) -> None:
    """The same for whose row this is; where there is no such row, nothing: the caller says so."""
    rows = model.objects.for_actor(_HOLDING, Purpose.OPERATIONS).filter(pk=pk)
    hold(list(rows.values_list("client_id", flat=True)))
