"""Discharge ends some consents and unlocks others: this room says when it happened."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from homeward.admissions.models import Episode
from homeward.consents import events


def _moments(client_id: UUID) -> Iterable[datetime]:
    ended = Episode.objects.unscoped("relation").filter(client_id=client_id, ended_at__isnull=False)
    return [episode.ended_at for episode in ended]


def _happened(at: datetime) -> Exists:
    return Exists(
        Episode.objects.unscoped("relation").filter(
            client_id=OuterRef("client_id"),
            ended_at__gte=OuterRef("signed_at"),
            ended_at__lte=at,
        )
    )


def register() -> None:
    """Tell the consents room that it may rely on "discharge"."""
    events.register(events.EventSource("discharge", _moments, _happened))
