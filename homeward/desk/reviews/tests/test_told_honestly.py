"""A card and a call say no more than is on record: not confirmed, not booked, not yet answered."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.urls import reverse

from homeward import audit
from homeward.consents.models import Consent
from homeward.core.actors import Actor
from homeward.coverage.authorizations import Authorization
from homeward.coverage.models import Coverage, Payer
from homeward.drugtests.models import AnalyteResult, DrugTest
from homeward.progress import actions
from homeward.progress.denying import deny
from homeward.progress.models import Appointment, CourseEvent
from homeward.testing.cast import NOON

SERVICE = Actor.of_service("progress.review")
STAY = {"outcome": "stay", "grounds": "progressing", "wish": "same"}
DAY = timedelta(days=1)


@pytest.fixture
def card(tuesday):
    cards = actions.open_weekly_reviews(actor=SERVICE, now=NOON)
    return next(card for card in cards if card.client_id == tuesday.jo.pk)


@pytest.fixture
def covered(tuesday):
    """A plan, and a consent that lets it hear everything."""
    payer = Payer.objects.create(code="plan", name="Lakeside Health", kind="private")
    Consent.objects.create(
        client=tuesday.jo.row, site=tuesday.site, kind="tpo", disclosers=["program"],
        recipients=[{"type": "class", "id": "health_plan"}], purposes=["payment"],
        classes=["assessment", "drug_tests", "schedule", "medical"], text_version="1",
        text_hash="x", signed_at=NOON - 20 * DAY, signer_name=tuesday.jo.row.name,
    )  # fmt: skip
    return Coverage.objects.create(
        client=tuesday.jo.row, site=tuesday.site, payer=payer, starts_on=NOON.date() - 60 * DAY
    )


def finding_of(tuesday, outcome, ago=2, analyte="thc", **values):
    """A test with one finding."""
    at = NOON - ago * DAY
    test = DrugTest.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, panel=[analyte],
        state="resulted", outcome=outcome, ordered_at=at, notified_at=at, due_at=at,
        collected_at=at, resulted_at=at, specimen="valid",
    )  # fmt: skip
    is_confirmed = outcome == "positive"
    AnalyteResult.objects.create(
        client=tuesday.jo.row, site=tuesday.site, test=test, analyte=analyte, at=at,
        method="definitive" if is_confirmed else "presumptive",
        result="positive" if is_confirmed else "presumptive_positive", **values,
    )  # fmt: skip
    return test


def page(visitor, name, *args):
    return visitor.get(reverse(f"desk:{name}", args=args)).content.decode()


@pytest.mark.parametrize(("outcome", "is_told"), [("presumptive", True), ("positive", False)])
def test_a_count_of_tests_says_which_are_not_confirmed(
    visit, tuesday, covered, card, outcome, is_told
):
    finding_of(tuesday, outcome)
    shown = page(visit("dana"), "review", card.pk)
    assert "1 found use" in shown
    assert ("Of the tests that found use, not confirmed: 1" in shown) is is_told
    call = page(visit("dana"), "reviewer_call", tuesday.jo.pk)
    assert ("not confirmed: 1" in call) is is_told
    assert ("presumptive, not confirmed" in call) is is_told


@pytest.mark.parametrize(("analyte", "is_told"), [("etg", True), ("thc", False)])
def test_a_payer_hears_the_caution_about_the_alcohol_marker(
    visit, tuesday, covered, analyte, is_told
):
    finding_of(tuesday, "positive", analyte=analyte, level=Decimal(620))
    call = page(visit("dana"), "reviewer_call", tuesday.jo.pk)
    assert "Last test with a finding" in call
    assert ("hand rub or mouthwash" in call) is is_told


def test_a_call_knows_of_an_overdose_since_the_last_signed_review(visit, tuesday, covered, card):
    dana = visit("dana")
    assert dana.send(reverse("desk:review", args=[card.pk]), STAY).status_code == 302
    CourseEvent.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, code="overdose",
        happened_on=NOON.date(), told_at=NOON + timedelta(minutes=5), told_by=tuesday.ruth.row,
    )  # fmt: skip
    call = page(dana, "reviewer_call", tuesday.jo.pk)
    last_use = call.partition('id="last_use"')[2].partition('id="tests"')[0]
    assert "Overdose on 24 Nov 2026" in last_use
    assert reverse("desk:review", args=[card.pk]) in last_use, "one click from its source"
    why = call.partition('id="why_less_fails"')[2].partition('id="medicines"')[0]
    assert "Overdose on 24 Nov 2026, after the last signed review" in why


def test_what_the_signed_review_knew_is_not_told_as_later(visit, tuesday, covered, card):
    CourseEvent.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, code="unsafe_housing",
        happened_on=NOON.date() - DAY, told_at=NOON - DAY, told_by=tuesday.ruth.row,
    )  # fmt: skip
    dana = visit("dana")
    assert "after the last signed review" in page(dana, "reviewer_call", tuesday.jo.pk)
    dana.send(reverse("desk:review", args=[card.pk]), STAY)
    assert "after the last signed review" not in page(dana, "reviewer_call", tuesday.jo.pk)


@pytest.mark.parametrize(
    ("confirmed_by", "words", "state"),
    [("", "not confirmed there yet", "opened"), ("Ana at intake", "booked", "done")],
)
def test_a_first_visit_elsewhere_is_booked_by_who_confirmed_it(
    visit, tuesday, covered, card, confirmed_by, words, state
):
    dana, url = visit("dana"), reverse("desk:review", args=[card.pk])
    step = STAY | {
        "outcome": "step_down", "to_phase": str(tuesday.phases["late"].pk),
        "from_day": "2026-11-30", "has_prevention_plan": "on",
        "first_appointment_at": "2026-12-01T09:30", "receiving_program": "Harbor outpatient",
        "confirmed_by": confirmed_by,
    }  # fmt: skip
    assert dana.send(url, step).status_code == 302
    row = Appointment.objects.unscoped("test").get()
    assert (row.with_whom, row.confirmed_by) == ("Harbor outpatient", confirmed_by)
    effect = card.effects.unscoped("test").get(code="hand_off")
    assert effect.state == state
    line = f"Harbor outpatient, {words}"
    assert line in page(dana, "review", card.pk)
    assert line in page(dana, "reviewer_call", tuesday.jo.pk)


def test_the_duty_of_a_denial_does_not_tell_the_table_of_it(visit, tuesday, covered, card):
    """The payer said no after the last signed decision: the card is silent until it is signed."""
    words = "Open: A safety plan for less care than recommended"
    denied = Authorization.objects.create(
        client=tuesday.jo.row, site=tuesday.site, coverage=covered, level_code="2.1",
        state="denied", starts_on=NOON.date(), last_on=NOON.date() + 27 * DAY,
        asked_at=NOON - 3 * DAY, asked_by=tuesday.dana.row, answered_at=NOON - timedelta(hours=1),
        answered_by=tuesday.dana.row,
    )  # fmt: skip
    with audit.unit():
        deny(denied, tuesday.episode, actor=SERVICE, now=NOON - timedelta(hours=1))
    dana = visit("dana")
    shown = page(dana, "review", card.pk)
    assert "is shown once the team has signed" in shown
    assert words not in shown
    dana.send(reverse("desk:review", args=[card.pk]), STAY)
    cards = actions.open_weekly_reviews(actor=SERVICE, now=NOON + 7 * DAY)
    following = next(each for each in cards if each.client_id == tuesday.jo.pk)
    assert words in page(dana, "review", following.pk)


def test_days_of_an_answer_out_of_order_are_said_at_the_day(visit, tuesday, covered, card):
    url = reverse("desk:reviewer_call", args=[tuesday.jo.pk])
    answer = visit("dana").send(url, {
        "reviewer": "R. Hale", "reference": "CR-1", "outcome": "approved", "units": "12",
        "starts_on": "2026-12-20", "last_on": "2026-12-01", "identity_check": "Called them",
        "told": "dimensions",
    })  # fmt: skip
    assert answer.status_code == 422
    assert "The last day lies before the first" in answer.content.decode()
