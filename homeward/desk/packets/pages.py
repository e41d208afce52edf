"""What the pages of the packet print."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.urls import reverse
from django.utils import translation
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.consents.models import Guardianship
from homeward.consents.paper import Part
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.packets import words
from homeward.packets.actions import may_sign_as
from homeward.packets.capacity import may_sign_now
from homeward.packets.library import read_aloud, spoken
from homeward.packets.models import Packet, PacketItem, ScannedPaper
from homeward.packets.queries import Standing, open_packet_of, papers_of, stand
from homeward.people.models import Client
from homeward.program.places import organisation_name

BY_WORKERS = ("staff", "physician")


@dataclass(frozen=True, slots=True)
class Line:
    """One paper in the list: what it is, who has signed, until when, what can be done."""

    title: str
    sub: str
    why: str
    status: str
    tone: str
    acts: tuple[Act, ...]


@dataclass(frozen=True, slots=True)
class PacketPage:
    """The packet of one client."""

    packet: Packet | None
    lines: tuple[Line, ...] = ()
    done: int = 0
    open: int = 0
    may_write: bool = False
    may_sign: bool = True
    lead: str = ""
    guardian: str = ""

    @classmethod
    def of(cls, actor: Actor, client: Client, now: datetime) -> "PacketPage":
        """Gather it; without a packet only the way to prepare one."""
        writes = may(actor.roles, RecordClass.CONSENTS, Access.WRITE)
        packet = open_packet_of(actor, client.pk)
        if packet is None:
            return cls(None, may_write=writes)
        papers = papers_of(actor, packet, now)
        scans = scans_of(actor, packet)
        zone = ZoneInfo(client.site.time_zone)
        lines = tuple(
            _line(actor, each, scans.get(each.item.pk, ()), zone, writes) for each in papers
        )
        left = sum(1 for each in papers if each.item.settled_at is None)
        return cls(
            packet=packet,
            lines=lines,
            done=len(papers) - left,
            open=left,
            may_write=writes,
            may_sign=may_sign_now(client, now),
            guardian=_guardian(packet),
            lead=_("%(done)s of %(all)s papers are done")
            % {
                "done": len(papers) - left,
                "all": len(papers),
            },
        )


@dataclass(frozen=True, slots=True)
class PaperPage:
    """One paper with its words, to be read and signed."""

    item: PacketItem
    title: str
    why: str
    parts: tuple[Part, ...]
    language: str
    back: Act
    status: str = ""
    tone: str = "neutral"
    waits_for: str = ""
    signed: tuple[str, ...] = ()
    refusal: str = ""
    questions: tuple[tuple[str, str], ...] = field(default=())

    @classmethod
    def of(
        cls, actor: Actor, item: PacketItem, now: datetime, back: Act, language: str = ""
    ) -> "PaperPage":
        """The paper in the client's language, unless whoever reads it chose another."""
        stands = stand(actor, (item,), now)[0]
        language = spoken(language or item.client.language)
        state, tone = words.STANDINGS[stands.state]
        zone = ZoneInfo(item.client.site.time_zone)
        return cls(
            item=item,
            title=stands.paper.title[language],
            why=stands.paper.why[language],
            parts=read_aloud(
                stands.paper,
                client=item.client.name,
                program=organisation_name(),
                language=language,
            ),
            language=language,
            back=back,
            status=str(state),
            tone=tone,
            waits_for=listed(stands.missing),
            signed=signatures_in_words(stands, zone),
            refusal=stands.refusal.reason if stands.refusal else "",
        )


def scans_of(actor: Actor, packet: Packet) -> dict[UUID, tuple[ScannedPaper, ...]]:
    """The scanned sheets of a packet by paper, without their pictures."""
    rows = ScannedPaper.objects.for_actor(actor, Purpose.TREATMENT).filter(item__packet=packet)
    found: dict[UUID, tuple[ScannedPaper, ...]] = {}
    for row in rows.defer("sealed").order_by("at"):
        found[row.item_id] = (*found.get(row.item_id, ()), row)
    return found


def signatures_in_words(stands: Standing, zone: ZoneInfo) -> tuple[str, ...]:
    """Each signature in one line: who, when, where, and what proved it."""
    return tuple(
        _("%(name)s (%(who)s), %(when)s, %(place)s, %(proof)s")
        % {
            "name": each.name,
            "who": ", ".join(filter(None, (str(words.WHO[each.who]), each.relation))),
            "when": date_format(each.at.astimezone(zone), "j M Y H:i"),
            "place": words.PLACES[each.place],
            "proof": words.PROOFS[each.proof],
        }
        for each in stands.signatures
    )


def listed(who: tuple[str, ...]) -> str:
    """Who is meant, in words."""
    return ", ".join(str(words.WHO[each]) for each in who)


def _guardian(packet: Packet) -> str:
    right = packet.guardianship
    if right is None:
        return ""
    told = {"name": right.contact.name, "relation": right.relation, "paper": right.paper}
    if right.right == Guardianship.Right.COURT:
        return _("%(name)s, %(relation)s, signs in the client's place: %(paper)s") % told
    return _("%(name)s, %(relation)s, signs beside the client: %(paper)s") % told


def _line(
    actor: Actor, stands: Standing, scans: tuple[Any, ...], zone: ZoneInfo, writes: bool
) -> Line:
    state, tone = words.STANDINGS[stands.state]
    language = spoken(translation.get_language() or "en")
    item = stands.item
    return Line(
        title=stands.paper.title[language],
        sub=" · ".join(filter(None, (_who(stands, zone), _due(stands, zone)))),
        why=_rule(item),
        status=str(state),
        tone=tone,
        acts=tuple(_acts(actor, stands, scans, writes, language)),
    )


def _who(stands: Standing, zone: ZoneInfo) -> str:
    if stands.refusal is not None:
        return stands.refusal.reason
    if stands.missing:
        return _("waits for: %(who)s") % {"who": listed(stands.missing)}
    if stands.signatures:
        last = stands.signatures[-1]
        return _("%(name)s, %(when)s, %(place)s") % {
            "name": last.name,
            "when": date_format(last.at.astimezone(zone), "j M Y H:i"),
            "place": words.PLACES[last.place],
        }
    if stands.item.settled_at:
        when = date_format(stands.item.settled_at.astimezone(zone), "j M Y H:i")
        return _("signed among the consents, %(when)s") % {"when": when}
    return ""


def _due(stands: Standing, zone: ZoneInfo) -> str:
    if stands.item.settled_at is not None or stands.item.due_at is None:
        return ""
    return _("due %(when)s") % {"when": date_format(stands.item.due_at.astimezone(zone), "j M H:i")}


def _rule(item: PacketItem) -> str:
    rule = item.due_rule
    if not rule or item.settled_at is not None:
        return ""
    return " · ".join(filter(None, (rule.get("source", ""), rule.get("citation", ""))))


def _acts(
    actor: Actor, stands: Standing, scans: tuple[Any, ...], writes: bool, language: str
) -> Any:
    title, item = stands.paper.title[language], stands.item
    if item.settled_at is None:
        by_me = [
            w for w in stands.missing if w in BY_WORKERS and may_sign_as(stands.paper, actor, w)
        ]
        if writes or by_me:
            yield Act(_("Open"), reverse("desk:packet_paper", args=[item.pk]), about=title)
        return
    if item.consent_id is not None:
        yield Act(_("Read"), reverse("desk:consent", args=[item.consent_id]), about=title)
    else:
        yield Act(_("Read"), reverse("desk:packet_paper", args=[item.pk]), about=title)
    for scan in scans:
        yield Act(_("Sheet"), reverse("desk:packet_scan", args=[scan.pk]), about=title)
