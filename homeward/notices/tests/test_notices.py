"""A notice is decided when it is queued and again when it leaves; the ledger row is first."""

from datetime import UTC, datetime, timedelta
from threading import Event, Thread
from typing import Any

import pytest
from django.db import connection

from homeward.consents.actions import raise_safety_flag, revoke_consent, sign_consent
from homeward.consents.models import Delivery, Disclosure
from homeward.core import clock, outbox
from homeward.core.actors import Actor
from homeward.core.models import OutboxItem
from homeward.notices.actions import (
    AddressMissing,
    ChannelNotAgreed,
    HoursReversed,
    NumberSaidStop,
    choose_channel,
    queue_notice,
)
from homeward.notices.carriers import Outbound
from homeward.notices.carriers.simulators import Recorder
from homeward.notices.models import Notice, NoticeOutcome, NumberWord
from homeward.notices.queries import best_channel
from homeward.notices.reminding import remind_of_endings
from homeward.notices.wording import codes
from homeward.testing.stage import NOON, make_cast

pytestmark = pytest.mark.django_db
SIMULATORS = "homeward.notices.carriers.simulators"
EVENING = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)  # 21:00 at the main site


@pytest.fixture(autouse=True)
def recorder(settings: Any) -> Any:
    settings.NOTICE_CARRIERS = dict.fromkeys(("text", "email", "letter"), f"{SIMULATORS}.Recorder")
    Recorder.forget()
    yield Recorder
    Recorder.forget()


@pytest.fixture
def noon(cast: Any) -> Any:
    from homeward.testing.cast import NOON

    clock.shift_to(NOON)
    yield NOON
    clock.shift_to(None)


def agree(cast: Any, now: datetime, **more: Any) -> None:
    choose_channel(
        actor=cast.dana.actor, client_id=cast.jo.pk,
        **{"channel": "text", "is_wanted": True, "address": "555 0142", "now": now, **more},
    )  # fmt: skip


def queue(cast: Any, now: datetime, **more: Any) -> Notice:
    told: dict[str, Any] = {"code": "update", "channel": "text", "origin": f"test {now}", **more}
    made: Notice = queue_notice(
        actor=Actor.of_service("test"), client_id=cast.jo.pk, now=now, **told
    )
    return made


def deliver(notice: Notice, now: datetime) -> str:
    item = OutboxItem.objects.get(key=f"notice {notice.pk}")
    return outbox.deliver(item.pk, now=now)


def outcome(notice: Notice) -> NoticeOutcome:
    row: NoticeOutcome = NoticeOutcome.objects.unscoped("test").get(notice=notice)
    return row


def family(cast: Any, now: datetime) -> Any:
    return sign_consent(
        actor=cast.dana.actor, client_id=cast.jo.pk, kind="family", signer_name="Jo Avery",
        contact_id=cast.kim.pk, classes=["messages"], now=now,
    )  # fmt: skip


class TestChoosing:
    def test_nothing_goes_where_nobody_agreed(self, cast: Any, noon: datetime) -> None:
        with pytest.raises(ChannelNotAgreed):
            queue(cast, noon)

    def test_needs_somewhere_to_go_and_hours_that_run_forward(
        self, cast: Any, noon: datetime
    ) -> None:
        with pytest.raises(AddressMissing):
            agree(cast, noon, address=" ")
        with pytest.raises(HoursReversed):
            agree(cast, noon, from_hour=20, until_hour=9)

    def test_a_no_stops_what_is_queued(self, cast: Any, noon: datetime, recorder: Any) -> None:
        agree(cast, noon)
        notice = queue(cast, noon)
        agree(cast, noon, is_wanted=False)
        assert deliver(notice, noon) == "withheld"
        assert outcome(notice).reason == "channel_not_agreed"
        assert not recorder.carried


class TestSending:
    def test_says_nothing_of_the_place_and_is_in_the_ledger_first(
        self, cast: Any, noon: datetime, recorder: Any
    ) -> None:
        agree(cast, noon)
        notice = queue(cast, noon)
        assert Disclosure.objects.unscoped("test").get().pk == notice.disclosure_id
        assert not recorder.carried
        assert deliver(notice, noon) == "delivered"
        message = recorder.carried[str(notice.pk)]
        assert message.address == "555 0142"
        assert message.sender == "CH"
        assert "Cedar" not in message.body

    def test_speaks_the_language_that_its_reader_chose(self, cast: Any, noon: datetime) -> None:
        """A client's own choice stands before what they told us they speak."""
        agree(cast, noon)
        assert queue(cast, noon, origin="a").language == "en"
        client = cast.jo.row
        client.change(language="es")
        assert queue(cast, noon, origin="b").language == "es"
        for chosen in ("en", "es"):
            cast.jo.account.language = cast.kim.account.language = chosen
            cast.jo.account.save()
            cast.kim.account.save()
            assert queue(cast, noon, origin=f"c {chosen}").language == chosen
        family(cast, noon)
        agree(cast, noon, contact_id=cast.kim.pk, address="555 0177")
        assert queue(cast, noon, origin="d", contact_id=cast.kim.pk).language == "es"

    def test_waits_for_the_agreed_hours(self, cast: Any, noon: datetime, recorder: Any) -> None:
        agree(cast, noon)
        notice = queue(cast, noon)
        assert deliver(notice, EVENING) == "waiting"
        item = OutboxItem.objects.get(key=f"notice {notice.pk}")
        assert item.due_at == datetime(2026, 11, 25, 15, 0, tzinfo=UTC)
        assert deliver(notice, item.due_at) == "delivered"

    def test_a_carrier_that_fails_leaves_nothing_behind_and_is_asked_again(
        self, cast: Any, noon: datetime, settings: Any, recorder: Any
    ) -> None:
        agree(cast, noon)
        settings.NOTICE_CARRIERS = {"text": f"{SIMULATORS}.Dead"}
        notice = queue(cast, noon)
        assert deliver(notice, noon) == "waiting"
        assert not NoticeOutcome.objects.unscoped("test").exists()
        assert not Delivery.objects.unscoped("test").exists()
        settings.NOTICE_CARRIERS = {"text": f"{SIMULATORS}.Recorder"}
        assert deliver(notice, noon) == "delivered"

    def test_an_answer_that_was_lost_is_one_message_for_the_receiver(
        self, cast: Any, noon: datetime, settings: Any, recorder: Any
    ) -> None:
        agree(cast, noon)
        settings.NOTICE_CARRIERS = {"text": f"{SIMULATORS}.TakesAndDies"}
        notice = queue(cast, noon)
        deliver(notice, noon)
        assert deliver(notice, noon) == "delivered"
        assert recorder.handed_over == [str(notice.pk)] * 2
        assert len(recorder.carried) == 1

    def test_a_revocation_beats_the_queue(self, cast: Any, noon: datetime, recorder: Any) -> None:
        row = family(cast, noon)
        agree(cast, noon, contact_id=cast.kim.pk)
        notice = queue(cast, noon, contact_id=cast.kim.pk)
        revoke_consent(actor=cast.jo.actor, consent_id=row.pk, now=noon + timedelta(minutes=1))
        assert deliver(notice, noon + timedelta(minutes=2)) == "withheld"
        assert outcome(notice).reason == "consent_revoked"
        effects = (
            Disclosure.objects.unscoped("test").order_by("at").values_list("effect", flat=True)
        )
        assert list(effects) == ["permit", "deny"]
        assert not recorder.carried

    def test_a_safety_flag_beats_the_queue(self, cast: Any, noon: datetime, recorder: Any) -> None:
        family(cast, noon)
        agree(cast, noon, contact_id=cast.kim.pk)
        notice = queue(cast, noon, contact_id=cast.kim.pk)
        raise_safety_flag(
            actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, now=noon
        )
        assert deliver(notice, noon) == "withheld"
        assert outcome(notice).reason == "safety_flag"

    def test_a_contact_without_a_consent_gets_nothing_and_the_no_is_kept(
        self, cast: Any, noon: datetime
    ) -> None:
        agree(cast, noon, contact_id=cast.kim.pk)
        notice = queue(cast, noon, contact_id=cast.kim.pk)
        assert outcome(notice).state == "withheld"
        assert not OutboxItem.objects.exists()
        assert Disclosure.objects.unscoped("test").get().effect == "deny"

    def test_the_same_origin_is_one_notice(self, cast: Any, noon: datetime) -> None:
        agree(cast, noon)
        assert queue(cast, noon, origin="x").pk == queue(cast, noon, origin="x").pk


class TestStop:
    """What the number itself says, whoever the text would be for and whatever it would say."""

    def test_ends_every_kind_of_text_within_the_second_and_start_returns_them(
        self, cast: Any, noon: datetime, recorder: Any
    ) -> None:
        family(cast, noon)
        agree(cast, noon, address="+1 (512) 555-0142")
        agree(cast, noon, contact_id=cast.kim.pk, address="512.555.0142")
        whom = [
            (code, contact, f"{code} {contact}")
            for code in codes()
            for contact in (None, cast.kim.pk)
        ]
        waiting = [
            queue(cast, noon, code=code, contact_id=contact, origin=origin)
            for code, contact, origin in whom
        ]
        instant = noon + timedelta(microseconds=1)
        assert recorder.says("(512) 555-0142", " Stop. ", instant) == "stop"
        assert {deliver(notice, instant) for notice in waiting} == {"withheld"}
        assert {outcome(notice).reason for notice in waiting} == {"number_said_stop"}
        for code, contact, origin in whom:
            with pytest.raises(ChannelNotAgreed):
                queue(cast, instant, code=code, contact_id=contact, origin=f"{origin} later")
        with pytest.raises(NumberSaidStop):
            agree(cast, instant, address="5125550142")
        assert best_channel(cast.jo.row) == "note"
        assert not recorder.carried

        back = instant + timedelta(seconds=1)
        assert recorder.says("15125550142", "START", back) == "start"
        sent = [
            queue(cast, back, code=code, contact_id=contact, origin=f"{origin} after")
            for code, contact, origin in whom
        ]
        assert {deliver(notice, back) for notice in sent} == {"delivered"}
        assert len(recorder.carried) == len(whom)

    def test_of_other_numbers_and_other_words_nothing_is_kept(
        self, cast: Any, noon: datetime, recorder: Any
    ) -> None:
        agree(cast, noon)
        assert recorder.says("555 0142", "Who is this? Please stop by", noon) == "other"
        assert recorder.says("555 0143", "ALTO", noon) == "stop"
        assert NumberWord.objects.count() == 1
        assert deliver(queue(cast, noon), noon) == "delivered"

    def test_one_message_handed_over_twice_counts_when_it_came_first(
        self, cast: Any, noon: datetime, recorder: Any
    ) -> None:
        later = noon + timedelta(minutes=1)
        agree(cast, noon)
        recorder.says("555 0142", "STOP", noon, key="a")
        recorder.says("555 0142", "start", later, key="b")
        assert recorder.says("555 0142", "STOP", later + timedelta(minutes=1), key="a") == "stop"
        assert deliver(queue(cast, later), later) == "delivered"


def test_sends_are_permits_are_ledger_rows(cast: Any, noon: datetime, recorder: Any) -> None:
    """Whatever happens to forty notices, what left is what the ledger says left."""
    import random

    dice = random.Random(4)
    row, kim = family(cast, noon), cast.kim.pk
    agree(cast, noon)
    agree(cast, noon, contact_id=kim)
    now = noon
    for number in range(40):
        now += timedelta(minutes=1)
        to = dice.choice([None, kim])
        notice = queue(cast, now, contact_id=to, origin=f"many {number}")
        if number == 15:
            revoke_consent(actor=cast.jo.actor, consent_id=row.pk, now=now)
        if number == 25:
            row = family(cast, now)
        if OutboxItem.objects.filter(key=f"notice {notice.pk}").exists():
            deliver(notice, now)
    gone = Disclosure.objects.unscoped("test").filter(effect="permit", delivery__state="sent")
    assert {str(each) for each in gone.values_list("recipient_id", flat=True)} == {
        str(kim), str(cast.jo.pk),
    }  # fmt: skip
    assert gone.count() == len(recorder.carried) == len(recorder.handed_over)
    sent = NoticeOutcome.objects.unscoped("test").filter(state="sent")
    assert {each.notice.disclosure_id for each in sent} == {each.pk for each in gone}


def test_reminders_come_once_within_fourteen_days(cast: Any, noon: datetime) -> None:
    agree(cast, noon)
    told = {"actor": cast.dana.actor, "client_id": cast.jo.pk, "signer_name": "Jo Avery"}
    sign_consent(**told, kind="family", contact_id=cast.kim.pk, now=noon,
                 expires_at=noon + timedelta(days=20))  # fmt: skip
    assert remind_of_endings(now=noon) == 0
    later = noon + timedelta(days=6)
    assert remind_of_endings(now=later) == 1
    assert remind_of_endings(now=later + timedelta(days=1)) == 0
    notice = Notice.objects.unscoped("test").get()
    assert (notice.code, notice.channel) == ("ending_soon", "text")


@pytest.mark.django_db(transaction=True)
def test_twelve_races_of_revoking_against_sending() -> None:
    """The small dose of `homeward bench revoke --races 10000`."""
    from homeward.notices.racing import ledger_agrees, race_revocations
    from homeward.testing.stage import make_cast

    tally = race_revocations(make_cast().site.pk, 12, lanes=2)
    assert not tally.broken
    assert tally.laps == 12
    assert tally.sent_after_revocation == tally.second_sent == 0
    assert ledger_agrees()["agrees"]


@pytest.mark.django_db(transaction=True)
def test_a_no_to_a_channel_waits_for_what_is_leaving(recorder: Any) -> None:
    """It is acknowledged only when the message is gone; nothing leaves that way afterwards."""
    cast, now = make_cast(), NOON
    clock.shift_to(now)
    said, hurried = Event(), []

    def refuse() -> None:
        agree(cast, now, is_wanted=False)
        said.set()
        connection.close()

    refusing = Thread(target=refuse)

    def leaving(message: Outbound) -> None:
        refusing.start()
        hurried.append(said.wait(1))

    agree(cast, now)
    notice = queue(cast, now)
    recorder.before = staticmethod(leaving)
    deliver(notice, now)
    refusing.join(20)
    clock.shift_to(None)
    assert (hurried, said.is_set()) == ([False], True)
