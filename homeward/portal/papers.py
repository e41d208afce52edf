"""The papers of a client's packet that wait for their own hand, and one of them as a page."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.utils.translation import gettext as _

from homeward.consents.paper import Part
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.kernel.purposes import Purpose
from homeward.packets.library import read_aloud, spoken
from homeward.packets.models import PacketItem, PacketSignature
from homeward.packets.queries import Standing, open_packet_of, papers_of
from homeward.program.places import organisation_name

BY_CLIENT = "client"


@dataclass(frozen=True, slots=True)
class PaperLine:
    """One paper in the list."""

    title: str
    why: str
    act: Act


@dataclass(frozen=True, slots=True)
class PaperToSign:
    """One paper with its words."""

    title: str
    why: str
    parts: tuple[Part, ...]
    language: str
    back: Act


def waiting_for(actor: Actor, now: datetime, who: str = BY_CLIENT) -> tuple[Standing, ...]:
    """The papers on which this signature is missing, what is due first at the top."""
    packet = open_packet_of(actor, actor.client_id)
    if packet is None:
        return ()
    open_papers = [each for each in papers_of(actor, packet, now) if who in each.missing]
    return tuple(open_papers)


def papers_waiting(actor: Actor, most: int = 2) -> list[UUID]:
    """The papers that wait for the client, so many at most, in one question."""
    rows = PacketItem.objects.for_actor(actor, Purpose.CLIENT_REQUEST).filter(
        client_id=actor.client_id, packet__closed_at=None, settled_at=None
    )
    mine = rows.filter(signers__contains=[BY_CLIENT])
    signed = PacketSignature.objects.for_actor(actor, Purpose.CLIENT_REQUEST).filter(
        client_id=actor.client_id, who=BY_CLIENT
    )
    waiting = mine.exclude(pk__in=signed.values("item_id")).order_by("created_at", "pk")
    return list(waiting.values_list("pk", flat=True)[:most])


def lines_of(papers: tuple[Standing, ...], language: str, address: object) -> tuple[PaperLine, ...]:
    """The list in a language; `address` makes the link of a paper."""
    tongue = spoken(language)
    return tuple(
        PaperLine(
            each.paper.title[tongue],
            each.paper.why[tongue],
            Act(
                _("Read and sign"),
                address(each.item),  # type: ignore[operator]
                about=each.paper.title[tongue],
            ),
        )
        for each in papers
    )


def page_of(stands: Standing, name: str, language: str, back: Act) -> PaperToSign:
    """One paper to read."""
    tongue = spoken(language)
    return PaperToSign(
        title=stands.paper.title[tongue],
        why=stands.paper.why[tongue],
        parts=read_aloud(stands.paper, client=name, program=organisation_name(), language=tongue),
        language=tongue,
        back=back,
    )
