"""How somebody wants to be reached after care."""

from datetime import datetime
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.aftercare.models import ContactWish
from homeward.consents.disclosing import held
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import CLIENT, Actor
from homeward.core.refusals import Refusal
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client


class WishIncomplete(Refusal):
    """Which way, where to, and hours that run forward."""


@action
def say_contact_wish(
    *,
    actor: Actor,
    client_id: UUID,
    may_contact: bool,
    now: datetime,
    channel: str = "",
    address: str = "",
    from_hour: int = 9,
    until_hour: int = 20,
    may_leave_message: bool = False,
) -> ContactWish:
    """Keep what the client says; the newest word holds, a "no" counts at once.

    A call goes to the number of the record where no other is given. What is leaving holds the
    client: a "no" is acknowledged before it or after. A wish starts nothing while contact is
    stopped: who sends asks about that. Raises WishIncomplete.
    """
    held(client_id)
    return keep_wish(
        actor=actor, client_id=client_id, may_contact=may_contact, now=now, channel=channel,
        address=address, from_hour=from_hour, until_hour=until_hour,
        may_leave_message=may_leave_message,
    )  # fmt: skip


@action
def keep_wish(
    *,
    actor: Actor,
    client_id: UUID,
    may_contact: bool,
    now: datetime,
    channel: str = "",
    address: str = "",
    from_hour: int = 9,
    until_hour: int = 20,
    may_leave_message: bool = False,
) -> ContactWish:
    """The same where the client cannot be held: a discharge has their episode already.

    It says yes there, and nothing that is leaving has to wait for a yes.
    """
    purpose = Purpose.CLIENT_REQUEST if actor.kind == CLIENT else Purpose.TREATMENT
    service = Actor.of_service("aftercare")
    client = Client.objects.for_actor(service, Purpose.OPERATIONS).get(pk=client_id)
    where = " ".join(address.split()) or _known(client, channel)
    wrong = {
        "channel": may_contact and channel not in ContactWish.Channel.values,
        "hours": not 0 <= from_hour < until_hour <= 24,
        "address": may_contact and channel in ("call", "text", "letter") and not where,
    }
    if codes := [code for code, is_wrong in wrong.items() if is_wrong]:
        raise WishIncomplete(*codes)
    wish: ContactWish = ContactWish.objects.create(
        client_id=client.pk,
        site_id=client.site_id,
        may_contact=may_contact,
        channel=channel if may_contact else "",
        address=where if may_contact else "",
        from_hour=from_hour,
        until_hour=until_hour,
        may_leave_message=may_leave_message and may_contact,
        said_at=now,
        said_to_id=actor.worker_id,
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    ContactWish.objects.for_actor(actor, purpose, to=Access.WRITE).get(pk=wish.pk)
    audit.record("aftercare.wish.said", actor=actor, subject=wish, at=now, reason=channel or "no")
    return wish


def wish_of(client_id: UUID) -> ContactWish | None:
    """The newest word, for rules and jobs; None when nobody asked."""
    rows = ContactWish.objects.for_actor(Actor.of_service("aftercare"), Purpose.OPERATIONS)
    newest: Any = rows.filter(client_id=client_id).order_by("-said_at", "-created_at").first()
    return newest  # type: ignore[no-any-return]


def _known(client: Client, channel: str) -> str:
    return str(client.phone) if channel in ("call", "text") else ""
