"""Reaching a client at least by name, as the front desk does."""

from uuid import UUID

from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client, Contact


def client_by_name(actor: Actor, client_id: UUID) -> Client:
    """The client with no more than a name; raises Client.DoesNotExist."""
    rows = Client.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
    found: Client = rows.get(pk=client_id)
    return found


def contacts_by_name(actor: Actor, client: Client) -> list[Contact]:
    """The people beside a client, by name and relation."""
    rows = Contact.objects.for_actor(actor, Purpose.OPERATIONS, to=Access.MINIMAL)
    return list(rows.filter(client_id=client.pk).order_by("kind", "name"))
