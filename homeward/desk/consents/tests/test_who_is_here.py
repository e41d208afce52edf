"""A client's name is signed on a worker's screen only after that worker said who they are."""

import time
from typing import Any

import pytest
from django.core.cache import cache
from django.urls import reverse

from homeward.accounts.models import Account
from homeward.audit.models import Entry
from homeward.consents.actions import draft_consent, look_up_party, sign_consent
from homeward.consents.models import Consent, Revocation
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.packets.models import Packet, PacketSignature
from homeward.testing.cast import PASSWORD

pytestmark = pytest.mark.django_db
TYPED = {"signer_name": "Jo Avery"}
ASKED = "Password of the staff member who is here"


@pytest.fixture
def draft(tuesday: Any) -> Consent:
    cache.clear()
    party = look_up_party(
        actor=Actor.of_service("test"), name="Lakeside Hospital", type="entity",
        classes=["treating_provider"], is_covered_entity=True, how="state register",
        now=clock.now(),
    )  # fmt: skip
    row: Consent = draft_consent(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind="specific", party_id=party.pk,
        classes=["notes"], purposes=["treatment"], ends_on_event="discharge", now=clock.now(),
    )  # fmt: skip
    return row


@pytest.fixture
def left_open(visit: Any, tuesday: Any) -> Any:
    """Dana's screen, whose password was typed long ago."""
    dana = visit("dana")
    dana.known_since(tuesday.dana, 0)
    return dana


def signed() -> Any:
    return Consent.objects.unscoped("test").filter(signed_at__isnull=False)


def text(answer: Any) -> str:
    return str(answer.content.decode())


def sign(row: Consent) -> str:
    return reverse("desk:consent_sign", args=[row.pk])


class TestOnTheScreen:
    def test_a_draft_is_signed_by_no_name_alone(self, left_open: Any, draft: Consent) -> None:
        assert ASKED in text(left_open.get(sign(draft)))
        for wrong, why in (
            ({}, "The staff member who is here enters their password."),
            ({"password": "guess"}, "That is not the password of this account."),
        ):
            answer = left_open.send(sign(draft), {**TYPED, "copy_given": "on", **wrong})
            assert (answer.status_code, why in text(answer)) == (422, True)
            # Nothing typed is lost, and no password is written into the page.
            assert 'value="Jo Avery"' in text(answer)
            assert "guess" not in text(answer)
        assert not signed().exists()
        refused = Entry.objects.filter(code="accounts.signature.refused", permitted=False)
        assert refused.count() == 1

        assert left_open.send(sign(draft), {**TYPED, "password": PASSWORD}).status_code == 302
        assert signed().get().witnessed_by_id is None

    def test_a_right_password_is_not_asked_again_because_a_name_was_wrong(
        self, left_open: Any, draft: Consent
    ) -> None:
        told = {"signer_name": "Joe Avery", "password": PASSWORD}
        answer = left_open.send(sign(draft), told)
        assert "not the name of the person who must sign" in text(answer)
        assert ASKED not in text(answer)
        assert ASKED not in text(left_open.get(sign(draft)))
        assert left_open.send(sign(draft), TYPED).status_code == 302

    def test_who_showed_it_a_minute_ago_is_not_asked(
        self, visit: Any, tuesday: Any, draft: Consent
    ) -> None:
        dana = visit("dana")
        dana.known_since(tuesday.dana, time.time() - 60)
        assert ASKED not in text(dana.get(sign(draft)))
        assert dana.send(sign(draft), TYPED).status_code == 302

    def test_a_paper_of_one_page_keeps_what_the_client_chose(
        self, left_open: Any, tuesday: Any
    ) -> None:
        url = reverse("desk:consent_signature", args=[tuesday.jo.pk, "family"])
        told = {
            **TYPED, "recipient_name": "Rae Moss", "recipient_relation": "Aunt",
            "classes": ["schedule"], "expires_on": "2027-05-01",
        }  # fmt: skip
        answer = left_open.send(url, told)
        page = text(answer)
        assert answer.status_code == 422
        assert all(f'value="{each}"' in page for each in ("Jo Avery", "Rae Moss", "Aunt"))
        assert 'value="2027-05-01"' in page
        assert not signed().exists()
        assert left_open.send(url, {**told, "password": PASSWORD}).status_code == 302
        assert signed().get().contact.name == "Rae Moss"

    def test_ink_is_written_down_by_who_says_who_they_are(
        self, left_open: Any, draft: Consent
    ) -> None:
        url = reverse("desk:consent_ink", args=[draft.pk])
        told = {
            **TYPED, "who": "client", "written_on": "2026-11-20", "kept_at": "Cabinet 2",
        }  # fmt: skip
        answer = left_open.send(url, told)
        assert (answer.status_code, "Cabinet 2" in text(answer)) == (422, True)
        assert not signed().exists()
        assert left_open.send(url, {**told, "password": PASSWORD}).status_code == 302

    def test_guesses_are_held_back(self, left_open: Any, draft: Consent) -> None:
        from homeward.accounts.confirming import MOST_WRONG

        for number in range(MOST_WRONG):
            left_open.send(sign(draft), {**TYPED, "password": f"guess {number}"})
        answer = left_open.send(sign(draft), {**TYPED, "password": PASSWORD})
        assert "Too many tries." in text(answer)
        assert not signed().exists()


class TestTheTablet:
    def test_a_consent_is_handed_over_by_who_says_who_they_are(
        self, left_open: Any, draft: Consent
    ) -> None:
        url, tablet = (
            reverse("desk:consent_hand_over", args=[draft.pk]), reverse("desk:consent_tablet")
        )  # fmt: skip
        for wrong in ({}, {"password": "guess"}):
            answer = left_open.send(url, {"who": "client", **wrong})
            assert answer.status_code == 422
            assert left_open.get(tablet).status_code == 404
        left_open.send(url, {"who": "client", "password": PASSWORD})
        # In the client's hands no staff password is asked.
        assert ASKED not in text(left_open.get(tablet))
        assert left_open.send(tablet, TYPED).status_code == 302
        assert signed().get().evidence["place"] == "tablet"

    def test_speaks_to_who_holds_it_and_the_workers_own_language_stays(
        self, visit: Any, tuesday: Any, draft: Consent
    ) -> None:
        dana = visit("dana")
        dana.send(reverse("desk:consent_hand_over", args=[draft.pk]), {"who": "client"})
        tablet = reverse("desk:consent_tablet")
        told = {"language": "es", "next": tablet}
        assert not dana.browser.post("/language/", told).cookies.get("django_language")
        page = text(dana.get(tablet))
        assert '<html lang="es"' in page
        assert '<div class="prose" lang="en">' in page  # the words are those that were drafted
        assert Account.objects.get(pk=tuesday.dana.account.pk).language == ""
        dana.send(reverse("desk:consent_tablet_leave"), {"password": PASSWORD})
        assert '<html lang="en"' in text(dana.get(reverse("desk:consent", args=[draft.pk])))

    def test_a_packet_is_handed_over_by_who_says_who_they_are(
        self, visit: Any, left_open: Any, tuesday: Any
    ) -> None:
        cache.clear()
        listed = reverse("desk:chart_packet", args=[tuesday.jo.pk])
        visit("dana").send(listed)
        page = text(left_open.get(listed))
        assert "Your password, to hand it over" in page
        packet = Packet.objects.unscoped("test").get()
        start = reverse("desk:packet_hand_over", args=[packet.pk])
        assert start in page
        tablet = reverse("desk:packet_tablet")
        for wrong in ({}, {"password": "guess"}):
            answer = left_open.send(start, wrong, seen_at=listed)
            assert (answer.status_code, "Hand the tablet over" in text(answer)) == (422, True)
            assert left_open.get(tablet).status_code == 404
        answer = left_open.send(start, {"password": PASSWORD}, seen_at=listed)
        assert (answer.status_code, answer["Location"]) == (302, tablet)
        assert not PacketSignature.objects.unscoped("test").exists()


def test_taking_back_is_never_harder(left_open: Any, tuesday: Any) -> None:
    """Without any password, on the same screen that asks for one to sign."""
    row = sign_consent(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind="tpo", signer_name="Jo Avery",
        now=clock.now(),
    )  # fmt: skip
    url = reverse("desk:consent_revocation", args=[row.pk])
    assert 'name="password"' not in text(left_open.get(url))
    assert left_open.send(url, {"how": "spoken"}).status_code == 302
    assert Revocation.objects.unscoped("test").get().consent_id == row.pk
