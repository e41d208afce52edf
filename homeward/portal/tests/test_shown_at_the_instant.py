"""What family and officers are shown is decided on what is true when it is shown."""

from threading import Thread

import pytest
from django.db import connection
from django.test import Client as Browser

from homeward.consents import disclosing
from homeward.consents.actions import revoke_consent
from homeward.consents.models import Consent, Disclosure
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.testing import company
from homeward.testing.stage import NOON, PASSWORD, make_cast


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("who", ["nell", "lou"])
def test_a_page_that_began_before_a_revocation_shows_nothing_after_it(who, monkeypatch):
    """The page holds the client only after the revocation was acknowledged, and must know it."""
    clock.shift_to(NOON)
    cast = make_cast()
    company.join(cast)
    consent = Consent.objects.unscoped("test").get(contact=cast.people[who].row)
    held = disclosing.held
    taken = []

    def late(client_id):
        if not taken:
            taken.append(True)

            def take_back():
                revoke_consent(actor=Actor.of_service("test"), consent_id=consent.pk, now=NOON)
                connection.close()

            taking = Thread(target=take_back)
            taking.start()
            taking.join(20)
        return held(client_id)

    monkeypatch.setattr(disclosing, "held", late)
    browser = Browser()
    assert browser.login(username=who, password=PASSWORD)
    page = browser.get("/me/")
    assert taken and page.status_code == 200
    assert Disclosure.objects.unscoped("test").get().effect == "deny"
