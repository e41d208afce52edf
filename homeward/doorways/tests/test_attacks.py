"""Ways around a way in that somebody who holds a phone, or a card, might try."""

import re
from typing import Any

import pytest
from allauth.core import context
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth as webauthn
from django.test import Client as Browser
from django.test import RequestFactory

from homeward.accounts.models import Account
from homeward.core import clock
from homeward.core.actors import actor_of
from homeward.doorways import actions
from homeward.doorways.models import Device
from homeward.doorways.reaching import rows_of
from homeward.doorways.refusals import WayInRefused
from homeward.doorways.tests.test_actions import PIN, SEEN, card_by, house, on_phone, typed
from homeward.people.models import Contact
from homeward.testing.cast import Cast

__all__ = ["house"]
pytestmark = pytest.mark.django_db
LONG = "seven plain words in a row 1"
RECORDS = "account_authentication_methods"
ADD = "/account/passkeys/new/"


def proofed(house: Cast) -> None:
    actions.prove_identity(
        actor=house.dana.actor, client_id=house.jo.pk, seen=("known_to_team", "birth_date"),
        now=clock.now(),
    )  # fmt: skip


def after_a_while(phone: Any, minutes: int = 9) -> Any:
    """The same session, whose owner came in so long ago."""
    session = phone.session
    session[RECORDS] = [{**each, "at": each["at"] - 60 * minutes} for each in session[RECORDS]]
    session.save()
    return phone


def relative_of(house: Cast) -> Contact:
    """Somebody beside Jo who never came in."""
    made: Contact = Contact.objects.create(
        client_id=house.jo.pk, site_id=house.site.pk, kind=Contact.Kind.FAMILY, name="Rae Moss"
    )
    return made


def test_no_phone_chooses_a_password(house: Cast) -> None:
    """It would outlive the phone, and open the record past the look at the desk."""
    card = card_by(house.dana, house.jo)
    proofed(house)
    # The front desk's own card opens times and not the record, also to who kept it for themselves.
    phone = on_phone(card_by(house.fay, house.jo))
    assert b"One more step" in phone.get("/me/record/").content

    phone.post("/account/password/first/", {"password1": LONG, "password2": LONG})

    assert not Account.objects.get(username=card.user_name).has_usable_password()
    stranger = Browser()
    stranger.post("/account/sign-in/", {"login": card.user_name, "password": LONG})
    assert stranger.get("/me/record/").status_code == 302


def test_a_passkey_is_added_by_who_knows_the_digits(house: Cast) -> None:
    phone = on_phone(card_by(house.dana, house.jo))
    assert phone.get(ADD).status_code == 200
    after_a_while(phone)

    asked = phone.get(ADD)
    assert asked.headers["Location"] == "/in/again/?next=%2Faccount%2Fpasskeys%2Fnew%2F"
    again = asked.headers["Location"]
    assert phone.get(again).status_code == 200
    assert phone.post(again, {"pin": "482916"}).status_code == 422
    assert phone.get(ADD).status_code == 302
    assert phone.post(again, {"pin": PIN}).headers["Location"] == ADD
    assert phone.get(ADD).status_code == 200
    elsewhere = phone.post("/in/again/?next=https://elsewhere.example/", {"pin": PIN})
    assert elsewhere.headers["Location"] == "/me/"


def test_no_phone_gets_codes_that_stand_for_its_owner(
    house: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Written down, they would count as the finger or face that signs and lets others in."""
    phone = on_phone(card_by(house.dana, house.jo))
    seen = type("Seen", (), {"is_user_verified": lambda _: True})()
    monkeypatch.setattr(webauthn, "parse_registration_response", lambda _: None)
    monkeypatch.setattr(webauthn, "complete_registration", lambda _: seen)

    added = phone.post(ADD, {"name": "", "credential": "{}", "passwordless": "on"})
    assert added.status_code == 422  # an empty credential is none
    added = phone.post(ADD, {"name": "", "credential": '{"id": "a"}', "passwordless": "on"})

    assert added.headers["Location"] == "/home/"
    for way in (phone.get, phone.post):
        way("/account/recovery-codes/new/")
    kinds = Authenticator.objects.filter(user__doorway__client_id=house.jo.pk)
    assert [each.type for each in kinds] == [Authenticator.Type.WEBAUTHN]


def test_a_passkey_that_waits_elsewhere_lends_nothing(house: Cast) -> None:
    """Begun with the counselor's card and left; the front desk's card opens no more by it."""
    left = Browser()
    typed(left, card_by(house.dana, house.jo))
    left.post("/in/choose/", {"passkey": "1"})
    waiting = rows_of(Device).get()
    assert waiting.opens_record
    assert left.get(ADD).status_code == 200
    phone = on_phone(card_by(house.fay, house.jo))
    account = Account.objects.get(doorway__client_id=house.jo.pk)

    with_request = phone.get(ADD)  # what the library keeps of the request a passkey is made in
    assert with_request.status_code == 200
    Authenticator.objects.create(user=account, type=Authenticator.Type.WEBAUTHN, data={})

    waiting.refresh_from_db()
    assert waiting.passkey_id is None
    made = rows_of(Device).exclude(passkey_id=None).get()
    assert not made.opens_record


def test_a_client_makes_no_second_card_for_who_came_in_before(house: Cast) -> None:
    """What a relative keeps here is not the client's to open."""
    phone = on_phone(card_by(house.dana, house.jo))
    proofed(house)
    jo = actor_of(Account.objects.get(doorway__client_id=house.jo.pk))
    rae = relative_of(house)
    about = {"client_id": house.jo.pk, "contact_id": rae.pk, "now": clock.now()}
    invite = f"/me/devices/people/{rae.pk}/"
    assert invite in phone.get("/me/devices/").content.decode()

    first = actions.print_card(actor=jo, **about)
    second = actions.print_card(actor=jo, **about)  # the first was never used
    on_phone(second)

    assert first.user_name == second.user_name
    assert invite not in phone.get("/me/devices/").content.decode().replace("/end/", "")
    with pytest.raises(WayInRefused) as refused:
        actions.print_card(actor=jo, **about)
    assert refused.value.codes == ("way_in_was_used",)
    form = phone.get(invite)
    assert phone.post(invite, keys_of(form)).headers["Location"] == "/me/devices/"
    # Ended and invited again is no way around it, nor does it open what was closed.
    doorway = second.card.doorway
    actions.end_way_in(actor=jo, doorway_id=doorway.pk, ending="client", now=clock.now())
    with pytest.raises(WayInRefused):
        actions.print_card(actor=jo, **about)
    doorway.refresh_from_db()
    assert doorway.ended_at is not None
    # At the desk, with the client there, they are let in again.
    actions.print_card(actor=house.dana.actor, seen=SEEN, is_client_present=True, **about)


def keys_of(answer: Any) -> dict[str, str]:
    found = re.findall(r'name="(form_key|form_version)" value="([^"]*)"', answer.content.decode())
    return dict(found)


def test_who_is_asked_again_is_counted(house: Cast) -> None:
    phone = after_a_while(on_phone(card_by(house.dana, house.jo)))
    for _try in range(20):
        phone.post("/in/again/", {"pin": "482916"})
    assert phone.post("/in/again/", {"pin": PIN}).status_code == 422


def test_a_passkey_is_shown_with_finger_face_or_pin(house: Cast) -> None:
    """Also where somebody is signed in and shows it again to sign; a touch is not enough."""
    account = Account.objects.get(pk=house.jo.account.pk)
    request = RequestFactory().get("/account/passkeys/again/")
    request.session = {}  # type: ignore[assignment]
    with context.request_context(request):
        for who in (account, None):
            webauthn.begin_authentication(user=who)
            assert request.session[webauthn.STATE_SESSION_KEY]["user_verification"] == "required"
