"""Drafting a consent, reading it, signing it on the desk's screen, or not."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.consents.actions import draft_consent, look_up_party, sign_draft
from homeward.consents.actions.refusals import OpenEndUnexplained
from homeward.consents.models import Consent, ConsentRefusal
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.testing.cast import PASSWORD

pytestmark = pytest.mark.django_db


@pytest.fixture
def hospital(tuesday: Any) -> Any:
    return look_up_party(
        actor=Actor.of_service("test"), name="Lakeside Hospital", type="entity",
        classes=["treating_provider"], is_covered_entity=True, how="state register",
        now=clock.now(),
    )  # fmt: skip


def draft_url(cast: Any, kind: str) -> str:
    return reverse("desk:consent_draft", args=[cast.jo.pk, kind])


def only() -> Consent:
    row: Consent = Consent.objects.unscoped("test").get()
    return row


class TestDraft:
    def test_every_kind_can_be_drafted_alone(self, visit: Any, tuesday: Any) -> None:
        page = visit("dana").get(reverse("desk:consent_new", args=[tuesday.jo.pk]))
        assert page.status_code == 200
        for kind in ("specific", "counseling_notes", "legal_proceeding", "family", "research"):
            assert visit("dana").get(draft_url(tuesday, kind)).status_code == 200

    def test_names_who_what_why_and_until_when_and_signs_with_a_name(
        self, visit: Any, tuesday: Any, hospital: Any
    ) -> None:
        dana = visit("dana")
        sent = dana.send(
            draft_url(tuesday, "specific"),
            {
                "party_id": str(hospital.pk), "classes": ["notes"], "purposes": ["treatment"],
                "ending": "day", "expires_on": "2027-03-01",
            },
        )  # fmt: skip
        row = only()
        assert sent["Location"] == reverse("desk:consent", args=[row.pk])
        assert row.signed_at is None
        page = dana.get(sent["Location"]).content.decode()
        assert "Lakeside Hospital" in page
        assert "progress notes" in page.lower()
        listed = dana.get(reverse("desk:chart_consents", args=[tuesday.jo.pk])).content.decode()
        assert "drafted, not signed yet" in listed.lower()
        dana.send(reverse("desk:consent_sign", args=[row.pk]), {"signer_name": "Jo Avery"})
        row = only()
        assert row.signed_at is not None
        assert row.evidence["place"] == "desk"
        listed = dana.get(reverse("desk:chart_consents", args=[tuesday.jo.pk])).content.decode()
        assert "Signed on" in listed

    def test_refuses_what_would_be_defective_and_keeps_what_was_typed(
        self, visit: Any, tuesday: Any, hospital: Any
    ) -> None:
        page = visit("dana").send(
            draft_url(tuesday, "specific"),
            {"party_id": "", "classes": ["notes"], "ending": "day", "expires_on": "2027-03-01"},
        )
        assert page.status_code == 422
        assert "Say who may receive." in page.content.decode()
        assert not Consent.objects.unscoped("test").exists()

    def test_cannot_bundle_counseling_notes(self, visit: Any, tuesday: Any, hospital: Any) -> None:
        """Neither the page offers it nor does a bent form get it."""
        page = visit("dana").send(
            draft_url(tuesday, "specific"),
            {
                "party_id": str(hospital.pk), "classes": ["notes", "counseling_notes"],
                "purposes": ["treatment"], "ending": "day", "expires_on": "2027-03-01",
            },
        )  # fmt: skip
        assert page.status_code == 422
        assert not Consent.objects.unscoped("test").exists()

    def test_a_paper_that_stands_alone_needs_a_witness(
        self, visit: Any, tuesday: Any, hospital: Any
    ) -> None:
        dana = visit("dana")
        dana.send(
            draft_url(tuesday, "counseling_notes"),
            {
                "party_id": str(hospital.pk), "purposes": ["treatment"], "ending": "day",
                "expires_on": "2027-03-01",
            },
        )  # fmt: skip
        row = only()
        assert row.classes == ["counseling_notes"]
        sign = reverse("desk:consent_sign", args=[row.pk])
        page = dana.send(sign, {"signer_name": "Jo Avery"})
        assert page.status_code == 422
        assert "needs a witness" in page.content.decode()
        dana.send(sign, {"signer_name": "Jo Avery", "witness": "on", "password": PASSWORD})
        assert only().witnessed_by_id == tuesday.dana.pk

    def test_a_no_is_written_down_once(self, visit: Any, tuesday: Any, hospital: Any) -> None:
        dana = visit("dana")
        dana.send(
            draft_url(tuesday, "specific"),
            {
                "party_id": str(hospital.pk), "classes": ["notes"], "purposes": ["treatment"],
                "ending": "day", "expires_on": "2027-03-01",
            },
        )  # fmt: skip
        row = only()
        dana.send(reverse("desk:consent_refusal", args=[row.pk]), {"words": "Not the hospital"})
        assert ConsentRefusal.objects.unscoped("test").get().draft_id == row.pk
        page = dana.send(reverse("desk:consent_sign", args=[row.pk]), {"signer_name": "Jo Avery"})
        assert page.status_code == 422
        listed = dana.get(reverse("desk:chart_consents", args=[tuesday.jo.pk])).content.decode()
        assert "They said no on" in listed

    def test_a_draft_read_in_an_older_version_is_not_signed(
        self, visit: Any, tuesday: Any, hospital: Any
    ) -> None:
        dana = visit("dana")
        dana.send(
            draft_url(tuesday, "specific"),
            {
                "party_id": str(hospital.pk), "classes": ["notes"], "purposes": ["treatment"],
                "ending": "day", "expires_on": "2027-03-01",
            },
        )  # fmt: skip
        sign = reverse("desk:consent_sign", args=[only().pk])
        page = dana.get(sign).content.decode()
        dana.send(reverse("desk:consent_offer", args=[only().pk]), {})
        import re

        keys = dict(re.findall(r'name="(form_key|form_version)" value="([^"]*)"', page))
        answer = dana.browser.post(sign, keys | {"signer_name": "Jo Avery"})
        assert answer.status_code == 422
        assert only().signed_at is None

    def test_is_nothing_for_the_other_site_and_for_readers(self, visit: Any, tuesday: Any) -> None:
        assert visit("omar").get(draft_url(tuesday, "specific")).status_code == 404
        assert visit("ruth").get(draft_url(tuesday, "specific")).status_code == 403


def test_the_client_takes_a_consent_back_in_two_taps_at_the_desk(visit: Any, tuesday: Any) -> None:
    """The list, then the page whose first choice is made already."""
    from homeward.consents.actions import sign_consent
    from homeward.consents.models import Revocation

    row = sign_consent(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind="tpo", signer_name="Jo Avery",
        now=clock.now(),
    )  # fmt: skip
    dana = visit("dana")
    listed = dana.get(reverse("desk:chart_consents", args=[tuesday.jo.pk])).content.decode()
    back = reverse("desk:consent_revocation", args=[row.pk])
    assert back in listed
    assert 'value="on_screen"' in dana.get(back).content.decode()
    dana.send(back, {"how": "spoken"})
    assert Revocation.objects.unscoped("test").get().how == "spoken"


class TestCaseClosed:
    def test_ends_the_reports_and_stands_on_the_tab(self, visit: Any, tuesday: Any) -> None:
        """The page says before what it ends; afterwards the tab says why it ended."""
        from homeward.consents.actions import sign_consent
        from homeward.consents.models import CaseClosing
        from homeward.consents.queries import has_active

        sign_consent(
            actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind="criminal_justice",
            signer_name="Jo Avery", recipient_name="Officer Lane", now=clock.now(),
        )  # fmt: skip
        dana, url = visit("dana"), reverse("desk:case_closed", args=[tuesday.jo.pk])
        assert (
            url in dana.get(reverse("desk:chart_consents", args=[tuesday.jo.pk])).content.decode()
        )
        assert "Officer Lane" in dana.get(url).content.decode()
        ahead = dana.send(url, {"closed_on": "2027-01-01", "known_by": "officer", "note": "No. 7"})
        assert ahead.status_code == 422
        assert "No. 7" in ahead.content.decode()
        day = clock.today(tuesday.site.time_zone).isoformat()
        dana.send(url, {"closed_on": day, "known_by": "court_paper", "note": "Docket 24-CR-7"})
        assert CaseClosing.objects.unscoped("test").get().recorded_by_id == tuesday.dana.pk
        assert not has_active(tuesday.jo.row, "criminal_justice", clock.now())
        tab = dana.get(reverse("desk:chart_consents", args=[tuesday.jo.pk])).content.decode()
        assert "Cases that closed" in tab
        assert "Docket 24-CR-7" in tab

    def test_may_be_chosen_where_it_makes_sense(self, visit: Any, tuesday: Any) -> None:
        offered = {
            "criminal_justice": ["discharge_or_case_closed", "case_closed", "discharge"],
            "legal_proceeding": ["case_closed", "discharge"],
            "treatment": ["discharge"],
        }
        for kind, codes in offered.items():
            page = visit("dana").get(draft_url(tuesday, kind)).content.decode()
            for code in ("discharge_or_case_closed", "case_closed", "discharge"):
                assert (f'value="{code}"' in page) == (code in codes)

    def test_is_nothing_for_the_other_site_and_for_readers(self, visit: Any, tuesday: Any) -> None:
        url = reverse("desk:case_closed", args=[tuesday.jo.pk])
        assert visit("omar").get(url).status_code == 404
        assert visit("ruth").get(url).status_code == 403


def test_a_signature_holds_the_client_before_the_draft(tuesday: Any, hospital: Any) -> None:
    """What is decided about sending comes before it or after it, as with taking back."""
    draft = draft_consent(
        actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind="specific",
        party_id=hospital.pk, classes=["notes"], expires_at=clock.now() + timedelta(days=9),
        now=clock.now(),
    )  # fmt: skip
    with CaptureQueriesContext(connection) as asked:
        sign_draft(
            actor=tuesday.dana.actor, consent_id=draft.pk, signer_name="Jo Avery", now=clock.now()
        )
    held = [each["sql"] for each in asked if " FOR " in each["sql"] and "UPDATE" in each["sql"]]
    assert 'FOR NO KEY UPDATE OF "people_client"' in held[0]
    assert 'FOR UPDATE OF "consents_consent"' in held[1]


class TestResearch:
    def test_without_an_end_needs_the_reason_and_keeps_it(
        self, visit: Any, tuesday: Any, hospital: Any
    ) -> None:
        told = {"party_id": str(hospital.pk), "classes": ["outcomes"], "ending": "none"}
        url = draft_url(tuesday, "research")
        answer = visit("dana").send(url, told)
        assert answer.status_code == 422
        assert "Say until when." in answer.content.decode()
        assert not Consent.objects.unscoped("test").exists()
        sent = visit("dana").send(url, told | {"no_end_reason": "A registry that is kept on"})
        row = only()
        assert (row.expires_at, row.expires_on_event) == (None, "")
        assert row.no_end_reason == "A registry that is kept on"
        assert sent["Location"] == reverse("desk:consent", args=[row.pk])

    def test_is_refused_by_the_action_too(self, tuesday: Any, hospital: Any) -> None:
        with pytest.raises(OpenEndUnexplained):
            draft_consent(
                actor=tuesday.dana.actor, client_id=tuesday.jo.pk, kind="research",
                party_id=hospital.pk, classes=["outcomes"], now=clock.now(),
            )  # fmt: skip
