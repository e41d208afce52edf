"""Papers signed on a phone: its digits or its passkey are shown again, and guesses are few."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from django.core.cache import cache
from django.test import Client as Browser
from django.urls import reverse

from homeward.accounts.confirming import MOST_WRONG
from homeward.accounts.models import Account
from homeward.aftercare.models import ContactWish
from homeward.audit.models import Entry
from homeward.consents.models import Consent
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.routes import all_routes
from homeward.core.submissions import new_key
from homeward.doorways import actions as doors
from homeward.doorways.models import Device
from homeward.doorways.reaching import rows_of
from homeward.doorways.tests.test_actions import PIN, card_by, house, on_phone
from homeward.doorways.tests.test_attacks import after_a_while, keys_of, proofed
from homeward.notices.models import ContactChoice
from homeward.packets import actions
from homeward.packets.models import PacketItem, PacketSignature
from homeward.portal.shown_again import SIGNED, STAND_ON
from homeward.testing.cast import PASSWORD, Cast

__all__ = ["house"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def paper(house: Cast) -> PacketItem:
    """One paper that waits for Jo, who comes in by a phone."""
    cache.clear()
    packet = actions.prepare_packet(
        actor=house.dana.actor, client_id=house.jo.pk, program_id=house.program.pk,
        now=clock.now(),
    )  # fmt: skip
    item: PacketItem = rows_of(PacketItem).get(packet=packet, paper="rights")
    return item


def phone_of(house: Cast) -> Any:
    phone = on_phone(card_by(house.dana, house.jo))
    proofed(house)
    return phone


def address(item: PacketItem) -> str:
    return reverse("portal:packet_paper", args=[item.pk])


def signed(phone: Any, item: PacketItem, **told: str) -> Any:
    page = phone.get(address(item))
    return phone.post(address(item), {**keys_of(page), "signer_name": "Jo Avery", **told})


def signature(item: PacketItem) -> PacketSignature:
    found: PacketSignature = rows_of(PacketSignature).get(item=item)
    return found


def test_by_the_digits_of_the_phone(house: Cast, paper: PacketItem) -> None:
    phone = phone_of(house)
    for wrong in ({}, {"password": "482916"}, {"password": PASSWORD}):
        answer = signed(phone, paper, **wrong)
        assert answer.status_code == 422
    assert b"These are not your six digits." in answer.content
    assert PIN.encode() not in answer.content
    assert not rows_of(PacketSignature).filter(item=paper).exists()
    refused = Entry.objects.filter(code="accounts.signature.refused", permitted=False)
    assert [entry.actor_kind for entry in refused] == ["client"] * 3

    assert signed(phone, paper, password=PIN).status_code == 302

    kept = signature(paper)
    assert (kept.place, kept.proof) == ("portal", "digits")


def test_digits_of_an_ended_or_another_phone_sign_nothing(house: Cast, paper: PacketItem) -> None:
    phone, other = phone_of(house), on_phone(card_by(house.dana, house.jo), pin="739164")
    proofed(house)
    assert signed(phone, paper, password="739164").status_code == 422
    # A session without what lies on the device knows no digits.
    del other.cookies["homeward_device"]
    assert signed(other, paper, password="739164").status_code == 422
    doors.lose_devices(
        actor=house.dana.actor, client_id=house.jo.pk, seen=("birth_date", "phone"),
        now=clock.now(),
    )  # fmt: skip
    assert phone.get(address(paper)).headers["Location"] == "/in/"
    assert not rows_of(PacketSignature).filter(item=paper).exists()


def test_guesses_at_digits_are_held_back(house: Cast, paper: PacketItem) -> None:
    phone = phone_of(house)
    for number in range(MOST_WRONG):
        assert signed(phone, paper, password=f"7391{number:02}").status_code == 422
    answer = signed(phone, paper, password=PIN)
    assert (answer.status_code, b"Too many tries." in answer.content) == (422, True)


def test_by_a_passkey_shown_again(house: Cast, paper: PacketItem) -> None:
    phone = Browser()
    printed = card_by(house.dana, house.jo)
    phone.post("/in/card/", {"name": printed.user_name, "code": printed.code})
    phone.post("/in/choose/", {"passkey": "1"})
    proofed(house)
    device = rows_of(Device).get()
    account = Account.objects.get(username=printed.user_name)
    # Before there is a passkey, nothing on this phone says whose it is.
    told = {**keys_of(phone.get(address(paper))), "signer_name": "Jo Avery"}
    assert signed(phone, paper, password=PIN).status_code == 422
    key = Authenticator.objects.create(user=account, type=Authenticator.Type.WEBAUTHN, data={})
    rows_of(Device).filter(passkey_id=key.pk).get().change(passkey_id=None)
    device.refresh_from_db()
    device.change(passkey_id=key.pk)

    after_a_while(phone)
    again = phone.get(address(paper)).headers["Location"]
    assert again.startswith("/account/passkeys/again/?next=%2Fme%2Fpapers%2F")
    assert phone.post(address(paper), told).headers["Location"].startswith("/account/passkeys/")
    assert not rows_of(PacketSignature).filter(item=paper).exists()
    after_a_while(phone, minutes=-9)  # as if it was shown this minute
    assert b'name="password"' not in phone.get(address(paper)).content
    assert signed(phone, paper).status_code == 302

    assert signature(paper).proof == "passkey"


def test_guesses_at_a_password_are_held_back(house: Cast, paper: PacketItem) -> None:
    """Where an account has one: the form of a paper is no way around the door's limit."""
    account = Account.objects.get(pk=house.dana.actor.account_id)
    desk = Browser()
    desk.force_login(account)
    url = reverse("desk:packet_paper", args=[paper.pk])
    for number in range(MOST_WRONG):
        page = desk.get(url)
        told = {**keys_of(page), "signer_name": "Jo Avery", "password": f"guess {number}"}
        assert desk.post(url, told).status_code == 422
    page = desk.get(url)
    told = {**keys_of(page), "signer_name": "Jo Avery", "password": PASSWORD}
    assert desk.post(url, told).status_code == 422


def test_a_consent_needs_more_than_an_open_phone(house: Cast) -> None:
    """Whoever picks up a phone that was left open lets nobody read the record."""
    phone = phone_of(house)
    url = "/me/sharing/new/tpo/"
    page = phone.get(url)
    assert page.status_code == 200
    after_a_while(phone)

    assert phone.get(url).headers["Location"] == "/in/again/?next=%2Fme%2Fsharing%2Fnew%2Ftpo%2F"
    # Who read for a while signs what they read; who read for long is asked again.
    after_a_while(phone)
    told = {**keys_of(page), "signer_name": "Jo Avery"}
    assert phone.post(url, told).headers["Location"].startswith("/in/again/")
    rows = rows_of(Consent).filter(client_id=house.jo.pk, kind="tpo", signed_at__gte=clock.now())
    assert not rows.exists()
    phone.post("/in/again/?next=" + url, {"pin": PIN})
    after_a_while(phone)
    assert phone.post(url, told).headers["Location"] == "/me/"
    assert rows.exists()


def test_where_messages_go_needs_more_than_an_open_phone(house: Cast) -> None:
    """Another number would be told what the client hears from then on."""
    phone = phone_of(house)
    url = "/me/sharing/reach/"
    page = phone.get(url)
    assert page.status_code == 200
    after_a_while(phone)
    asked = "/in/again/?next=%2Fme%2Fsharing%2Freach%2F"
    assert phone.get(url).headers["Location"] == asked
    after_a_while(phone)
    told = {
        **keys_of(page), "channel": "text", "is_wanted": "yes", "address": "312 555 0142",
        "from_hour": "9", "until_hour": "20",
    }  # fmt: skip
    assert phone.post(url, told).headers["Location"] == asked
    assert not rows_of(ContactChoice).exists()
    # A no counts at once, whoever says it.
    assert phone.post(url, {**told, "is_wanted": "no"}).headers["Location"] == url
    assert rows_of(ContactChoice).get().is_wanted is False
    phone.post(asked, {"pin": PIN})
    told |= keys_of(phone.get(url))
    assert phone.post(url, told).headers["Location"] == url
    assert rows_of(ContactChoice).filter(is_wanted=True).get().address == "312 555 0142"


def test_how_we_are_in_touch_after_care_needs_it_too(house: Cast) -> None:
    phone = after_a_while(phone_of(house), minutes=30)
    told = {
        "form_key": new_key(), "may_contact": "yes", "channel": "call", "address": "312 555 0142",
        "from_hour": "9", "until_hour": "20",
    }  # fmt: skip
    url = reverse("portal:after_touch")
    answer = phone.post(url, told)
    assert answer.headers["Location"] == "/in/again/?next=%2Fme%2Fafter%2F"
    assert not rows_of(ContactWish).exists()
    assert phone.post(url, {**told, "may_contact": "no"}).headers["Location"] == "/me/after/"
    assert rows_of(ContactWish).get().may_contact is False


@pytest.mark.parametrize(
    ("form", "page"),
    [("/me/rules/sign/", "/me/rules/"), ("/me/rules/things/", "/me/rules/"),
     ("/me/earned/join/", "/me/earned/")],
)  # fmt: skip
def test_forms_beside_a_page_ask_again_and_lead_back_to_it(
    house: Cast, form: str, page: str
) -> None:
    phone = after_a_while(phone_of(house), minutes=30)
    answer = phone.post(form, {"signer_name": "Jo Avery"})
    assert answer.headers["Location"] == f"/in/again/?next={page.replace('/', '%2F')}"


@pytest.mark.parametrize("page", sorted(STAND_ON))
def test_a_word_of_taking_back_signs_nothing(house: Cast, page: str) -> None:
    """Only a form that takes back is let through for it; beside any other it is asked as ever."""
    phone = after_a_while(phone_of(house), minutes=30)
    url = reverse(page, args=[house.jo.pk] if page == "portal:plan_signature" else [])

    answer = phone.post(url, {"signer_name": "Jo Avery", "end": "1"})

    is_asked = answer.headers.get("Location", "").startswith("/in/again/")
    assert is_asked is (page != "portal:search_consent")


def test_every_form_that_signs_is_named() -> None:
    """A page a client signs on is asked again, or asks by itself."""
    # The one asks on its own page; to say no needs nothing.
    by_themselves = {"portal:packet_paper", "portal:draft_decline"}
    signs = {
        route.name for route in all_routes()
        if route.policy and "client" in route.policy.kinds
        and ("POST", Access.SIGN) in route.policy.accesses
    }  # fmt: skip
    assert signs - SIGNED - STAND_ON.keys() <= by_themselves, signs
