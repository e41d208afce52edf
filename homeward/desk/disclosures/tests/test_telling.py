"""May I tell? The answer, the ledger, an emergency, limits, the legal desk."""

from typing import Any

import pytest
from django.urls import reverse

from homeward.consents.actions import look_up_party, share, sign_consent
from homeward.consents.models import (
    Disclosure,
    EmergencyRecord,
    LegalRelease,
    LegalRequest,
    RestrictionAnswer,
    SafetyFlag,
)
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed
from homeward.tasks.models import CareTask
from homeward.testing.company import join

pytestmark = pytest.mark.django_db
ASKED = {
    "purpose": "family_support", "classes": ["schedule", "notes"], "medium": "phone",
    "identity_check": "pass phrase", "report": "",
}  # fmt: skip


def signed(cast: Any, **more: Any) -> Any:
    return sign_consent(
        actor=cast.dana.actor, client_id=cast.jo.pk, kind="family", signer_name="Jo Avery",
        contact_id=cast.kim.pk, classes=["schedule"], now=clock.now(), **more,
    )  # fmt: skip


def party(name: str, *classes: str, type: str = "entity") -> Any:
    return look_up_party(
        actor=Actor.of_service("test"), name=name, type=type, classes=classes, how="called back",
        now=clock.now(),
    )  # fmt: skip


def ledger() -> list[Disclosure]:
    return list(Disclosure.objects.unscoped("test").order_by("created_at"))


def tell(who: Any, cast: Any, **more: Any) -> Any:
    url = reverse("desk:disclosure_new", args=[cast.jo.pk])
    return who.send(url, ASKED | {"to": f"contact {cast.kim.pk}"} | more)


def test_the_answer_names_what_may_be_said_and_what_not(visit: Any, tuesday: Any) -> None:
    signed(tuesday)
    dana = visit("dana")
    page = dana.get(tell(dana, tuesday)["Location"]).content.decode()
    assert "dates, times and attendance" in page
    assert "The consent does not name this kind of record." in page
    assert "42 CFR part 2" in page
    assert "The client agreed on" in page
    row = ledger()[0]
    assert (row.effect, row.medium, row.by_worker_id) == ("partial", "phone", tuesday.dana.pk)
    assert row.notice.startswith("notice_2_32")
    assert row.identity_check == "pass phrase"


def test_a_no_is_logged_and_gives_the_script(visit: Any, tuesday: Any) -> None:
    dana = visit("dana")
    page = dana.get(tell(dana, tuesday)["Location"]).content.decode()
    assert "neither confirm nor deny" in page
    assert ledger()[0].effect == "deny"


def test_the_front_desk_may_ask_and_sees_only_its_own_answer(visit: Any, tuesday: Any) -> None:
    signed(tuesday)
    fay = visit("fay")
    answer = tell(fay, tuesday)["Location"]
    assert fay.get(answer).status_code == 200
    assert visit("ruth").get(answer).status_code == 404
    assert fay.get(reverse("desk:disclosures", args=[tuesday.jo.pk])).status_code == 403


def test_counseling_notes_are_out_of_reach(visit: Any, tuesday: Any) -> None:
    page = tell(visit("dana"), tuesday, classes=["counseling_notes"])
    assert page.status_code == 422
    assert not ledger()


def test_the_ledger_shows_denials_and_one_entry_whole(visit: Any, tuesday: Any) -> None:
    signed(tuesday)
    dana = visit("dana")
    tell(dana, tuesday)
    tell(dana, tuesday, classes=["notes"])
    here = reverse("desk:disclosures", args=[tuesday.jo.pk])
    assert "nothing shared" in dana.get(here).content.decode()
    assert "nothing shared" not in dana.get(here + "?show=left").content.decode()
    entry = dana.get(reverse("desk:disclosure", args=[ledger()[0].pk])).content.decode()
    assert "42 CFR 2.32" in entry


def test_an_emergency_writes_the_four_items_and_tells_the_privacy_officer(
    visit: Any, tuesday: Any
) -> None:
    ruth = visit("ruth")
    url = reverse("desk:emergency_disclosure", args=[tuesday.jo.pk])
    told = {
        "recipient_name": "M. Ortiz", "recipient_affiliation": "County ambulance",
        "nature": "Found unresponsive", "why_no_consent": "Not conscious",
        "classes": ["medical", "identity"], "medium": "spoken",
    }  # fmt: skip
    assert ruth.send(url, told | {"nature": ""}).status_code == 422
    unexplained = ruth.send(url, told | {"why_no_consent": " "})
    assert unexplained.status_code == 422
    assert "Found unresponsive" in unexplained.content.decode()
    ruth.send(url, told)
    record = EmergencyRecord.objects.unscoped("test").get()
    assert (record.recipient_name, record.recipient_affiliation) == ("M. Ortiz", "County ambulance")
    assert (record.discloser_id, record.nature) == (tuesday.ruth.pk, "Found unresponsive")
    assert record.why_no_consent == "Not conscious"
    entry = visit("dina").get(reverse("desk:disclosure", args=[ledger()[0].pk])).content.decode()
    assert "Why consent could not come first" in entry
    assert "Not conscious" in entry
    assert record.at == ledger()[0].at
    assert ledger()[0].basis == "emergency"
    owners = CareTask.objects.unscoped("test").filter(kind="emergency_disclosure")
    assert {row.owner_id for row in owners} == {tuesday.sam.pk, tuesday.dina.pk}


def test_a_flag_silences_and_lifting_it_opens_again(visit: Any, tuesday: Any) -> None:
    signed(tuesday)
    dana = visit("dana")
    to = {"to": f"contact {tuesday.kim.pk}", "reason": "threats"}
    dana.send(reverse("desk:flag_new", args=[tuesday.jo.pk]), to)
    tell(dana, tuesday)
    flag = SafetyFlag.objects.unscoped("test").get()
    limits = dana.get(reverse("desk:limits", args=[tuesday.jo.pk])).content.decode()
    assert "learns nothing" in limits
    dana.send(reverse("desk:flag_lift", args=[flag.pk]), {})
    tell(dana, tuesday)
    assert [row.effect for row in ledger()] == ["deny", "partial"]


def test_a_wish_binds_once_agreed_and_a_no_has_a_reason(visit: Any, tuesday: Any) -> None:
    signed(tuesday)
    dana, sam = visit("dana"), visit("sam")
    wish = {"classes": ["schedule"], "to": f"contact {tuesday.kim.pk}", "recipient_class": ""}
    dana.send(reverse("desk:limit_new", args=[tuesday.jo.pk]), wish)
    from homeward.consents.models import RestrictionRequest

    asked = RestrictionRequest.objects.unscoped("test").get()
    url = reverse("desk:limit_answer", args=[asked.pk])
    assert sam.send(url, {"is_agreed": "no"}).status_code == 422
    tell(dana, tuesday)
    sam.send(url, {"is_agreed": "yes"})
    tell(dana, tuesday)
    sam.send(url, {"is_agreed": "no", "reason": "Jo asked to end it"})
    tell(dana, tuesday)
    assert [row.effect for row in ledger()] == ["partial", "deny", "partial"]
    assert RestrictionAnswer.objects.unscoped("test").count() == 2
    assert dana.get(url).status_code == 403


def test_paid_in_full_and_a_health_plan_must_be_agreed(visit: Any, tuesday: Any) -> None:
    visit("dana").send(
        reverse("desk:limit_new", args=[tuesday.jo.pk]),
        {"classes": ["claims"], "recipient_class": "health_plan", "is_paid_in_full": "on"},
    )
    from homeward.consents.models import RestrictionRequest

    asked = RestrictionRequest.objects.unscoped("test").get()
    page = visit("sam").send(
        reverse("desk:limit_answer", args=[asked.pk]), {"is_agreed": "no", "reason": "Billing"}
    )
    assert page.status_code == 422
    assert "the law asks you to agree" in page.content.decode()


class TestLegalDesk:
    def request(self, visit: Any) -> LegalRequest:
        visit("fay").send(
            reverse("desk:legal_script"),
            {
                "came_by": "in_person", "asker_name": "Det. Cole", "brought": "subpoena",
                "about": "Is Jo Avery a patient?",
            },
        )  # fmt: skip
        row: LegalRequest = LegalRequest.objects.unscoped("test").get()
        return row

    def test_the_script_is_the_same_for_everybody(self, visit: Any, tuesday: Any) -> None:
        """The page after asking about somebody known is the page after somebody unknown."""
        import re

        fay, pages = visit("fay"), []
        for about in ("Is Jo Avery here?", "Is Nobody Atall here?"):
            sent = fay.send(
                reverse("desk:legal_script"),
                {"came_by": "phone", "asker_name": "Somebody", "about": about},
            )
            after = fay.get(sent["Location"]).content.decode()
            pages.append(re.sub(r'(value|nonce|content)="[^"]{20,}"', "", after))
        assert pages[0] == pages[1]

    def test_the_front_desk_never_sees_the_desk(self, visit: Any, tuesday: Any) -> None:
        row = self.request(visit)
        assert visit("fay").get(reverse("desk:legal_requests")).status_code == 403
        assert visit("dana").get(reverse("desk:legal_request", args=[row.pk])).status_code == 403
        assert visit("dina").get(reverse("desk:legal_request", args=[row.pk])).status_code == 200

    def test_both_halves_two_people_each_and_a_second_person_to_release(
        self, visit: Any, tuesday: Any
    ) -> None:
        row, court = self.request(visit), party("County Court", "court")
        sam, dina = visit("sam"), visit("dina")
        here = reverse("desk:legal_request", args=[row.pk])
        paper = {
            "court": "County Court", "docket": "26-118", "dated": "2026-11-20",
            "recipient_id": str(court.pk), "classes": ["schedule"],
        }  # fmt: skip
        new = reverse("desk:legal_paper_new", args=[row.pk])
        sam.send(new, paper | {"type": "subpoena"})
        assert "A half is missing" in sam.get(here).content.decode()
        sam.send(reverse("desk:legal_link", args=[row.pk]), {"chart_number": "HW-00001"})
        propose = reverse("desk:legal_propose", args=[row.pk])
        assert sam.send(propose, {"classes": ["schedule", "notes"]}).status_code == 422
        sam.send(new, paper | {"type": "court_order_2_61"})
        from homeward.consents.models import LegalInstrument

        for each in LegalInstrument.objects.unscoped("test"):
            url = reverse("desk:legal_verify", args=[each.pk])
            sam.send(url, {"how": "called the clerk"})
            assert sam.send(url, {"how": "again"}).status_code == 422
            assert "A half is missing" in sam.get(here).content.decode()
            dina.send(url, {"how": "saw the seal"})
        assert "Both halves are there" in sam.get(here).content.decode()
        sam.send(propose, {"classes": ["schedule", "notes"]})
        release = reverse(
            "desk:legal_release", args=[LegalRelease.objects.unscoped("test").get().pk]
        )
        assert sam.send(release, {}).status_code == 422
        assert not ledger()
        dina.send(release, {})
        (row_left,) = ledger()
        assert (row_left.effect, row_left.basis) == ("partial", "court_order")
        assert "disclosure_not_compelled" not in row_left.obligations


@pytest.mark.parametrize(
    "name", ["disclosures", "disclosure_new", "limits", "limit_new", "flag_new", "notices",
             "notice_new", "contact_choice", "emergency_disclosure", "consent_new"],
)  # fmt: skip
def test_every_page_opens_for_the_counselor_and_not_for_the_other_site(
    visit: Any, tuesday: Any, name: str
) -> None:
    url = reverse(f"desk:{name}", args=[tuesday.jo.pk])
    assert visit("dana").get(url).status_code == 200
    assert visit("omar").get(url).status_code == 404


def test_who_is_outside_is_looked_up_and_bound_by_agreement(visit: Any, tuesday: Any) -> None:
    dana, dina = visit("dana"), visit("dina")
    told = {"name": "North Lab", "type": "entity", "classes": ["qso"], "how": "register"}
    dana.send(reverse("desk:party_new"), told)
    assert dana.send(reverse("desk:party_new"), told).status_code == 422
    from homeward.consents.models import OutsideParty

    lab = OutsideParty.objects.get()
    dina.send(
        reverse("desk:agreement_new", args=[lab.pk]),
        {"services": ["laboratory"], "starts_on": "2026-01-01"},
    )
    tell(dana, tuesday, to=f"party {lab.pk}", purpose="qso_service", service="laboratory",
         classes=["drug_tests"])  # fmt: skip
    assert ledger()[0].basis == "qso"
    assert "Laboratory work" in dina.get(reverse("desk:parties")).content.decode()


def test_an_auditor_reads_the_ledger_and_tells_nobody(visit: Any, tuesday: Any) -> None:
    join(tuesday)
    alma = visit("alma")
    new = reverse("desk:disclosure_new", args=[tuesday.jo.pk])
    assert new not in alma.get(reverse("desk:disclosures", args=[tuesday.jo.pk])).text
    assert alma.get(new).status_code == 403
    with pytest.raises(NotAllowed):
        share(
            actor=tuesday.people["alma"].actor, client_id=tuesday.jo.pk, purpose="treatment",
            classes=["schedule"], medium="phone", identity_check="known", to_client=True,
            now=clock.now(),
        )  # fmt: skip
    assert not ledger()
