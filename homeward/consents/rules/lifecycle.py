"""What a consent is at an instant. Computed from facts, never stored."""

from datetime import datetime

from .instants import to_utc
from .validation import defects
from .world import Consent, World

DRAFT, ACTIVE, EXPIRED = "draft", "active", "expired"
REVOKED, SUPERSEDED, DEFECTIVE = "revoked", "superseded", "defective"

# The reason given when a consent in this state is asked to carry a disclosure.
REASON_FOR_STATUS = {
    DRAFT: "consent_not_in_force_yet",
    DEFECTIVE: "consent_incomplete",
    REVOKED: "consent_revoked",
    SUPERSEDED: "consent_superseded",
    EXPIRED: "consent_expired",
}


def first_event(code: str | None, consent: Consent, world: World) -> datetime | None:
    """When the coded event first befell the client since signing.

    An event of an earlier episode neither ends nor unlocks a consent signed after it.
    """
    moments = [
        event.at
        for event in world.events
        if event.code == code
        and event.client == consent.client
        and consent.signed_at is not None
        and event.at >= consent.signed_at
    ]
    return min(moments, default=None)


def revoked_from(consent: Consent, world: World) -> datetime | None:
    """The instant from which revocation counts, or None.

    Only a criminal justice consent may be irrevocable, and only until its stated event (2.35);
    a revocation handed in before that waits and counts from the event.
    """
    asked = min((r.at for r in world.revocations if r.consent == consent.id), default=None)
    if asked is None or consent.kind != "criminal_justice":
        return asked
    if consent.irrevocable_until_event is None:
        return asked
    unlocked = first_event(consent.irrevocable_until_event, consent, world)
    return None if unlocked is None else max(asked, unlocked)


def endings(consent: Consent, world: World) -> list[tuple[datetime, str]]:
    """Every instant at which the consent stops, with the status it takes, earliest first."""
    expired_by_event = (
        first_event(consent.expires_on_event, consent, world) if consent.expires_on_event else None
    )
    found = (
        (revoked_from(consent, world), REVOKED),
        (consent.superseded_at, SUPERSEDED),
        (consent.expires_at, EXPIRED),
        (expired_by_event, EXPIRED),
    )
    return sorted(
        ((moment, status) for moment, status in found if moment is not None),
        key=lambda ending: ending[0],
    )


def status_at(consent: Consent, world: World, now: datetime) -> str:
    """draft, active, expired, revoked, superseded or defective at the instant `now`.

    A signed consent that waits for its start counts as a draft: it may not be used.
    """
    now = to_utc(now)
    if consent.signed_at is None or now < consent.signed_at:
        return DRAFT
    if defects(consent):
        return DEFECTIVE
    for moment, status in endings(consent, world):
        if moment <= now:
            return status
    if consent.starts_at is not None and now < consent.starts_at:
        return DRAFT
    return ACTIVE
