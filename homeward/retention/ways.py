"""By which ways people may be reached now: their choices, team, and consents at the instant."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from homeward.consents.disclosing import preview
from homeward.core.actors import Actor
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import outgoing_to
from homeward.notices.models import Channel, ContactChoice
from homeward.people.models import Client, Contact
from homeward.retention.rules.permitted import Ways
from homeward.retention.team import Teams

ASKING = Actor.of_service("retention.ways")
BESIDE = (Contact.Kind.FAMILY, Contact.Kind.SUPPORT, Contact.Kind.EMERGENCY)
CONTACT_STEPS = frozenset({"after_48_hours"})


def ways_of_clients(
    clients: Collection[Client], teams: Teams, numbers: Mapping[str, ProgramNumber]
) -> dict[UUID, Ways]:
    """What each client said about being reached, in one query; nobody's consents yet."""
    said: dict[UUID, dict[str, ContactChoice]] = {}
    rows = ContactChoice.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(
        client__in=[client.pk for client in clients], contact=None
    )
    for row in rows.defer("address").order_by("said_at", "created_at"):
        said.setdefault(row.client_id, {})[row.channel] = row
    return {client.pk: _ways(client, said.get(client.pk, {}), teams, numbers) for client in clients}


def _ways(
    client: Any,
    said: Mapping[str, ContactChoice],
    teams: Teams,
    numbers: Mapping[str, ProgramNumber],
) -> Ways:
    text, letter = said.get(Channel.TEXT), said.get(Channel.LETTER)
    hours = text if text is not None and text.is_wanted else None
    return Ways(
        has_phone=bool(client.phone_ending),
        wants_text=None if text is None else text.is_wanted,
        wants_letter=None if letter is None else letter.is_wanted,
        has_portal=client.account_id is not None,
        has_peer=teams.has_peer(client.pk),
        contacts=0,
        voicemail=client.voicemail,
        from_hour=hours.from_hour if hours else int(numbers["outreach_from_hour"]),
        until_hour=hours.until_hour if hours else int(numbers["outreach_until_hour"]),
        zone=client.site.time_zone,
    )


def contacts_that_may_be_told(client: Client, now: datetime) -> list[Contact]:
    """The people beside a client to whom a consent lets the program speak at this instant."""
    rows = Contact.objects.for_actor(ASKING, Purpose.OPERATIONS).filter(
        client_id=client.pk, kind__in=BESIDE
    )
    return [contact for contact in rows.order_by("name", "pk") if may_be_told(client, contact, now)]


def may_be_told(client: Client, contact: Contact, now: datetime) -> bool:
    """What the consent engine answers now; nothing is written, since nothing leaves yet."""
    return bool(preview(client, outgoing_to(client, contact, "call", ""), now).released)


def asks_contacts(steps: Sequence[str]) -> bool:
    """Whether one of these steps may go to somebody beside the client."""
    return bool(CONTACT_STEPS.intersection(steps))
