"""The end of a client's case ends some consents and unlocks others: this says when it happened."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from homeward.consents import events
from homeward.consents.models import CaseClosing
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


def closings_of(actor: Actor, client: Client) -> list[CaseClosing]:
    """Every end of a case written down for a client, the newest first."""
    rows = CaseClosing.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    return list(rows.select_related("recorded_by").order_by("-counts_from"))


def _moments(client_id: UUID) -> Iterable[datetime]:
    rows = CaseClosing.objects.unscoped("relation").filter(client_id=client_id)
    return [row.counts_from for row in rows]


def _happened(at: datetime) -> Exists:
    return Exists(
        CaseClosing.objects.unscoped("relation").filter(
            client_id=OuterRef("client_id"),
            counts_from__gte=OuterRef("signed_at"),
            counts_from__lte=at,
        )
    )


def register() -> None:
    """Let a consent end when the case closes, or with that or discharge, whichever is first."""
    events.register(events.EventSource(events.CASE_CLOSED, _moments, _happened))
    events.register_earliest(
        events.DISCHARGE_OR_CASE_CLOSED, (events.DISCHARGE, events.CASE_CLOSED)
    )
