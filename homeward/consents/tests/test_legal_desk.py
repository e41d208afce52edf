"""The legal desk: whose record it is cannot be exchanged beneath what two people looked at."""

from typing import Any

import pytest

from homeward.consents import actions
from homeward.consents.actions.refusals import PersonLinked
from homeward.consents.models import LegalRelease, LegalRequest, OutsideParty
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")


def court() -> OutsideParty:
    """Somebody looked up whom the order names."""
    made: OutsideParty = OutsideParty.objects.create(
        type="entity", name="County court", classes=["court"], verified_at=clock.now(),
        verified_how="register",
    )  # fmt: skip
    return made


def ready(cast: Cast) -> LegalRequest:
    """Order and subpoena about Jo, each verified by Sam and Dina."""
    now = clock.now()
    request: LegalRequest = actions.receive_legal_request(
        actor=cast.fay.actor, site_id=cast.site.pk, came_by="mail", asker_name="A. Clerk",
        about="All of it", now=now,
    )  # fmt: skip
    actions.link_legal_request(
        actor=cast.sam.actor, request_id=request.pk, client_id=cast.jo.pk, now=now
    )
    named = court()
    for kind in ("court_order_2_61", "subpoena"):
        paper = actions.enter_instrument(
            actor=cast.sam.actor, request_id=request.pk, type=kind, court="County court",
            docket="1", dated=now.date(), recipient_id=named.pk, classes=["identity", "schedule"],
            now=now,
        )  # fmt: skip
        for who in (cast.sam, cast.dina):
            actions.verify_instrument(
                actor=who.actor, instrument_id=paper.pk, how="Called the clerk", now=now
            )
    return request


def another(cast: Cast) -> Any:
    """A second client of the site."""
    jo = cast.jo.row
    return type(jo).objects.create(
        site=cast.site, name="Lee Marlow", chart_number="HW-00777", birth_date=jo.birth_date
    )


def test_two_people_release_what_the_order_names(cast: Cast) -> None:
    """The first proposes, the second releases; the ledger names the client they looked at."""
    request, now = ready(cast), clock.now()
    asked = actions.propose_release(
        actor=cast.sam.actor, request_id=request.pk, classes=["identity", "notes"], now=now
    )
    with pytest.raises(actions.legal.SamePersonTwice):
        actions.release_to_court(actor=cast.sam.actor, release_id=asked.pk, now=now)
    done = actions.release_to_court(actor=cast.dina.actor, release_id=asked.pk, now=now)
    assert done.disclosure is not None
    assert (done.disclosure.client_id, done.disclosure.effect) == (cast.jo.pk, "partial")


def test_the_person_is_not_exchanged_after_somebody_proposed(cast: Cast) -> None:
    """Otherwise the second of two people alone would choose whose record leaves."""
    request, now, lee = ready(cast), clock.now(), another(cast)
    asked = actions.propose_release(
        actor=cast.sam.actor, request_id=request.pk, classes=["identity"], now=now
    )
    with pytest.raises(PersonLinked):
        actions.link_legal_request(
            actor=cast.dina.actor, request_id=request.pk, client_id=lee.pk, now=now
        )
    actions.release_to_court(actor=cast.dina.actor, release_id=asked.pk, now=now)
    row = LegalRelease.objects.for_actor(SERVICE, Purpose.OPERATIONS).get()
    assert row.disclosure is not None
    assert row.disclosure.client_id == cast.jo.pk


def test_a_wrong_link_is_mended_before_anything_rests_on_it(cast: Cast) -> None:
    """Nobody verified or proposed anything yet."""
    now, lee = clock.now(), another(cast)
    request = actions.receive_legal_request(
        actor=cast.fay.actor, site_id=cast.site.pk, came_by="mail", asker_name="A. Clerk",
        about="All of it", now=now,
    )  # fmt: skip
    for client in (lee, cast.jo.row):
        actions.link_legal_request(
            actor=cast.sam.actor, request_id=request.pk, client_id=client.pk, now=now
        )
    found = LegalRequest.objects.for_actor(SERVICE, Purpose.OPERATIONS).get()
    assert found.client_id == cast.jo.pk
