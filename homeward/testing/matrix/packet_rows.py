"""A packet with an open paper, a refused one and a scanned sheet, for one client."""

import hashlib
from typing import Any

from homeward.core.crypto import seal_bytes
from homeward.packets.actions.paper import BOUND_TO
from homeward.packets.models import (
    Packet,
    PacketItem,
    PacketRefusal,
    PrintedPapers,
    ScannedPaper,
)
from homeward.testing.stage import NOON, Cast

PDF = b"%PDF-1.7\n%%EOF\n"


def packet_rows(cast: Cast, rows: dict[str, Any], about: dict[str, Any], subject: Any) -> None:
    """The rows that addresses of the packet may name."""
    by = subject.counselor
    rows["packet"] = packet = Packet.objects.create(
        **about, program=cast.program, opened_at=NOON, opened_by=by
    )
    rows["item"] = item = _item(packet, about, "rights", 70)
    refused = _item(packet, about, "telehealth", 100)
    PacketRefusal.objects.create(
        **about, item=refused, at=NOON, recorded_by=by, reason=subject.canary("consents")
    )
    refused.change(settled_at=NOON, settled_as="refused")
    printed = PrintedPapers.objects.create(
        **about, packet=packet, code=subject.client.pk.hex[:8].upper(), items=[item.pk],
        language="en", at=NOON, by=by, digest="0" * 64,
    )  # fmt: skip
    rows["scan"] = ScannedPaper.objects.create(
        **about, item=item, printed=printed, at=NOON, by=by, pages=1,
        digest=hashlib.sha256(PDF).hexdigest(), sealed=seal_bytes(PDF, BOUND_TO),
    )  # fmt: skip


def _item(packet: Packet, about: dict[str, Any], paper: str, position: int) -> PacketItem:
    made: PacketItem = PacketItem.objects.create(
        **about, packet=packet, paper=paper, text_version="2026-11", position=position,
        signers=["client"],
    )  # fmt: skip
    return made
