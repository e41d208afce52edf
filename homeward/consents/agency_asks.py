"""Reads of what agencies asked for, and of what they were shown."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.consents.models import AgencyAsk, Disclosure
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client

_service = Actor.of_service("disclosing")


def asks_about(actor: Actor, client: Client) -> list[AgencyAsk]:
    """The asks about a client the actor may read, those without an answer first."""
    rows: Any = AgencyAsk.objects.for_actor(actor, Purpose.TREATMENT)
    found = rows.filter(client_id=client.pk).select_related("contact", "answer__disclosure")
    return sorted(found, key=lambda row: (hasattr(row, "answer"), -row.asked_at.timestamp()))


def ask_to_answer(actor: Actor, ask_id: UUID) -> AgencyAsk:
    """One ask with its contact, for who may write consents; AgencyAsk.DoesNotExist otherwise."""
    rows: Any = AgencyAsk.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    found: AgencyAsk = rows.select_related("contact", "client", "answer").get(pk=ask_id)
    return found


def shown_to(contact_id: UUID, since: datetime, limit: int) -> list[Disclosure]:
    """What this contact was shown or told since then, the newest first; refusals are not told."""
    rows = Disclosure.objects.for_actor(_service, Purpose.CLIENT_REQUEST)
    found = rows.filter(recipient_id=str(contact_id), at__gte=since).exclude(effect="deny")
    return list(found.order_by("-at", "-created_at")[:limit])
