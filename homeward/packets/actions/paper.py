"""Signing in ink: printing with a code on each sheet, and keeping the scanned sheet sealed."""

import hashlib
import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.crypto import open_bytes, seal_bytes
from homeward.core.refusals import NotAllowed
from homeward.kernel.purposes import Purpose
from homeward.packets.actions.refusals import (
    PaperSettled,
    SheetCodeUnread,
    SheetDiffers,
    SheetUnknown,
)
from homeward.packets.actions.signing import Proof, sign_paper
from homeward.packets.library import spoken
from homeward.packets.models import Packet, PacketItem, PrintedPapers, ScannedPaper
from homeward.packets.queries import SERVICE, item_for
from homeward.packets.sheets import sheets_of
from homeward.packets.uploads import as_pictures

BOUND_TO = "packets.scannedpaper.sealed"
# No letters or digits that are easily taken for one another.
LETTERS = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"


class AlteredScan(RuntimeError):
    """What was opened is not what was sealed."""


@dataclass(frozen=True, slots=True)
class Printed:
    """The sheets with their row."""

    row: PrintedPapers
    pdf: bytes


@action
def print_papers(
    *,
    actor: Actor,
    packet_id: UUID,
    program: str,
    now: datetime,
    item_ids: Sequence[UUID] = (),
    language: str = "",
) -> Printed:
    """The open papers of a packet as one PDF to sign in ink. Raises CannotTypeset, PaperSettled."""
    rows = Packet.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    packet = rows.select_related("client").get(pk=packet_id)
    items = PacketItem.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).filter(
        packet=packet, settled_at=None
    )
    if item_ids:
        items = items.filter(pk__in=item_ids)
    found = list(items.order_by("position"))
    if not found:
        raise PaperSettled
    tongue = spoken(language or packet.client.language)
    code = "".join(secrets.choice(LETTERS) for _place in range(8))
    pdf = sheets_of(found, packet.client, program=program, language=tongue, code=code)
    row: PrintedPapers = PrintedPapers.objects.create(
        packet=packet,
        client_id=packet.client_id,
        site_id=packet.site_id,
        code=code,
        items=[each.pk for each in found],
        language=tongue,
        at=now,
        by_id=actor.worker_id,
        digest=hashlib.sha256(pdf).hexdigest(),
    )
    audit.record("packets.papers.printed", actor=actor, subject=row, at=now)
    return Printed(row, pdf)


@action
def keep_scan(
    *,
    actor: Actor,
    item_id: UUID,
    upload: bytes,
    signer_name: str,
    written_on: date,
    now: datetime,
    code: str = "",
    who: str = "client",
    witness_id: UUID | None = None,
    answers: dict[str, str] | None = None,
) -> ScannedPaper:
    """Keep the sheet that was signed in ink, and the signature a worker read from it.

    The code at the foot must be of a sheet printed for this client and this paper. It is read
    from the picture where that is possible, and typed otherwise; a typed code that is not the one
    on the picture is refused.
    """
    if actor.worker_id is None:
        raise NotAllowed
    item = item_for(actor, item_id, Access.WRITE)
    if item.settled_at is not None:
        raise PaperSettled
    pictures = as_pictures(upload)
    sheet = _sheet_of(item, code.strip().upper(), pictures.codes)
    row: ScannedPaper = ScannedPaper.objects.create(
        item=item,
        client_id=item.client_id,
        site_id=item.site_id,
        printed=sheet,
        at=now,
        by_id=actor.worker_id,
        pages=pictures.pages,
        digest=hashlib.sha256(pictures.content).hexdigest(),
        sealed=seal_bytes(pictures.content, BOUND_TO),
    )
    sign_paper(
        actor=actor,
        item_id=item.pk,
        who=who,
        signer_name=signer_name,
        proof=Proof(place="paper", by="ink", at=now, written_on=written_on),
        answers=answers,
        language=sheet.language,
        witness_id=witness_id,
        now=now,
    )
    audit.record("packets.scan.kept", actor=actor, subject=row, at=now, reason=row.digest)
    return row


def _sheet_of(item: PacketItem, typed: str, read: tuple[str, ...]) -> PrintedPapers:
    """The printed sheet; raises SheetCodeUnread, SheetDiffers, SheetUnknown."""
    if not typed and not read:
        raise SheetCodeUnread
    if typed and read and typed not in read:
        raise SheetDiffers
    prints = PrintedPapers.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    wanted = [typed] if typed else list(read)
    found = list(
        prints.filter(code__in=wanted, client_id=item.client_id, items__contains=[item.pk])[:2]
    )
    if len(found) != 1:
        raise SheetUnknown
    return found[0]


@action
def open_scan(*, actor: Actor, scan_id: UUID, now: datetime) -> tuple[ScannedPaper, bytes]:
    """The pictures of a sheet for somebody who may read it; raises AlteredScan."""
    row: ScannedPaper = (
        ScannedPaper.objects.for_actor(actor, Purpose.TREATMENT)
        .select_related("item")
        .get(pk=scan_id)
    )
    content = open_bytes(bytes(row.sealed), BOUND_TO)
    if hashlib.sha256(content).hexdigest() != row.digest:
        raise AlteredScan
    audit.record("packets.scan.opened", actor=actor, subject=row, at=now)
    return row, content
