"""Reads about documents; their content is opened only by the action."""

from homeward.core.actors import Actor
from homeward.documents.models import Document
from homeward.documents.withdrawn import withdrawn
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


def documents_of(actor: Actor, client: Client) -> list[Document]:
    """The documents of a client that stand, the newest first, without their content."""
    rows = Document.objects.for_actor(actor, Purpose.TREATMENT).filter(client_id=client.pk)
    found = list(rows.select_related("made_by").defer("sealed").order_by("-made_at"))
    gone = withdrawn(found)
    return [each for each in found if each.pk not in gone]
