"""An agency's way in ends with its consent: taken back, or over by its day."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client as Browser

from homeward.consents import actions as consents
from homeward.core import clock
from homeward.doorways import actions
from homeward.doorways.models import Doorway
from homeward.doorways.reaching import rows_of
from homeward.doorways.tests.test_actions import PIN, SEEN, on_phone
from homeward.portal.tests import scene
from homeward.released.actions import rows
from homeward.testing import company
from homeward.testing.cast import NOON

CLOSED = ("/me/", "/me/shown/", "/me/messages/", "/me/ask/", "/me/devices/")


@pytest.fixture
def phone(cast: Any) -> Any:
    """Lou came in by a card on a phone of their own, and has just read the report about Jo."""
    clock.shift_to(NOON)
    company.join(cast)
    past = scene.session(cast, NOON - timedelta(days=1))
    scene.attended(cast, past, scene.seat(cast, cast.jo, past, cast.episode))
    cast.lou.row.change(account=None)
    card = actions.print_card(
        actor=cast.dina.actor, client_id=cast.jo.pk, contact_id=cast.lou.pk, seen=SEEN, now=NOON
    )
    phone = on_phone(card)
    assert "1 of 1" in phone.get("/me/").content.decode()
    assert rows().filter(contact_id=cast.lou.pk).exists()
    yield phone
    clock.shift_to(None)


def paper(cast: Any) -> Any:
    from homeward.consents.models import Consent

    return Consent.objects.unscoped("test").get(contact=cast.lou.row)


def take_back(cast: Any) -> None:
    consents.revoke_consent(actor=cast.jo.actor, consent_id=paper(cast).pk, now=clock.now())


@pytest.mark.django_db
def test_taken_back_the_next_request_is_a_strangers(cast: Any, phone: Browser) -> None:
    """No page, no released row, no word: the door asks for a card, as on a phone never seen."""
    take_back(cast)
    assert not rows().filter(contact_id=cast.lou.pk).exists()
    doorway = rows_of(Doorway).get(contact_id=cast.lou.pk)
    assert doorway.ending == Doorway.Ending.CONSENT_OVER
    _is_a_stranger(phone)


@pytest.mark.django_db
def test_over_by_its_day_the_next_request_is_a_strangers(cast: Any, phone: Browser) -> None:
    """Nobody does anything: at the instant at which the paper ends the way in does."""
    ends = paper(cast).expires_at
    clock.shift_to(ends - timedelta(minutes=5))
    phone.post("/in/", {"pin": PIN})
    assert "What you may do with this" in phone.get("/me/").content.decode()
    assert all(row.ends_at == ends for row in rows().filter(contact_id=cast.lou.pk))
    clock.shift_to(ends + timedelta(seconds=1))
    _is_a_stranger(phone)


def _is_a_stranger(phone: Browser) -> None:
    never = Browser(headers={"user-agent": "Mozilla/5.0 (iPhone; CPU iPhone OS 17)"})
    never.cookies["homeward_device"] = "x" * len(phone.cookies["homeward_device"].value)
    for path in CLOSED:
        mine, theirs = phone.get(path), never.get(path)
        assert (mine.status_code, mine["Location"]) == (302, "/in/") == (
            theirs.status_code, theirs["Location"],
        )  # fmt: skip
        assert mine.content == theirs.content
    tried = [browser.post("/in/", {"pin": PIN}) for browser in (phone, never)]
    assert tried[0].status_code == tried[1].status_code
    assert tried[0].get("Location") == tried[1].get("Location")
    assert phone.get("/me/")["Location"] == "/in/"


@pytest.mark.django_db
def test_with_a_password_the_page_is_the_ordinary_one(cast: Any, client: Any) -> None:
    """An account that has no device reads "nothing new", as one that never was told anything."""
    clock.shift_to(NOON)
    try:
        company.join(cast)
        client.force_login(cast.lou.account)
        assert "Nothing new" not in client.get("/me/").content.decode()
        take_back(cast)
        assert not rows().filter(contact_id=cast.lou.pk).exists()
        assert "Nothing new" in client.get("/me/").content.decode()
    finally:
        clock.shift_to(None)
