"""Packets of everybody in care: most papers signed, some by link, a few refused or still open."""

import json
import random
from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db.models import Exists, OuterRef

from homeward.admissions.models import Episode, Inquiry
from homeward.consents.models import Consent
from homeward.core.actors import Actor
from homeward.demo.accounts import DEMO_CLIENT_ACCOUNT
from homeward.demo.rows.book import Book
from homeward.demo.rows.writing import add_all, write_all
from homeward.kernel.purposes import Purpose
from homeward.packets import actions
from homeward.packets.actions.clocks import start_clocks
from homeward.packets.duties import KIND, origin_of
from homeward.packets.library import content_hash, papers, spoken
from homeward.packets.models import Packet, PacketItem, PacketRefusal, PacketSignature
from homeward.packets.queries import holds_for, signing_case
from homeward.packets.rules.papers import CHOICE, YES_NO, Paper
from homeward.packets.rules.signers import must_sign
from homeward.people.models import Client, TeamMembership
from homeward.program.queries import closed_days, deadlines_for
from homeward.program.rules.due import due_at
from homeward.tasks.models import CareTask

SERVICE = Actor.of_service("packets")
SEED = 11
PREPARED_BEFORE = timedelta(hours=2)
YEAR = timedelta(days=370)
# Papers that take a second conversation; the others are signed on the first day.
LATER = ("health_screen", "pdmp_check", "advance_directive", "orientation", "financial_agreement")
# Waits for the hand of the client whose portal the demo shows.
LEFT_FOR_THE_PORTAL = ("telehealth",)
SETTLED_IN = 8  # days
LEFT_FOR = timedelta(days=40)
STILL_OPEN, REFUSED = 0.03, 0.008
REASONS = (
    "Wants to read it at home with a sister first.",
    "Asked to talk with a lawyer before signing.",
    "Does not want this one. Knows it can be asked for again.",
)
ANSWERS: Mapping[str, str] = {
    "named_releases": "papers", "telehealth": "yes", "advance_directive": "no",
    "pdmp_check": "nothing", "naloxone": "given",
}  # fmt: skip
ON_THE_WAY = ("assessed", "placed")


def add_packets(now: datetime) -> int:
    """A packet for each open episode without one; the first time two more are being filled in.

    Living on calls it again: whoever was admitted since then gets theirs, and a packet that was
    prepared before the admission gets its due dates.
    """
    packets = Packet.objects.for_actor(SERVICE, Purpose.OPERATIONS)
    is_first = not packets.exists()
    book = Book(SEED, "packets")
    open_ones = packets.filter(client=OuterRef("client"), closed_at=None)
    rows = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        ~Exists(open_ones), ended_at=None, admitted_at__lte=now
    )
    of_clients = rows.select_related("client__site", "client__account")
    for episode in of_clients.order_by("admitted_at", "pk"):
        _Telling(book, episode, now).tell()
    if is_first:
        return int(write_all(book, now)) + _being_filled_in(now)
    return int(add_all(book)) + _started(now)


def _started(now: datetime) -> int:
    """Due dates for packets prepared on the way in of somebody who is in care now."""
    waiting = Packet.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        clock_started_at=None, closed_at=None
    )
    begun = 0
    for packet in waiting.select_related("client"):
        episodes = Episode.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        episode = episodes.filter(client=packet.client, ended_at=None).first()
        team = TeamMembership.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        primary = team.filter(client=packet.client, is_primary=True, ends_at=None).first()
        if episode is None or primary is None:
            continue
        start_clocks(
            actor=SERVICE, client=packet.client, program_id=episode.program_id,
            admitted_at=episode.admitted_at, level_code=episode.level_code,
            owner_id=primary.worker_id, now=now,
        )  # fmt: skip
        begun += 1
    return begun


def _being_filled_in(now: datetime) -> int:
    """Two people on their way in have a packet that waits for the admission."""
    found = Inquiry.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
        state__in=ON_THE_WAY, client__isnull=False
    )
    rows = list(found.order_by("first_request_at")[:2])
    for inquiry in rows:
        actions.prepare_packet(
            actor=SERVICE,
            client_id=inquiry.client_id,
            program_id=inquiry.program_id,
            now=now - timedelta(days=1),
        )
    return len(rows) * len(papers())


class _Telling:
    """One client's packet, paper by paper."""

    def __init__(self, book: Book, episode: Episode, now: datetime) -> None:
        self.book, self.episode, self.now = book, episode, now
        self.client: Client = episode.client
        self.chance = random.Random(f"{SEED}|{self.client.chart_number}")
        account = self.client.account
        self.is_shown = account is not None and account.username == DEMO_CLIENT_ACCOUNT
        self.about = {"client": self.client, "site_id": self.client.site_id}
        team = TeamMembership.objects.for_actor(SERVICE, Purpose.OPERATIONS)
        self.primary = (
            team.filter(client=self.client, is_primary=True, ends_at=None)
            .select_related("worker")
            .first()
        )
        consents = Consent.objects.for_actor(SERVICE, Purpose.OPERATIONS).filter(
            client=self.client, kind__in=("treatment", "tpo"), signed_at__isnull=False
        )
        self.consents = {each.kind: each for each in consents.order_by("signed_at")}

    def tell(self) -> None:
        """The packet with its papers, in the order of the shipped list."""
        if self.primary is None:
            return
        admitted_at, zone = self.episode.admitted_at, self.client.site.time_zone
        day = admitted_at.astimezone(ZoneInfo(zone)).date()
        rules = deadlines_for(
            self.episode.program_id, day, holds_for(self.client, day, self.episode.level_code)
        )
        closed = closed_days(self.episode.program_id, day, day + YEAR)
        case = signing_case(self.client, has_guardian=False, now=admitted_at)
        packet = self.book.add(
            Packet,
            str(self.episode.pk),
            program_id=self.episode.program_id,
            opened_at=admitted_at - PREPARED_BEFORE,
            opened_by_id=self.episode.admitted_by_id,
            owner_id=self.primary.worker_id,
            clock_started_at=admitted_at,
            **self.about,
        )
        for paper in papers().values():
            signers = must_sign(paper, case)
            if signers:
                rule = rules[paper.deadline]
                until = due_at(rule, admitted_at, zone, closed)
                self._paper(packet, paper, signers, until, rule)

    def _paper(
        self, packet: Packet, paper: Paper, signers: tuple[str, ...], until: datetime, rule: Any
    ) -> None:
        consent = self.consents.get(paper.consent) if paper.consent else None
        at = consent.signed_at if consent is not None else self._signed_at(paper, until)
        is_open = at is None or at > self.now
        refused = not is_open and consent is None and self.chance.random() < REFUSED
        item = self.book.add(
            PacketItem,
            f"{packet.pk}|{paper.code}",
            packet=packet,
            paper=paper.code,
            text_version=paper.version,
            position=paper.order,
            signers=list(signers),
            due_at=until,
            due_rule={
                "document": rule.document, "applies_to": rule.applies_to, "limit": rule.limit,
                "unit": rule.unit, "calendar": rule.calendar, "clock_start": rule.clock_start,
                "source": rule.source.title, "tag": rule.source.tag,
                "citation": rule.source.citation, "is_adopted": rule.is_adopted,
            },
            settled_at=None if is_open else at,
            settled_as="" if is_open else "refused" if refused else "signed",
            consent=consent,
            **self.about,
        )  # fmt: skip
        if is_open or at is None:
            self._duty(item, paper, until)
        elif refused:
            self.book.add(
                PacketRefusal,
                str(item.pk),
                item=item,
                at=at,
                recorded_by_id=self.primary.worker_id,
                reason=self.chance.choice(REASONS),
                **self.about,
            )
        elif consent is None:
            for who in signers:
                self._signature(item, paper, who, at)

    def _signed_at(self, paper: Paper, until: datetime) -> datetime | None:
        """On the first day, or within days for what takes longer; a few stay open."""
        admitted_at = self.episode.admitted_at
        is_left = self.chance.random() < STILL_OPEN and self.now - admitted_at < LEFT_FOR
        if paper.consent or is_left or (self.is_shown and paper.code in LEFT_FOR_THE_PORTAL):
            return None
        if paper.code in LATER:
            days = self.chance.randrange(1, SETTLED_IN)
            return admitted_at + timedelta(days=days, minutes=self.chance.randrange(60))
        return min(admitted_at + timedelta(minutes=self.chance.randint(5, 70)), self.now)

    def _duty(self, item: PacketItem, paper: Paper, until: datetime) -> None:
        self.book.add(
            CareTask,
            origin_of(item),
            kind=KIND,
            urgency="routine",
            owner_id=self.primary.worker_id,
            opened_at=self.episode.admitted_at,
            due_at=max(until, self.episode.admitted_at),
            origin=origin_of(item),
            detail={"item": str(item.pk), "paper": paper.code},
            **self.about,
        )

    def _signature(self, item: PacketItem, paper: Paper, who: str, at: datetime) -> None:
        by_worker = who in ("staff", "physician")
        name = self.primary.worker.name if by_worker else self.client.name
        language = spoken(self.client.language)
        first = who == ("client" if "client" in item.signers else who)
        answers = self._answers(paper) if first else {}
        self.book.add(
            PacketSignature,
            f"{item.pk}|{who}",
            item=item,
            who=who,
            meaning=paper.meaning,
            name=name[:120],
            worker_id=self.primary.worker_id if by_worker else None,
            at=at,
            place="desk" if by_worker else "tablet",
            proof="password" if by_worker else "handed_over",
            proven_at=at,
            text_version=item.text_version,
            language=language,
            content_hash=content_hash(
                paper=paper, version=item.text_version, language=language,
                client_id=str(self.client.pk), who=who, name=name[:120], answers=answers,
            ),
            answers=json.dumps(answers, ensure_ascii=False, sort_keys=True) if answers else "",
            copy_given_at=at,
            **self.about,
        )  # fmt: skip

    def _answers(self, paper: Paper) -> dict[str, str]:
        found: dict[str, str] = {}
        for question in paper.questions:
            if question.kind == CHOICE:
                found[question.code] = ANSWERS[paper.code]
            elif question.kind == YES_NO:
                found[question.code] = "yes" if paper.code == "orientation" else "no"
        return found
