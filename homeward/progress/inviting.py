"""Invitations to the portal: every morning for everybody in the program, and at each event."""

from collections.abc import Collection
from datetime import datetime
from uuid import UUID

from homeward.admissions.facts import ClientAdmitted
from homeward.admissions.models import Episode
from homeward.core.actors import Actor
from homeward.core.facts import listens_to
from homeward.instruments.inviting import invite
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.progress.facts import ClientDischarged, SteppedDown
from homeward.progress.measuring import due_of_clients
from homeward.progress.reaching import local_day

INVITING = Actor.of_service("progress.inviting")
BATCH = 200


def invite_everybody(*, now: datetime) -> int:
    """Open what is due for each client in the program; how many invitations were new."""
    rows = Episode.objects.for_actor(INVITING, Purpose.OPERATIONS).filter(ended_at=None)
    ids = list(dict.fromkeys(row.client_id for row in rows.order_by("pk")))
    return sum(
        invite_clients(ids[first : first + BATCH], now=now) for first in range(0, len(ids), BATCH)
    )


def invite_clients(client_ids: Collection[UUID], *, now: datetime) -> int:
    """The same for some clients."""
    rows = Client.objects.for_actor(INVITING, Purpose.OPERATIONS).select_related("site")
    clients = list(rows.filter(pk__in=client_ids))
    if not clients:
        return 0
    today = local_day(now, clients[0].site.time_zone)
    due = due_of_clients([client.pk for client in clients], today)
    return sum(
        len(invite(actor=INVITING, client=client, due=due[client.pk], now=now))
        for client in clients
    )


@listens_to(ClientAdmitted)
def invite_after_admission(fact: ClientAdmitted) -> None:
    """The forms of the first days wait on the phone at once."""
    invite_clients([fact.client_id], now=fact.at)


@listens_to(SteppedDown)
def invite_after_step(fact: SteppedDown) -> None:
    """A step to another level asks for its own forms."""
    invite_clients([fact.client_id], now=fact.at)


@listens_to(ClientDischarged)
def invite_after_discharge(fact: ClientDischarged) -> None:
    """So does the end of an episode, whatever its reason."""
    invite_clients([fact.client_id], now=fact.at)
