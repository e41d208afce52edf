"""The orders of one specimen at a laboratory, as consequences in a test's own transaction."""

from datetime import datetime
from typing import Any

from homeward.core.actors import Actor
from homeward.drugtests.models import DrugTest, LabOrder
from homeward.kernel.purposes import Purpose

ORDERING = Actor.of_service("drugtests.laboratory")


def open_orders(test: DrugTest) -> Any:
    """The open orders of a test, locked for a change."""
    rows = LabOrder.objects.for_actor(ORDERING, Purpose.TREATMENT).filter(test=test, closed_at=None)
    return rows.select_for_update(of=("self",))


def note_received(test: DrugTest, at: datetime) -> None:
    """The laboratory has the specimen of each open order."""
    for order in open_orders(test).filter(received_at=None):
        order.change(received_at=at)


def close_orders(test: DrugTest, reason: str, at: datetime) -> None:
    """Nothing more is awaited for this specimen."""
    for order in open_orders(test):
        order.change(closed_at=at, closed_reason=reason)
