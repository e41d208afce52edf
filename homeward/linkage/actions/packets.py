"""The packet of a transfer: built from the record, decided class by class as it leaves."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from homeward.consents import disclosing as gate
from homeward.consents.accompanying import accompanying
from homeward.consents.models import Disclosure
from homeward.consents.rules.request import Item
from homeward.core.access import Access, may
from homeward.core.actions import action
from homeward.core.actors import SERVICE as HOUSE
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.documents.actions import make_document
from homeward.documents.models import Document
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.linkage import packet
from homeward.linkage.actions import moving
from homeward.linkage.actions.refusals import NothingToSend, PlaceNeeded
from homeward.linkage.actions.transfers import open_row
from homeward.linkage.kinds import Footing
from homeward.linkage.models import Transfer
from homeward.linkage.reaching import client_for, day_at
from homeward.linkage.sending import addressee_of
from homeward.people.models import Client
from homeward.program.models import Organisation

WAYS = ("paper", "pdf", "spoken")


@dataclass(frozen=True, slots=True)
class Sent:
    """What left, what was kept back, the ledger row, and the document where anything left."""

    transfer: Transfer
    released: tuple[packet.PacketPart, ...]
    withheld: tuple[packet.PacketPart, ...]
    disclosure: Disclosure
    document: Document | None


def may_send(actor: Actor) -> bool:
    """Whether the actor answers for what of a clinical record leaves: those who sign it."""
    return actor.kind == HOUSE or may(actor.roles, RecordClass.ASSESSMENT, Access.SIGN)


@action
def send_packet(
    *,
    actor: Actor,
    transfer_id: UUID,
    parts: Collection[str],
    medium: str,
    spoke_with: str,
    now: datetime,
    expected_version: int | None = None,
) -> Sent:
    """Build the packet from the record as it stands and send what the consents let out now.

    The ledger row is written first, a denial as well: where nothing may leave, the step says so and
    the transfer stays where it was. Raises PlaceNeeded, NothingToSend, TransferEnded, NotAllowed.
    """
    if not may_send(actor):
        raise NotAllowed("packets_are_for_clinicians")
    row = open_row(actor, transfer_id, expected_version)
    if row.service is None:
        raise PlaceNeeded
    about = packet.About(actor, row.client, row.episode_id, now)
    chosen = tuple(part for part in packet.parts_for(about) if part.code in parts)
    if not chosen:
        raise NothingToSend
    outgoing = outgoing_for(row, chosen, medium)
    release = gate.disclose_now(actor=actor, client_id=row.client_id, outgoing=outgoing, now=now)
    let_out = frozenset(release.answer.released)
    released = tuple(part for part in chosen if part.code in let_out)
    withheld = tuple(part for part in chosen if part.code not in let_out)
    # Somebody without a name is nobody's transfer: nothing goes unless who it is may go.
    is_open = any(part.record_class == RecordClass.IDENTITY for part in released)
    document = None
    if is_open:
        document = _typeset(actor, row, released, release.row, now)
    moving.moved(
        row, "sent" if is_open else "withheld", actor=actor, now=now, spoke_with=spoke_with,
        footing=Footing.CONSENT if is_open else Footing.NOTHING, disclosure=release.row,
        document=document,
    )  # fmt: skip
    if is_open:
        moving.stand(row, Transfer.State.SENT, actor=actor, now=now)
    return Sent(row, released if is_open else (), withheld if is_open else chosen, release.row,
                document)  # fmt: skip


def preview(
    actor: Actor, row: Transfer, now: datetime
) -> tuple[tuple[packet.PacketPart, bool], ...]:
    """Each part within reach and whether the consents in force would let it out; nothing leaves."""
    if row.service is None or not may_send(actor):
        return ()
    client = client_for(actor, row.client_id)
    about = packet.About(actor, client, row.episode_id, now)
    parts = packet.parts_for(about)
    answer = gate.preview(client, outgoing_for(row, parts, "pdf"), now)
    let_out = frozenset(answer.released)
    return tuple((part, part.code in let_out) for part in parts)


def outgoing_for(row: Transfer, parts: Iterable[packet.PacketPart], medium: str) -> gate.Outgoing:
    """The engine's question about a packet: one item a part."""
    assert row.service is not None
    held = tuple(parts)
    return gate.Outgoing(
        addressee=addressee_of(row.service),
        purpose=Purpose.TREATMENT.value,
        items=tuple(Item(part.code, part.record_class.value, part.dated) for part in held),
        medium=medium if medium in WAYS else "paper",
        versions={part.code: part.version for part in held if part.version is not None},
        origin=f"transfer {row.pk}",
    )


def _typeset(
    actor: Actor,
    row: Transfer,
    parts: tuple[packet.PacketPart, ...],
    ledger: Disclosure,
    now: datetime,
) -> Document:
    along = accompanying(ledger)
    facts = [
        (_("To"), row.where),
        (_("Sent on"), date_format(day_at(now, row.site), "j F Y")),
    ]
    content = {
        "lang": (get_language() or "en").split("-")[0],
        "title": _("Transfer packet"),
        "author": _house(),
        "initials": _initials(row.client),
        "client_name": row.client.name,
        "record_number": row.client.chart_number,
        "words": {
            "what": _("What"),
            "value": _("In this record"),
            "signatures": _("Signatures"),
            "footer": _("Confidential. 42 CFR part 2 prohibits unauthorized use or disclosure."),
        },
        "facts": [list(pair) for pair in facts],
        "parts": [part.to_json() for part in parts] + _beside(along.scope, along.notice),
        "signatures": [],
    }
    document: Document = make_document(
        actor=actor, client=row.client, kind="transfer_packet", title="transfer_packet",
        subject_id=row.pk, content=content, now=now, template="record",
    )  # fmt: skip
    return document


def _beside(scope: tuple[str, ...], notice: tuple[str, ...]) -> list[dict[str, object]]:
    """What travels with it: the scope of the consent, and the notice of 42 CFR 2.32."""
    said = ((_("By the client’s consent"), scope), (_("Notice"), notice))
    return [
        packet.PacketPart(title, RecordClass.CONSENTS, title, lines=lines).to_json()
        for title, lines in said
        if lines
    ]


def _house() -> str:
    house = Organisation.objects.first()
    return house.name if house else ""


def _initials(client: Client) -> str:
    words = client.name.split()
    return "".join(word[0] for word in (words[:1] + words[1:][-1:])).upper()


def document_for(actor: Actor, transfer_id: UUID, document_id: UUID) -> bool:
    """Whether a document is a packet of this transfer within the actor's reach."""
    rows = Transfer.objects.for_actor(actor, Purpose.TREATMENT)
    return bool(rows.filter(pk=transfer_id, steps__document_id=document_id).exists())
