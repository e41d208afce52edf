"""What a client can do about sharing alone: sign, say no, take back, read the account, ask."""

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client as Browser
from django.urls import reverse

from homeward.consents.actions import draft_consent, look_up_party, offer_draft, share
from homeward.consents.actions.refusals import WitnessNeeded
from homeward.consents.models import Consent, ConsentRefusal, RestrictionRequest
from homeward.core import clock
from homeward.notices.models import ContactChoice
from homeward.portal.tests import scene

pytestmark = pytest.mark.django_db


@pytest.fixture
def jo(cast: Any) -> Any:
    browser = Browser()
    browser.force_login(cast.jo.account)
    return browser


def draft(cast: Any) -> Consent:
    now = clock.now()
    row = draft_consent(
        actor=cast.dana.actor, client_id=cast.jo.pk, kind="family", contact_id=cast.kim.pk,
        classes=["schedule"], expires_at=now + timedelta(days=90), now=now,
    )  # fmt: skip
    offered: Consent = offer_draft(actor=cast.dana.actor, consent_id=row.pk, now=now)
    return offered


def test_a_draft_is_read_and_signed_on_the_phone(cast: Any, jo: Any) -> None:
    row = draft(cast)
    here = reverse("portal:draft", args=[row.pk])
    assert here in jo.get("/me/sharing/").content.decode()
    keys = scene.form_of(jo.get(here))
    assert jo.post(here, keys | {"signer_name": "Kim Avery"}).status_code == 422
    keys = scene.form_of(jo.get(here))
    assert jo.post(here, keys | {"signer_name": "jo avery"}).status_code == 302
    signed = Consent.objects.unscoped("test").get()
    assert signed.evidence["place"] == "phone"
    assert jo.get(here).status_code == 404


def test_a_draft_that_was_not_offered_is_not_there(cast: Any, jo: Any) -> None:
    row = draft_consent(
        actor=cast.dana.actor, client_id=cast.jo.pk, kind="family", contact_id=cast.kim.pk,
        classes=["schedule"], expires_at=clock.now() + timedelta(days=90), now=clock.now(),
    )  # fmt: skip
    assert jo.get(reverse("portal:draft", args=[row.pk])).status_code == 404


@pytest.mark.parametrize("kind", ["counseling_notes", "legal_proceeding"])
def test_a_paper_that_needs_a_witness_is_not_signed_alone(cast: Any, jo: Any, kind: str) -> None:
    """Nobody sees who signs on a phone; such a paper is signed at the desk."""
    now = clock.now()
    party = look_up_party(
        actor=cast.dana.actor, name="Lakeside", type="entity", classes=["treating_provider"],
        how="state register", now=now,
    )  # fmt: skip
    row = draft_consent(
        actor=cast.dana.actor, client_id=cast.jo.pk, kind=kind, party_id=party.pk,
        classes=["counseling_notes" if kind == "counseling_notes" else "notes"],
        expires_at=now + timedelta(days=90), now=now,
    )  # fmt: skip
    with pytest.raises(WitnessNeeded):
        offer_draft(actor=cast.dana.actor, consent_id=row.pk, now=now)
    Consent.objects.unscoped("offered before").filter(pk=row.pk).update(offered_at=now)
    here = reverse("portal:draft", args=[row.pk])
    keys = scene.form_of(jo.get(here))
    assert jo.post(here, keys | {"signer_name": "Jo Avery"}).status_code == 422
    assert Consent.objects.unscoped("test").get(pk=row.pk).signed_at is None


def test_saying_no_is_one_tap_and_never_held_against_anybody(cast: Any, jo: Any) -> None:
    row = draft(cast)
    keys = scene.form_of(jo.get(reverse("portal:draft", args=[row.pk])))
    jo.post(reverse("portal:draft_decline", args=[row.pk]), keys | {"words": ""})
    assert ConsentRefusal.objects.unscoped("test").get().draft_id == row.pk
    assert "you said no" in jo.get("/me/sharing/").content.decode()


def test_the_account_says_who_when_what_why_and_on_which_basis(cast: Any, jo: Any) -> None:
    scene.consent(cast, "family", contact_id=cast.kim.pk, classes=["schedule"])
    told = {
        "actor": cast.dana.actor, "client_id": cast.jo.pk, "contact_id": cast.kim.pk,
        "purpose": "family_support", "medium": "phone", "identity_check": "pass phrase",
    }  # fmt: skip
    share(**told, classes=["schedule"], now=clock.now())
    share(**told, classes=["drug_tests"], now=clock.now())
    page = jo.get(reverse("portal:disclosures")).content.decode()
    for words in ("Kim Avery", "dates of sessions", "support by my family", "a paper you signed",
                  "told on the phone"):  # fmt: skip
        assert words in page, words
    assert "whether I tested" not in page, "what was withheld never left"


def test_a_wish_waits_for_its_answer(cast: Any, jo: Any) -> None:
    here = reverse("portal:wishes")
    keys = scene.form_of(jo.get(here))
    jo.post(here, keys | {"classes": ["notes"], "contact_id": str(cast.kim.pk)})
    assert RestrictionRequest.objects.unscoped("test").get().contact_id == cast.kim.pk
    assert "waits for an answer" in jo.get(here).content.decode()


def test_how_to_be_reached_is_the_clients_own_word(cast: Any, jo: Any) -> None:
    here = reverse("portal:reach")
    keys = scene.form_of(jo.get(here))
    wanted = {"channel": "text", "is_wanted": "yes", "from_hour": "10", "until_hour": "18"}
    assert jo.post(here, keys | wanted).status_code == 422
    keys = scene.form_of(jo.get(here))
    jo.post(here, keys | wanted | {"address": "555 0142"})
    assert ContactChoice.objects.unscoped("test").get().address == "555 0142"


@pytest.mark.parametrize("name", ["disclosures", "wishes", "reach"])
def test_these_pages_are_for_clients_alone(cast: Any, name: str) -> None:
    browser = Browser()
    for who in (cast.kim, cast.dana):
        browser.force_login(who.account)
        assert browser.get(reverse(f"portal:{name}")).status_code == 403
