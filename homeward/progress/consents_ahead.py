"""Consents that end before the next step of care does."""

from datetime import datetime

from homeward.consents.active import in_force
from homeward.consents.models import Consent
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.progress.standing import REVIEWING

# These end with the care by themselves, or are asked for anew each time.
NOT_ASKED = (Consent.Kind.TREATMENT, Consent.Kind.COUNSELING_NOTES, Consent.Kind.LEGAL_PROCEEDING)


def to_extend(client: Client, now: datetime, until: datetime) -> list[Consent]:
    """Those in force now whose last day lies before `until`, the first to end first."""
    rows = Consent.objects.for_actor(REVIEWING, Purpose.TREATMENT).filter(
        client_id=client.pk, expires_at__lte=until
    )
    held = in_force(rows.exclude(kind__in=NOT_ASKED), now)
    return list(held.order_by("expires_at", "pk"))
