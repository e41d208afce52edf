"""Benefits on their pages: the call, the estimate, the fee, who sees how much."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.admissions.models import Inquiry
from homeward.consents.models import Consent
from homeward.core.actors import Actor
from homeward.coverage.models import BenefitsCheck, Coverage, FeeDetermination, GivenEstimate, Payer
from homeward.desk.conftest import KEYS
from homeward.kernel.purposes import Purpose
from homeward.testing.cast import NOON

SERVICE = Actor.of_service("test")
CALL = {
    "payer_code": "private", "plan_name": "Silver", "member_id": "M-77", "is_covered": "yes",
    "network": "in", "copay": "25.50", "deductible_left": "1000", "days_limit": "30",
    "spoke_with": "Pat", "reference": "R-9",
}  # fmt: skip


@pytest.fixture(autouse=True)
def payer(tuesday):
    Payer.objects.create(code="private", name="Lakeside Mutual", kind="private")
    ago = NOON - timedelta(days=60)
    Consent.objects.create(
        client=tuesday.jo.row, site=tuesday.site, kind="treatment", purposes=["treatment"],
        text_version="1", text_hash="0", starts_at=ago, signed_at=ago, signer_name="Jo",
    )  # fmt: skip


def at(name, tuesday):
    return reverse(f"desk:{name}", args=[tuesday.jo.pk])


def rows(model):
    return list(model.objects.for_actor(SERVICE, Purpose.PAYMENT))


def test_the_call_is_recorded_and_the_estimate_follows(visit, tuesday):
    ada = visit("ada")
    assert "Nobody has asked yet" in ada.get(at("benefits", tuesday)).content.decode()
    assert ada.send(at("benefits_check", tuesday), CALL).status_code == 302
    (row,) = rows(BenefitsCheck)
    assert (row.copay_cents, row.deductible_left_cents, row.out_of_pocket_left_cents) == (
        2_550, 100_000, None,
    )  # fmt: skip
    text = ada.get(at("benefits", tuesday)).content.decode()
    for words in ("Lakeside Mutual", "M-77", "$25.50", "not said", "to compare"):
        assert words in text


def test_the_next_call_begins_with_the_plan_and_asks_every_amount_afresh(visit, tuesday):
    ada = visit("ada")
    ada.send(at("benefits_check", tuesday), CALL)
    text = ada.get(at("benefits_check", tuesday)).content.decode()
    assert 'value="Silver"' in text
    assert "25.50" not in text
    assert 'value="1000' not in text


@pytest.mark.parametrize(
    ("wrong", "words"),
    [({"copay": "-1"}, "greater than or equal to 0"), ({"copay": "1.234"}, "2 decimal places"),
     ({"is_covered": ""}, "required"),
     ({"effective_from": "2026-05-01", "effective_to": "2026-01-01"}, "cannot end before")],
)  # fmt: skip
def test_what_is_not_right_is_named_and_kept(visit, tuesday, wrong, words):
    answer = visit("ada").send(at("benefits_check", tuesday), CALL | wrong)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert 'value="M-77"' in answer.content.decode()
    assert rows(BenefitsCheck) == []


def test_a_second_click_is_one_call(visit, tuesday):
    ada = visit("ada")
    sent = dict(KEYS.findall(ada.get(at("benefits_check", tuesday)).content.decode())) | CALL
    for _ in range(2):
        assert ada.browser.post(at("benefits_check", tuesday), sent).status_code == 302
    assert len(rows(BenefitsCheck)) == 1


def test_the_fee_by_income(visit, tuesday):
    ada = visit("ada")
    page = ada.get(at("benefits_fee", tuesday)).content.decode()
    assert "$15,960.00 a year" in page
    assert "91 FR 1797" in page
    typed = {"household": "2", "income": "25000", "shown": "pay_stub"}
    assert ada.send(at("benefits_fee", tuesday), typed).status_code == 302
    (row,) = rows(FeeDetermination)
    assert row.pays_percent == 25
    assert "25%" in ada.get(at("benefits", tuesday)).content.decode()
    assert ada.send(at("benefits_fee", tuesday), typed | {"household": "0"}).status_code == 422


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "What your care may cost you"), ("xx", "What your care may cost")],
)
def test_the_sheet_for_the_client(visit, tuesday, language, words):
    ada = visit("ada")
    ada.send(at("benefits_check", tuesday), CALL)
    text = ada.get(at("benefits_estimate", tuesday) + f"?lang={language}").content.decode()
    assert words in text
    assert "Avery" not in text.split("<article")[1].split("</article>")[0]


def test_giving_it_is_written_down(visit, tuesday):
    ada = visit("ada")
    ada.send(at("benefits_check", tuesday), CALL)
    sent = {"language": "es"}
    assert ada.send(at("benefits_estimate", tuesday), sent).status_code == 302
    (row,) = rows(GivenEstimate)
    assert row.language == "es"
    assert "Estimate given" in ada.get(at("benefits", tuesday)).content.decode()


def test_a_counselor_sees_the_copay_alone(visit, tuesday):
    visit("ada").send(at("benefits_check", tuesday), CALL)
    dana = visit("dana")
    text = dana.get(at("benefits", tuesday)).content.decode()
    assert "$25.50" in text
    for hidden in ("M-77", "Silver", "R-9", "$1,000", "Fee by income"):
        assert hidden not in text
    assert dana.get(at("benefits_check", tuesday)).status_code == 403
    assert dana.get(at("benefits_estimate", tuesday)).status_code == 403


def test_from_an_inquiry(visit, tuesday):
    about = {"site": tuesday.site, "program": tuesday.program, "first_request_at": NOON}
    unknown = Inquiry.objects.create(number="Q-1", **about)
    known = Inquiry.objects.create(number="Q-2", client=tuesday.jo.row, **about)
    ada = visit("ada")
    to_case = ada.get(reverse("desk:benefits_of_inquiry", args=[unknown.pk]))
    assert to_case["Location"] == reverse("desk:admissions_case", args=[unknown.pk])
    to_benefits = ada.get(reverse("desk:benefits_of_inquiry", args=[known.pk]))
    assert to_benefits["Location"] == at("benefits", tuesday)


def test_whom_to_ask_again(visit, tuesday):
    ada, page = visit("ada"), reverse("desk:benefits_to_ask")
    ada.send(at("benefits_check", tuesday), CALL)
    assert "Every payer has been asked" in ada.get(page).content.decode()
    for row in Coverage.objects.for_actor(SERVICE, Purpose.PAYMENT):
        row.change(verified_at=NOON - timedelta(days=60))
    assert "Lakeside Mutual" in ada.get(page).content.decode()
    assert visit("dana").get(page).status_code == 403


def test_the_queries_do_not_grow(visit, tuesday):
    ada = visit("ada")

    def count():
        with CaptureQueriesContext(connection) as queries:
            ada.get(at("benefits", tuesday))
        return len(queries)

    ada.send(at("benefits_check", tuesday), CALL)
    few = count()
    for _ in range(6):
        ada.send(at("benefits_check", tuesday), CALL)
    assert count() == few
