"""Preparing a packet: which papers this client needs, and who must sign each."""

from datetime import datetime
from uuid import UUID

from django.db import IntegrityError, transaction

from homeward import audit
from homeward.consents.actions import name_guardian
from homeward.consents.models import Guardianship
from homeward.consents.queries import active_consents
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets.actions.links import end_links
from homeward.packets.actions.refusals import NotRefused, PacketOpen
from homeward.packets.library import papers, version_for
from homeward.packets.models import Packet, PacketItem
from homeward.packets.queries import SERVICE, item_for, signing_case
from homeward.packets.rules.papers import GUARDIAN
from homeward.packets.rules.signers import must_sign
from homeward.people.models import Client


@action
def prepare_packet(
    *,
    actor: Actor,
    client_id: UUID,
    program_id: UUID,
    now: datetime,
    guardian_id: UUID | None = None,
    guardian_right: str = "court",
    guardian_relation: str = "",
    guardian_paper: str = "",
) -> Packet:
    """Open the packet with every paper that applies; a consent in force is signed already.

    A guardian comes with the right they sign by and the paper it is known from. Raises PacketOpen
    when there is one, GuardianUnproven.
    """
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT).select_related("site")
    client: Client = rows.get(pk=client_id)
    right: Guardianship | None = None
    if guardian_id is not None:
        right = name_guardian(
            actor=actor,
            client_id=client_id,
            contact_id=guardian_id,
            right=guardian_right,
            relation=guardian_relation,
            paper=guardian_paper,
            now=now,
        )
    try:
        with transaction.atomic():
            packet: Packet = Packet.objects.create(
                client=client,
                site_id=client.site_id,
                program_id=program_id,
                opened_at=now,
                opened_by_id=actor.worker_id,
                guardian_id=right.contact_id if right else None,
                guardianship=right,
            )
    except IntegrityError as fault:
        raise PacketOpen from fault
    # The row must lie within what the actor may write; otherwise nothing happened.
    Packet.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=packet.pk)
    case = signing_case(client, has_guardian=is_from_court(right), now=now)
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
            text_version=version_for(paper, program_id),
            position=paper.order,
            signers=list(signers),
            consent=consent,
            settled_at=consent.signed_at if consent else None,
            settled_as=PacketItem.Ending.SIGNED if consent else "",
        )
    audit.record("packets.packet.prepared", actor=actor, subject=packet, at=now)
    return packet


@action
def name_packet_guardian(
    *,
    actor: Actor,
    packet_id: UUID,
    contact_id: UUID,
    right: str,
    relation: str,
    paper: str,
    now: datetime,
) -> Packet:
    """Say afterwards who signs for the client or beside them; papers nobody signed yet follow."""
    rows = Packet.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    packet: Packet = rows.select_for_update(of=("self",)).get(pk=packet_id, closed_at=None)
    seen: Guardianship = name_guardian(
        actor=actor,
        client_id=packet.client_id,
        contact_id=contact_id,
        right=right,
        relation=relation,
        paper=paper,
        now=now,
    )
    if packet.guardianship_id != seen.pk:
        # A link that was sent to whoever signed before opens nothing under the new name.
        end_links(packet, GUARDIAN, now)
    packet.change(guardian_id=seen.contact_id, guardianship=seen)
    clients = Client.objects.for_actor(actor, Purpose.TREATMENT).select_related("site")
    client = clients.get(pk=packet.client_id)
    case = signing_case(client, has_guardian=is_from_court(seen), now=now)
    items = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        packet=packet, settled_at=None, signatures=None
    )
    for item in items.select_for_update(of=("self",)):
        wanted = list(must_sign(papers()[item.paper], case))
        if wanted != item.signers:
            item.change(signers=wanted)
    audit.record("packets.packet.guardian_named", actor=actor, subject=packet, at=now)
    return packet


def is_from_court(right: Guardianship | None) -> bool:
    """Whether a court put somebody in the client's place; a parent signs beside them."""
    return right is not None and right.right == Guardianship.Right.COURT


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
        text_version=version_for(paper, old.packet.program_id),
        position=old.position,
        round=old.round + 1,
        signers=old.signers,
    )
    audit.record("packets.paper.offered_again", actor=actor, subject=item, at=now)
    return item
