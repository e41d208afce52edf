"""Preparing a packet: which papers this client needs, and who must sign each."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.consents.queries import active_consents
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets.actions.refusals import NotRefused, PacketOpen
from homeward.packets.library import papers
from homeward.packets.models import Packet, PacketItem
from homeward.packets.queries import SERVICE, item_for, signing_case
from homeward.packets.rules.signers import must_sign
from homeward.people.models import Client, Contact


@action
def prepare_packet(
    *,
    actor: Actor,
    client_id: UUID,
    program_id: UUID,
    now: datetime,
    guardian_id: UUID | None = None,
) -> Packet:
    """Open the packet with every paper that applies; a consent in force is signed already.

    Raises PacketOpen when there is one.
    """
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT).select_related("site")
    client: Client = rows.get(pk=client_id)
    guardian = None
    if guardian_id is not None:
        contacts = Contact.objects.for_actor(actor, Purpose.TREATMENT)
        guardian = contacts.get(pk=guardian_id, client_id=client_id)
    try:
        with transaction.atomic():
            packet: Packet = Packet.objects.create(
                client=client,
                site_id=client.site_id,
                program_id=program_id,
                opened_at=now,
                opened_by_id=actor.worker_id,
                guardian=guardian,
            )
    except IntegrityError as fault:
        raise PacketOpen from fault
    # The row must lie within what the actor may write; otherwise nothing happened.
    Packet.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=packet.pk)
    case = signing_case(client, has_guardian=guardian is not None, now=now)
    in_force = {each.kind: each for each in active_consents(client, now)}
    for paper in papers().values():
        signers = must_sign(paper, case)
        if not signers:
            continue
        consent = in_force.get(paper.consent) if paper.consent else None
        PacketItem.objects.create(
            packet=packet,
            client=client,
            site_id=client.site_id,
            paper=paper.code,
            text_version=paper.version,
            position=paper.order,
            signers=list(signers),
            consent=consent,
            settled_at=consent.signed_at if consent else None,
            settled_as=PacketItem.Ending.SIGNED if consent else "",
        )
    audit.record("packets.packet.prepared", actor=actor, subject=packet, at=now)
    return packet


@action
def offer_again(*, actor: Actor, item_id: UUID, now: datetime) -> PacketItem:
    """Offer a refused paper once more; the refusal stays on record."""
    old = item_for(actor, item_id, Access.WRITE, lock=True)
    if old.settled_as != PacketItem.Ending.REFUSED:
        raise NotRefused
    paper = papers()[old.paper]
    rows = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    later = rows.filter(packet_id=old.packet_id, paper=old.paper, round__gt=old.round).first()
    if later is not None:
        return later  # type: ignore[no-any-return]
    item: PacketItem = PacketItem.objects.create(
        packet=old.packet,
        client=old.client,
        site_id=old.site_id,
        paper=old.paper,
        text_version=paper.version,
        position=old.position,
        round=old.round + 1,
        signers=old.signers,
    )
    audit.record("packets.paper.offered_again", actor=actor, subject=item, at=now)
    return item
