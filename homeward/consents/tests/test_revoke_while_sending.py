"""A revocation and a disclosure at the same instant: one is first, and the other knows it."""

from threading import Event, Thread

import pytest
from django.db import connection

from homeward.consents import disclosing
from homeward.consents.actions import revoke_consent
from homeward.consents.models import Consent, Disclosure, Revocation
from homeward.consents.rules.request import Item
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.testing import company
from homeward.testing.stage import NOON, make_cast

ITEMS = (Item(id="attendance", record_class="schedule", dated=NOON.date()),)


@pytest.mark.django_db(transaction=True)
def test_a_revocation_waits_for_what_is_being_decided(monkeypatch):
    """It is acknowledged only after the decision is in the ledger; the next one withholds."""
    clock.shift_to(NOON)
    cast = make_cast()
    company.join(cast)
    consent = Consent.objects.unscoped("test").get(contact=cast.lou.row)
    deciding, go_on, revoked = Event(), Event(), Event()
    decide = disclosing.disclose

    def slowly(*args):
        deciding.set()
        go_on.wait(20)
        return decide(*args)

    monkeypatch.setattr(disclosing, "disclose", slowly)

    def send() -> None:
        disclosing.disclose_to_contact(
            actor=cast.lou.actor, contact_id=cast.lou.pk, items=ITEMS, medium="portal", now=NOON
        )
        connection.close()

    def take_back() -> None:
        revoke_consent(actor=Actor.of_service("test"), consent_id=consent.pk, now=NOON)
        revoked.set()
        connection.close()

    sending, taking = Thread(target=send), Thread(target=take_back)
    sending.start()
    assert deciding.wait(20)
    taking.start()
    assert not revoked.wait(1)
    go_on.set()
    sending.join(20)
    taking.join(20)

    assert revoked.is_set()
    assert Revocation.objects.unscoped("test").filter(consent=consent).exists()
    assert Disclosure.objects.unscoped("test").get().effect == "permit"
    send()
    effects = Disclosure.objects.unscoped("test").values_list("effect", flat=True)
    assert sorted(effects) == ["deny", "permit"]
