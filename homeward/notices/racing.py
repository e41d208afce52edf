"""Revoking against sending, really at the same instant, against the real actions.

`homeward bench revoke` and the tests run the same laps. Each lap has a consent, two notices that
rest on it, one of them sent while the consent is taken back, the other right after. The carrier
looks, in the sender's own transaction, whether a revocation is already acknowledged.
"""

from collections import Counter
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random
from threading import Barrier, Thread
from time import sleep
from typing import Any
from uuid import UUID, uuid4

from django.db import connection
from django.test.utils import override_settings

from homeward.consents.actions import revoke_consent
from homeward.consents.models import Consent, Delivery, Disclosure, Revocation
from homeward.consents.queries import DISCLOSER
from homeward.core import clock, outbox
from homeward.core.actors import Actor
from homeward.core.models import OutboxItem
from homeward.kernel.purposes import Purpose
from homeward.notices.actions import choose_channel, queue_notice
from homeward.notices.carriers import Outbound
from homeward.notices.carriers.simulators import Recorder
from homeward.notices.models import Notice, NoticeOutcome
from homeward.people.models import Client, Contact

CARRIERS = {"text": "homeward.notices.carriers.simulators.Recorder"}
LAPS_A_CLIENT = 20
LONGEST_HEAD_START = 0.02  # seconds; either side starts first about as often
PATIENCE = 60
_house = Actor.of_service("race")


@dataclass(slots=True)
class Tally:
    """What came out of all laps."""

    laps: int = 0
    sent: int = 0
    withheld: int = 0
    sent_after_revocation: int = 0
    second_sent: int = 0
    broken: list[str] = field(default_factory=list)

    @property
    def is_right(self) -> bool:
        """Nothing was sent once a revocation was acknowledged, and nothing broke."""
        return not (self.sent_after_revocation or self.second_sent or self.broken)

    def add(self, other: "Tally") -> None:
        """Take another lane's count in."""
        self.laps += other.laps
        self.sent += other.sent
        self.withheld += other.withheld
        self.sent_after_revocation += other.sent_after_revocation
        self.second_sent += other.second_sent
        self.broken += other.broken


def race_revocations(site_id: UUID, laps: int, lanes: int = 2, seed: int = 1) -> Tally:
    """Run `laps` laps over `lanes` lanes at once; the rows stay, so give it a house of its own."""
    late: list[str] = []
    Recorder.forget()
    Recorder.before = staticmethod(lambda message: _look(message, late))  # type: ignore[assignment]
    total, tallies = Tally(), [Tally() for _ in range(lanes)]
    shares = [laps // lanes + (lane < laps % lanes) for lane in range(lanes)]
    with override_settings(NOTICE_CARRIERS=CARRIERS):
        threads = [
            # Chance gives head starts here and keeps no secret.
            Thread(target=_lane, args=(site_id, share, Random(seed * 1000 + lane), tally))  # noqa: S311
            for lane, (share, tally) in enumerate(zip(shares, tallies, strict=True))
        ]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
    for tally in tallies:
        total.add(tally)
    total.sent_after_revocation = len(late)
    Recorder.forget()
    return total


def ledger_agrees() -> dict[str, int | bool]:
    """Sends, delivered permits and outcomes are the same number."""
    permits = Disclosure.objects.for_actor(_house, Purpose.OPERATIONS).filter(effect="permit")
    sends = NoticeOutcome.objects.for_actor(_house, Purpose.OPERATIONS).filter(state="sent")
    gone = Delivery.objects.for_actor(_house, Purpose.OPERATIONS).filter(state="sent")
    delivered = permits.filter(delivery__state="sent").count()
    counted: dict[str, int | bool] = {"sends": sends.count(), "ledger_permits": delivered}
    counted["agrees"] = counted["sends"] == delivered == gone.count()
    return counted


def _look(message: Outbound, late: list[str]) -> None:
    notice = Notice.objects.for_actor(_house, Purpose.OPERATIONS).get(pk=message.key)
    revoked = Revocation.objects.for_actor(_house, Purpose.OPERATIONS).filter(
        client_id=notice.client_id, consent__contact_id=notice.contact_id
    )
    live = Consent.objects.for_actor(_house, Purpose.OPERATIONS).filter(
        client_id=notice.client_id, contact_id=notice.contact_id
    )
    if revoked.count() == live.count():
        late.append(message.key)


def _lane(site_id: UUID, laps: int, dice: Random, tally: Tally) -> None:
    try:
        with ThreadPoolExecutor(max_workers=1) as revoker:
            client: Client | None = None
            for lap in range(laps):
                if client is None or lap % LAPS_A_CLIENT == 0:
                    client = _client(site_id)
                _lap(client, revoker, dice, tally)
            revoker.submit(lambda: connection.close()).result(PATIENCE)
    except BaseException as fault:
        tally.broken.append(repr(fault))
    finally:
        connection.close()


def _lap(client: Client, revoker: ThreadPoolExecutor, dice: Random, tally: Tally) -> None:
    contact = _contact(client)
    consent = _consent(client, contact)
    racing, following = (_queued(client, contact) for _ in range(2))
    start = Barrier(2)
    ahead = dice.uniform(-LONGEST_HEAD_START, LONGEST_HEAD_START)

    def take_back() -> None:
        start.wait(PATIENCE)
        sleep(max(0.0, -ahead))
        revoke_consent(actor=_house, consent_id=consent.pk, now=clock.now())

    ended: Future[None] = revoker.submit(take_back)
    start.wait(PATIENCE)
    sleep(max(0.0, ahead))
    outbox.deliver(racing.pk, now=clock.now())
    ended.result(PATIENCE)
    states = Counter((outbox.deliver(racing.pk, now=clock.now()),))
    tally.laps += 1
    tally.sent += states[outbox.State.DELIVERED]
    tally.withheld += states[outbox.State.WITHHELD]
    if outbox.deliver(following.pk, now=clock.now()) != outbox.State.WITHHELD:
        tally.second_sent += 1


def _client(site_id: UUID) -> Client:
    return Client.objects.create(
        site_id=site_id, chart_number=f"R-{uuid4().hex[:12]}", name="Racing Client",
        birth_date=date(1990, 1, 1),
    )  # fmt: skip


def _contact(client: Client) -> Contact:
    row: Contact = Contact.objects.create(
        client=client, site_id=client.site_id, kind=Contact.Kind.FAMILY, name="Racing Contact"
    )
    choose_channel(
        actor=_house, client_id=client.pk, contact_id=row.pk, channel="text", is_wanted=True,
        address="0", from_hour=0, until_hour=24, now=clock.now(),
    )  # fmt: skip
    return row


def _consent(client: Client, contact: Contact) -> Consent:
    now = clock.now()
    row: Consent = Consent.objects.create(
        client=client, site_id=client.site_id, kind=Consent.Kind.FAMILY, contact=contact,
        disclosers=[DISCLOSER], recipients=[{"type": "person", "id": str(contact.pk)}],
        purposes=["family_support"], classes=["messages"], text_version="1", text_hash="0" * 64,
        signed_at=now - timedelta(days=1), signer_name="Racing Client",
        expires_at=now + timedelta(days=30),
    )  # fmt: skip
    return row


def _queued(client: Client, contact: Contact) -> Any:
    notice = queue_notice(
        actor=_house, client_id=client.pk, contact_id=contact.pk, code="update", channel="text",
        origin=f"race {uuid4()}", now=clock.now(),
    )  # fmt: skip
    return OutboxItem.objects.get(key=f"notice {notice.pk}")
