"""Reads about packets: the open one, its papers with how they stand, and what decides both."""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from homeward.consents.facts_of.signers import local_day, own_authority
from homeward.consents.rules.authority import age_on
from homeward.consents.rules.numbers import Numbers
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.coverage.models import Coverage
from homeward.kernel.purposes import Purpose
from homeward.packets.library import paper_as
from homeward.packets.models import Packet, PacketItem, PacketRefusal, PacketSignature
from homeward.packets.rules.papers import Paper
from homeward.packets.rules.signers import Signing, still_missing
from homeward.packets.rules.standing import SETTLED, standing_of
from homeward.people.models import Client

SERVICE = Actor.of_service("packets")


@dataclass(frozen=True, slots=True)
class Standing:
    """One paper of a client's packet with its signatures and how it stands."""

    item: PacketItem
    paper: Paper
    signatures: tuple[PacketSignature, ...]
    refusal: PacketRefusal | None
    state: str

    @property
    def missing(self) -> tuple[str, ...]:
        """Who has not signed; nobody once it is refused."""
        if self.state in SETTLED:
            return ()
        return still_missing(self.item.signers, [each.who for each in self.signatures])


def open_packet_of(actor: Actor, client_id: UUID | None, to: Access = Access.READ) -> Packet | None:
    """The packet in progress, as far as the actor reaches it."""
    rows = Packet.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    found: Packet | None = (
        rows.filter(client_id=client_id, closed_at=None)
        .select_related("client", "site", "program", "owner", "guardianship__contact")
        .first()
    )
    return found


def papers_of(actor: Actor, packet: Packet, now: datetime) -> tuple[Standing, ...]:
    """The papers of a packet in order; of a paper offered again only the newest offer."""
    items = PacketItem.objects.for_actor(actor, Purpose.TREATMENT).filter(packet=packet)
    newest: dict[str, PacketItem] = {}
    for item in items.order_by("position", "round"):
        newest[item.paper] = item
    return stand(actor, tuple(newest.values()), now)


def stand(actor: Actor, items: Sequence[PacketItem], now: datetime) -> tuple[Standing, ...]:
    """How papers in hand stand, in three reads however many they are."""
    ids = [each.pk for each in items]
    signed: dict[UUID, list[PacketSignature]] = {}
    rows = PacketSignature.objects.for_actor(actor, Purpose.TREATMENT).filter(item_id__in=ids)
    for row in rows.select_related("worker").order_by("at"):
        signed.setdefault(row.item_id, []).append(row)
    no = PacketRefusal.objects.for_actor(actor, Purpose.TREATMENT).filter(item_id__in=ids)
    refused = {row.item_id: row for row in no}
    return tuple(
        Standing(
            item=item,
            paper=paper_as(item.paper, item.text_version),
            signatures=tuple(signed.get(item.pk, ())),
            refusal=refused.get(item.pk),
            state="signed"
            if item.settled_as == PacketItem.Ending.SIGNED
            else standing_of(
                required=item.signers,
                signed=[each.who for each in signed.get(item.pk, ())],
                is_refused=item.settled_as == PacketItem.Ending.REFUSED,
                due_at=item.due_at,
                now=now,
            ),
        )
        for item in items
    )


def open_papers_count(client_id: UUID) -> int | None:
    """How many papers are open, read for a decision; None where there is no packet."""
    packet = open_packet_of(SERVICE, client_id)
    if packet is None:
        return None
    rows = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    return int(rows.filter(packet=packet, settled_at=None).count())


def telehealth_choice(client_id: UUID) -> str:
    """What the newest signed paper about telehealth says: "yes" or "no"; empty without one."""
    rows = PacketSignature.objects.for_actor(SERVICE, Purpose.TREATMENT).filter(
        client_id=client_id, item__paper="telehealth", item__settled_as=PacketItem.Ending.SIGNED
    )
    newest = rows.order_by("-at").first()
    return str(json.loads(newest.answers or "{}").get("choice", "")) if newest else ""


def holds_for(client: Client, on: date, level_code: str = "") -> tuple[str, ...]:
    """What is true of a client for due rules and signers, the narrowest first: payer, site, level.

    The site stands for its jurisdiction: a program in two states names the site in its file.
    """
    rows = Coverage.objects.for_actor(SERVICE, Purpose.PAYMENT).filter(
        Q(ends_on=None) | Q(ends_on__gte=on), client_id=client.pk, starts_on__lte=on
    )
    payers = [
        f"payer:{row.payer.code}" for row in rows.select_related("payer").order_by("-starts_on")
    ]
    level = (f"level:{level_code}",) if level_code else ()
    return (*dict.fromkeys(payers), f"site:{client.site.code}", *level)


def signing_case(client: Client, *, has_guardian: bool, now: datetime) -> Signing:
    """What decides who signs: age by the site's calendar and its state's table, payer and site.

    `has_guardian` is a court's; a minor's parent signs beside them where the table says so.
    """
    today = local_day(client, now)
    authority, parent_too = own_authority(client, now)
    return Signing(
        age=age_on(client.birth_date, today) if client.birth_date else None,
        adult_age=Numbers().adult_age,
        minor_signs_alone=authority == "minor_own" and not parent_too,
        has_court_guardian=has_guardian,
        holds=frozenset(holds_for(client, today)),
    )


def plain(text: str) -> str:
    """One line, without the spaces people leave."""
    return re.sub(r"\s+", " ", text).strip()


def item_for(actor: Actor, item_id: UUID, to: Access, *, lock: bool = False) -> PacketItem:
    """One paper in the actor's reach; raises PacketItem.DoesNotExist otherwise."""
    rows: Any = PacketItem.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    if lock:
        rows = rows.select_for_update(of=("self",))
    found: PacketItem = rows.select_related(
        "client", "client__site", "packet", "packet__program", "packet__guardianship__contact"
    ).get(pk=item_id)
    return found
