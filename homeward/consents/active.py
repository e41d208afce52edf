"""Which consents are in force at an instant, as SQL; the engine says the same of one row.

A test holds the two together (tests/test_case_closed.py).
"""

from datetime import datetime
from typing import Any

from django.db import models
from django.db.models import Exists, ExpressionWrapper, F, OuterRef, Q

from homeward.consents import events
from homeward.consents.models import Consent, Revocation

# Consents of these kinds stand beside each other; of the others the newest replaces the rest.
STANDS_BESIDE = ("specific", "counseling_notes", "legal_proceeding", "research")


# The two signatures that only together carry anything stand beside each other (42 CFR 2.14).
HALVES = {"minor_own", "guardian"}


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
    other_half = Q(signer_authority__in=HALVES, outer__in=HALVES) & ~Q(signer_authority=F("outer"))
    outer = ExpressionWrapper(OuterRef("signer_authority"), models.CharField())
    newer = newer.annotate(outer=outer).exclude(other_half)
    newer_unnamed = newer_unnamed.annotate(outer=outer).exclude(other_half)
    revoked = Revocation.objects.unscoped("relation").filter(consent_id=OuterRef("pk"), at__lte=at)
    beside = (
        Consent.objects.unscoped("relation")
        .filter(
            Q(expires_at=None) | Q(expires_at__gt=at),
            ~Exists(revoked),
            client_id=OuterRef("client_id"),
            kind=OuterRef("kind"),
            recipients=OuterRef("recipients"),
            is_half=True,
            signed_at__lte=at,
        )
        .annotate(outer=outer)
        .filter(other_half)
    )
    replaceable = ~Q(kind__in=STANDS_BESIDE)
    current = rows.filter(
        Q(starts_at=None) | Q(starts_at__lte=at),
        Q(expires_at=None) | Q(expires_at__gt=at),
        signed_at__lte=at,
    ).exclude((Exists(newer) | Q(Exists(newer_unnamed), contact_id=None)) & replaceable)
    current = current.exclude(Q(~Exists(beside), is_half=True))
    unlocked: Any = Q(irrevocable_until_event="") | ~Q(kind=Consent.Kind.CRIMINAL_JUSTICE)
    binding = events.codes()
    for source in events.sources():
        happened = source.happened(at)
        current = current.exclude(Q(happened, expires_on_event=source.code))
        said = [code for code in binding if events.unlocked_by(code) == source.code]
        unlocked |= Q(happened, irrevocable_until_event__in=said)
    return current.exclude(Q(Exists(revoked)) & unlocked)
