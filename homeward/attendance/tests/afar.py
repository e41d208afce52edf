"""A client ready to join from afar: the paper about telehealth, and the word where they are."""

from typing import Any

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.packets import actions as packets
from homeward.packets.actions.signing import Proof
from homeward.packets.models import PacketItem
from homeward.packets.queries import open_packet_of
from homeward.testing.stage import Cast

SERVICE = Actor.of_service("test")
HERE: dict[str, Any] = {
    "place": "12 Elm Street, Springfield", "state": "IL", "near_name": "Ana Soto",
    "near_phone": "217 555 0142", "who_is_there": "alone",
}  # fmt: skip


def sign_telehealth(cast: Cast, choice: str = "yes") -> PacketItem:
    """Jo signs the paper about telehealth with this choice."""
    now = clock.now()
    if (packet := open_packet_of(SERVICE, cast.jo.pk)) is None:
        packet = packets.prepare_packet(
            actor=cast.dana.actor, client_id=cast.jo.pk, program_id=cast.program.pk, now=now
        )
    rows = PacketItem.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    item = rows.get(packet=packet, paper="telehealth", settled_at=None)
    signed: PacketItem = packets.sign_paper(
        actor=cast.dana.actor, item_id=item.pk, who="client", signer_name="Jo Avery",
        answers={"choice": choice}, proof=Proof(place="tablet", by="handed_over", at=now), now=now,
    )  # fmt: skip
    return signed
