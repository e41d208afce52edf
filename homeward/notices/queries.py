"""Reads about notices: how somebody may be reached, what was sent, what is neutral here."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.notices.inbound import those_stopped
from homeward.notices.models import Channel, ContactChoice, Notice
from homeward.people.models import Client
from homeward.program.models import Organisation, Program, Site

_service = Actor.of_service("notices")
BEST_FIRST = (Channel.TEXT, Channel.EMAIL, Channel.LETTER)


def choices_of(
    client: Client, contact_id: UUID | None = None, actor: Actor | None = None
) -> dict[str, ContactChoice]:
    """The newest word on each channel; a channel nobody spoke of is not agreed to.

    Without an actor the sender reads for itself.
    """
    rows = ContactChoice.objects.for_actor(actor or _service, Purpose.OPERATIONS)
    said = rows.filter(client_id=client.pk, contact_id=contact_id).order_by("said_at", "created_at")
    return {row.channel: row for row in said}


def best_channel(client: Client) -> str:
    """How the client wants to hear of something: as they chose, otherwise on their page."""
    return best_channels([client.pk])[client.pk]


def best_channels(client_ids: Iterable[UUID]) -> dict[UUID, str]:
    """The same for many; at most two queries. A number that said STOP is told nothing by text."""
    ids = list(client_ids)
    rows = ContactChoice.objects.for_actor(_service, Purpose.OPERATIONS)
    said: dict[UUID, dict[str, ContactChoice]] = defaultdict(dict)
    for row in rows.filter(client__pk__among=ids, contact=None).order_by("said_at", "created_at"):
        said[row.client_id][row.channel] = row
    texts = [own[Channel.TEXT].address for own in said.values() if Channel.TEXT in own]
    stopped = those_stopped(texts)
    return {id_: _best(said.get(id_, {}), stopped) for id_ in ids}


def _best(said: dict[str, ContactChoice], stopped: frozenset[str]) -> str:
    for channel in BEST_FIRST:
        row = said.get(channel)
        is_stopped = channel == Channel.TEXT and row is not None and row.address in stopped
        if row is not None and row.is_wanted and not is_stopped:
            return str(channel.value)
    return str(Channel.NOTE.value)


def notices_of(actor: Actor, client: Client, limit: int = 50) -> list[Notice]:
    """The notices about a client the actor may read, the newest first."""
    rows = Notice.objects.for_actor(actor, Purpose.OPERATIONS).filter(client_id=client.pk)
    return list(
        rows.select_related("outcome", "contact", "queued_by").order_by("-queued_at")[:limit]
    )


def sender_name() -> str:
    """The neutral name of the organization; empty before a program is loaded."""
    return Organisation.objects.values_list("neutral_name", flat=True).first() or ""


def own_names() -> tuple[str, ...]:
    """Every name of the house that a notice must not carry."""
    names: list[Any] = [
        each for pair in Organisation.objects.values_list("name", "public_name") for each in pair
    ]
    names += Site.objects.values_list("name", flat=True)
    names += Program.objects.values_list("name", flat=True)
    return tuple(dict.fromkeys(filter(None, names)))
