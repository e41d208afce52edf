"""A word to the client before a consent of theirs ends by its date."""

from datetime import datetime, timedelta

from homeward.consents.active import in_force
from homeward.consents.models import Consent
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import queue_notice
from homeward.notices.models import Notice
from homeward.notices.queries import best_channel

DAYS_BEFORE = 14  # trust design, consent engine: reminders start 14 days before the end
_service = Actor.of_service("consents.reminding")


def remind_of_endings(*, now: datetime, days: int = DAYS_BEFORE) -> int:
    """Queue one notice a consent that ends within `days`; returns how many were queued now."""
    rows = in_force(Consent.objects.for_actor(_service, Purpose.OPERATIONS), now)
    soon = rows.filter(expires_at__lte=now + timedelta(days=days)).select_related("client")
    queued = 0
    for consent in soon.order_by("expires_at"):
        origin = f"consent ends {consent.pk}"
        known = Notice.objects.for_actor(_service, Purpose.OPERATIONS).filter(origin=origin)
        if known.exists():
            continue
        queue_notice(
            actor=_service,
            client_id=consent.client_id,
            code="ending_soon",
            channel=best_channel(consent.client),
            origin=origin,
            now=now,
        )
        queued += 1
    return queued
