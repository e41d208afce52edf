"""Cards, devices and levels against the database: what opens, what does not, and what ends."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client as Browser

from homeward.accounts.models import Account
from homeward.core import clock
from homeward.core.actors import NOBODY
from homeward.doorways import actions
from homeward.doorways.models import Device, Doorway, IdentityCheck
from homeward.doorways.reaching import rows_of
from homeward.doorways.refusals import IdentityUnclear, WayInRefused
from homeward.people.models import Client
from homeward.testing.cast import NOON, Cast
from homeward.testing.matrix.asking import _FLEETING

pytestmark = pytest.mark.django_db
SEEN = ("birth_date", "phone")
PIN = "482915"


@pytest.fixture
def house(cast: Cast) -> Any:
    """Jo without a password and without a way in."""
    clock.shift_to(NOON)
    rows_of(Doorway).filter(client_id=cast.jo.pk)._raw_delete("default")
    jo = rows_of(Client).get(pk=cast.jo.pk)
    jo.change(account=None)
    yield cast
    clock.shift_to(None)


def card_by(player: Any, client: Any, **more: Any) -> actions.Printed:
    given = {"client_id": client.pk, "seen": SEEN, "now": clock.now(), **more}
    return actions.print_card(actor=player.actor, **given)


def typed(browser: Any, printed: actions.Printed, **instead: str) -> Any:
    return browser.post("/in/card/", {"name": printed.user_name, "code": printed.code, **instead})


def on_phone(printed: actions.Printed, pin: str = PIN) -> Any:
    """A phone on which the card was used and digits were chosen."""
    browser = Browser(headers={"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17)"})
    assert typed(browser, printed).headers["Location"] == "/in/choose/"
    assert browser.post("/in/choose/", {"pin": pin, "again": pin}).headers["Location"] == "/me/"
    return browser


def test_from_a_card_to_the_phone_and_back_until_it_is_lost(house: Cast) -> None:
    printed = card_by(house.fay, house.jo)
    phone = on_phone(printed)
    cookie = phone.cookies["homeward_device"]
    assert cookie["httponly"] and len(cookie.value) >= 43

    assert phone.get("/me/week/").status_code == 200
    assert b"One more step" in phone.get("/me/record/").content

    phone.post("/account/sign-out/")
    door = phone.get("/me/week/")
    assert door.headers["Location"] == "/in/"
    shown = phone.get("/in/").content.decode()
    # As a word: two letters stand in a form's token now and then.
    assert printed.user_name not in shown and not re.search(r"\bJo\b", shown)
    assert phone.post("/in/", {"pin": "482916"}).headers["Location"] == "/in/?again=1"
    assert phone.post("/in/", {"pin": PIN}).headers["Location"] == "/me/"

    proof = {"client_id": house.jo.pk, "now": clock.now()}
    with pytest.raises(IdentityUnclear) as refused:
        actions.prove_identity(actor=house.dana.actor, seen=SEEN, **proof)
    assert refused.value.codes == ("identity_one_strong",)
    actions.prove_identity(
        actor=house.dana.actor, seen=("photo_paper", "birth_date"), paper="passport", **proof
    )
    assert b"One more step" not in phone.get("/me/record/").content

    again = actions.lose_devices(actor=house.fay.actor, seen=SEEN, **proof)
    assert phone.get("/me/week/").headers["Location"] == "/in/"
    assert phone.post("/in/", {"pin": PIN}).status_code == 200  # the card is asked for again
    newer = on_phone(again)
    # The front desk gave this one out: times at once, the record after another look at the desk.
    assert newer.get("/me/week/").status_code == 200
    assert b"One more step" in newer.get("/me/record/").content
    assert {each.what for each in rows_of(IdentityCheck)} == {"card", "proof", "lost"}


def test_everything_that_does_not_open_is_answered_alike(house: Cast) -> None:
    printed = card_by(house.dana, house.jo)
    answers = {seen_by(*try_out(printed, code="CDF HJK MNP"))}
    answers.add(seen_by(*try_out(printed, name="quiet green lake")))
    clock.shift_to(NOON + timedelta(hours=72, minutes=1))
    answers.add(seen_by(*try_out(printed)))
    clock.shift_to(NOON)
    newer = card_by(house.dana, house.jo)
    answers.add(seen_by(*try_out(newer, code=printed.code)))
    on_phone(newer)
    answers.add(seen_by(*try_out(newer)))
    assert len(answers) == 1

    third = card_by(house.dana, house.jo)
    for _try in range(5):
        typed(Browser(), third, code="CDF HJK MNP")
    assert typed(Browser(), third).headers["Location"] == "/in/card/?again=1"


def try_out(printed: actions.Printed, **instead: str) -> tuple[Any, Any]:
    """The card, or something else, on a phone that nobody used before."""
    browser = Browser()
    return browser, typed(browser, printed, **instead)


def seen_by(browser: Any, answer: Any) -> bytes:
    """What the browser ends on, without what differs on any two pages."""
    assert answer.headers["Location"] == "/in/card/?again=1"
    return _FLEETING.sub(b"", browser.get("/in/card/?again=1").content)


def test_a_number_is_worth_nothing_without_its_device(house: Cast) -> None:
    phone = on_phone(card_by(house.dana, house.jo))
    phone.post("/account/sign-out/")
    stranger = Browser()
    assert b"code" in stranger.get("/in/").content
    stranger.cookies["homeward_device"] = "made-up"
    assert stranger.post("/in/", {"pin": PIN}).status_code == 200
    for _try in range(5):
        phone.post("/in/", {"pin": "111222"})
    assert phone.post("/in/", {"pin": PIN}).status_code == 200
    device = rows_of(Device).get()
    assert device.locked_at is not None and PIN not in device.pin


def test_plain_numbers_are_refused_and_the_card_still_waits(house: Cast) -> None:
    browser = Browser()
    typed(browser, card_by(house.dana, house.jo))
    for pin in ("123456", "030592"):
        assert browser.post("/in/choose/", {"pin": pin, "again": pin}).status_code == 422
    assert browser.post("/in/choose/", {"pin": PIN, "again": "482916"}).status_code == 422
    assert browser.post("/in/choose/", {"pin": PIN, "again": PIN}).status_code == 302
    assert Browser().get("/in/choose/").headers["Location"] == "/in/card/"


def test_who_may_not_print_a_card(house: Cast) -> None:
    for outsider in (house.omar, house.jo, house.kim):
        with pytest.raises((Client.DoesNotExist, WayInRefused)):
            card_by(outsider, house.jo)
    with pytest.raises(IdentityUnclear):
        card_by(house.dana, house.jo, seen=("birth_date",))
    assert not rows_of(Doorway).filter(client_id=house.jo.pk).exists()
    assert Account.objects.filter(client=None).count() == Account.objects.count() - 1
    with pytest.raises(WayInRefused):
        card_by(house.dana, house.jo, contact_id=house.kim.pk)
    assert actions.redeem_card(actor=NOBODY, user_name="", code="", now=NOON) is None
