"""A discharge stays a discharge: a consent that ended with it does not come back with the client.

Who returns into the same episode makes it open again, and its last day is no longer on it; what
was signed at the end is. So the consents room asks here as well.
"""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from homeward.admissions.models import Episode
from homeward.consents import events
from homeward.progress.models import Discharge


def _moments(client_id: UUID) -> Iterable[datetime]:
    ended = Episode.objects.unscoped("relation").filter(client_id=client_id, ended_at__isnull=False)
    signed = Discharge.objects.unscoped("relation").filter(client_id=client_id)
    return {row.ended_at for row in ended} | {row.discharged_at for row in signed}


def _happened(at: datetime) -> Q:
    since = {"client_id": OuterRef("client_id")}
    ended = Episode.objects.unscoped("relation").filter(
        **since, ended_at__gte=OuterRef("signed_at"), ended_at__lte=at
    )
    signed = Discharge.objects.unscoped("relation").filter(
        **since, discharged_at__gte=OuterRef("signed_at"), discharged_at__lte=at
    )
    return Q(Exists(ended)) | Q(Exists(signed))


def register() -> None:
    """Take the place of the source that knows of open and ended episodes alone."""
    events.register(events.EventSource(events.DISCHARGE, _moments, _happened))
