"""Which consents are in force at an instant, as SQL; the engine says the same of one row.

A test holds the two together (tests/test_case_closed.py).
"""

from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Q

from homeward.consents import events
from homeward.consents.models import Consent, Revocation

# Consents of these kinds stand beside each other; of the others the newest replaces the rest.
STANDS_BESIDE = ("specific", "counseling_notes", "legal_proceeding", "research")


def in_force(rows: Any, at: datetime) -> Any:
    """The rows of a consent queryset that are signed, started, not ended and not taken back."""
    newer = Consent.objects.unscoped("relation").filter(
        client_id=OuterRef("client_id"),
        kind=OuterRef("kind"),
        contact_id=OuterRef("contact_id"),
        signed_at__gt=OuterRef("signed_at"),
        signed_at__lte=at,
    )
    newer_unnamed = Consent.objects.unscoped("relation").filter(
        client_id=OuterRef("client_id"),
        kind=OuterRef("kind"),
        contact_id=None,
        signed_at__gt=OuterRef("signed_at"),
        signed_at__lte=at,
    )
    revoked = Revocation.objects.unscoped("relation").filter(consent_id=OuterRef("pk"), at__lte=at)
    replaceable = ~Q(kind__in=STANDS_BESIDE)
    current = rows.filter(
        Q(starts_at=None) | Q(starts_at__lte=at),
        Q(expires_at=None) | Q(expires_at__gt=at),
        signed_at__lte=at,
    ).exclude((Exists(newer) | Q(Exists(newer_unnamed), contact_id=None)) & replaceable)
    unlocked: Any = Q(irrevocable_until_event="") | ~Q(kind=Consent.Kind.CRIMINAL_JUSTICE)
    binding = events.codes()
    for source in events.sources():
        happened = source.happened(at)
        current = current.exclude(Q(happened, expires_on_event=source.code))
        said = [code for code in binding if events.unlocked_by(code) == source.code]
        unlocked |= Q(happened, irrevocable_until_event__in=said)
    return current.exclude(Q(Exists(revoked)) & unlocked)
