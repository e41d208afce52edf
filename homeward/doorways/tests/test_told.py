"""Whatever more opens a client's pages, they hear of it elsewhere than on what was added."""

from datetime import timedelta
from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.urls import reverse

from homeward.accounts.models import Account
from homeward.audit.models import Entry
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.doorways.models import Device
from homeward.doorways.reaching import rows_of
from homeward.doorways.telling import BEGINS, WAY_BEGINS
from homeward.doorways.tests.test_actions import PIN, card_by, house, on_phone
from homeward.doorways.tests.test_attacks import ADD, proofed, relative_of
from homeward.notices.actions import choose_channel
from homeward.notices.carriers.port import Inbound
from homeward.notices.inbound import receive
from homeward.notices.models import Notice
from homeward.notices.wording import wording_of
from homeward.portal.devices import NEW_FOR
from homeward.testing.cast import Cast

__all__ = ["house"]
pytestmark = pytest.mark.django_db
PAGE = "/me/devices/"
NUMBER = "312 555 0142"


@pytest.fixture
def by_text(house: Cast) -> Cast:
    """Jo chose text messages, to a telephone that is no way in here."""
    choose_channel(
        actor=house.dana.actor, client_id=house.jo.pk, channel="text", is_wanted=True,
        address=NUMBER, now=clock.now(),
    )  # fmt: skip
    return house


def told() -> list[Notice]:
    return list(rows_of(Notice).filter(origin__startswith=BEGINS).order_by("queued_at"))


def text(phone: Any) -> str:
    return str(phone.get(PAGE).content.decode())


def made_entries() -> Any:
    return Entry.objects.filter(code="doorways.device.made")


class TestTheNotice:
    def test_goes_where_the_client_chose_and_says_nothing(self, by_text: Cast) -> None:
        """Also for a card that somebody at the desk kept and used."""
        on_phone(card_by(by_text.fay, by_text.jo))
        (notice,) = told()
        device = rows_of(Device).get()
        assert (notice.client_id, notice.contact_id) == (by_text.jo.pk, None)
        assert (notice.code, notice.channel, notice.link) == ("update", "text", "")
        assert notice.origin == f"{BEGINS}{device.pk}"
        said = wording_of(notice.code, notice.channel, "en").everything.lower()
        assert not any(word in said for word in ("phone", "device", "passkey", "card"))
        on_phone(card_by(by_text.dana, by_text.jo), pin="739164")
        assert len(told()) == 2

    def test_is_queued_for_a_passkey_added_to_what_is_there(self, by_text: Cast) -> None:
        phone = on_phone(card_by(by_text.dana, by_text.jo))
        account = Account.objects.get(doorway__client_id=by_text.jo.pk)
        assert phone.get(ADD).status_code == 200
        key = Authenticator.objects.create(user=account, type="webauthn", data={})
        assert len(told()) == 2
        assert made_entries().count() == 2
        key.delete()
        ended = Entry.objects.filter(code="doorways.device.ended")
        assert ended.get().client_ids == [by_text.jo.pk]

    def test_is_for_clients_alone_and_by_a_quick_channel(self, by_text: Cast) -> None:
        rae = relative_of(by_text)
        printed = card_by(by_text.dana, by_text.jo, contact_id=rae.pk, is_client_present=True)
        on_phone(printed)
        assert told() == []
        receive(Inbound(key="m1", address=NUMBER, body="STOP"), clock.now())
        on_phone(card_by(by_text.dana, by_text.jo))
        assert told() == []


class TestWhereMessagesGo:
    """Said on the client's own phone: the way that stays as it was hears of it."""

    URL = "/me/sharing/reach/"

    def says(self, phone: Any, channel: str, address: str, is_wanted: str = "yes") -> Any:
        told = {
            "channel": channel, "is_wanted": is_wanted, "address": address, "from_hour": "9",
            "until_hour": "20",
        }  # fmt: skip
        return phone.post(self.URL, {**told, "form_key": new_key()})

    def ways(self) -> list[tuple[str, str, str]]:
        rows = rows_of(Notice).filter(origin__startswith=WAY_BEGINS).order_by("queued_at")
        return [(row.code, row.channel, row.link) for row in rows]

    def test_is_told_by_the_way_that_stays(self, by_text: Cast) -> None:
        phone = on_phone(card_by(by_text.dana, by_text.jo))
        proofed(by_text)
        assert self.says(phone, "text", NUMBER).status_code == 302
        assert self.ways() == []  # as before; and there is no other way to tell it by
        assert self.says(phone, "email", "jo@example.org").status_code == 302
        assert self.ways() == [("update", "text", "")]
        assert self.says(phone, "text", "312 555 0199").status_code == 302
        assert self.ways() == [("update", "text", ""), ("update", "email", "")]
        # Other hours, and a no, take messages nowhere else.
        assert self.says(phone, "text", "312 555 0199").status_code == 302
        assert self.says(phone, "email", "", is_wanted="no").status_code == 302
        assert len(self.ways()) == 2
        receive(Inbound(key="m2", address="312 555 0199", body="STOP"), clock.now())
        assert self.says(phone, "email", "jo@example.com").status_code == 302
        assert len(self.ways()) == 2

    def test_refused_tells_nobody(self, by_text: Cast) -> None:
        phone = on_phone(card_by(by_text.dana, by_text.jo))
        proofed(by_text)
        assert self.says(phone, "email", "").status_code == 422
        assert self.ways() == []


class TestThePage:
    def test_of_another_phone_says_what_was_added_and_its_own_does_not(self, house: Cast) -> None:
        first = on_phone(card_by(house.dana, house.jo))
        assert "Added on" not in text(first)
        clock.shift_to(clock.now() + timedelta(days=1))
        second = on_phone(card_by(house.fay, house.jo), pin="739164")
        first.post("/in/", {"pin": PIN})
        assert text(first).count("Added on 25 November: Phone. Was it not you?") == 1
        assert "Added on 25 November" not in text(second)

    def test_still_says_so_when_it_was_ended_at_once(self, house: Cast) -> None:
        first = on_phone(card_by(house.dana, house.jo))
        second = on_phone(card_by(house.fay, house.jo), pin="739164")
        added = rows_of(Device).order_by("-created_at")[0]
        url = reverse("portal:device_end", args=[added.pk])
        second.post(url, {"form_key": new_key()})
        added.refresh_from_db()
        assert added.ended_at is not None
        page = text(first)
        assert "Added on 24 November and ended since: Phone." in page
        assert str(added.pk) not in page  # there is nothing left to end
        clock.shift_to(clock.now() + NEW_FOR + timedelta(days=1))
        first.post("/in/", {"pin": PIN})
        page = text(first)
        assert ("Added on" in page, "this one" in page) == (False, True)

    def test_is_the_accounts_own(self, house: Cast) -> None:
        """A relative's phone is beside the same client and none of theirs."""
        first = on_phone(card_by(house.dana, house.jo))
        rae = relative_of(house)
        relative = on_phone(
            card_by(house.dana, house.jo, contact_id=rae.pk, is_client_present=True)
        )
        assert "Added on" not in text(first)
        assert "Added on" not in text(relative)
