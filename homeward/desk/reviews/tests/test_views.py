"""The weekly cards and one decision on their pages."""

import pytest
from django.urls import reverse

from homeward.core.actors import Actor
from homeward.progress import actions
from homeward.progress.models import LevelReview
from homeward.testing.cast import NOON


@pytest.fixture
def card(tuesday):
    cards = actions.open_weekly_reviews(actor=Actor.of_service("progress.review"), now=NOON)
    return next(card for card in cards if card.client_id == tuesday.jo.pk)


def page_of(card):
    return reverse("desk:review", args=[card.pk])


STAY = {"outcome": "stay", "reason": "Progressing, goals not met yet.", "client_view": "Wants to."}


def test_the_weekly_list_leads_to_a_decision(visit, card):
    dana = visit("dana")
    assert page_of(card) in dana.get(reverse("desk:reviews")).content.decode()
    text = dana.get(page_of(card)).content.decode()
    assert "contact is lost" in text
    assert "Days since the last attended session: 28" in text
    assert dana.send(page_of(card), STAY).status_code == 302
    row = LevelReview.objects.unscoped("test").get(pk=card.pk)
    assert row.outcome == "stay"
    assert "Sign the decision" not in dana.get(page_of(card)).content.decode()


def test_a_step_down_needs_its_parts(visit, tuesday, card):
    dana = visit("dana")
    half = STAY | {"outcome": "step_down", "to_phase": str(tuesday.phases["middle"].pk),
                   "from_day": "2026-11-30"}  # fmt: skip
    answer = dana.send(page_of(card), half)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert "needs a written plan" in text
    assert "within 7 days" in text
    whole = half | {"has_prevention_plan": "on", "first_appointment_at": "2026-12-01T09:30"}
    assert dana.send(page_of(card), whole).status_code == 302
    row = LevelReview.objects.unscoped("test").get(pk=card.pk)
    assert row.first_appointment_on.isoformat() == "2026-12-01"


def test_only_who_may_sign_decides(visit, card):
    sam = visit("sam").get(page_of(card)).content.decode()
    assert "Sign the decision" in sam
    ruth = visit("ruth")
    assert "Sign the decision" not in ruth.get(page_of(card)).content.decode()
    assert ruth.send(page_of(card), STAY).status_code == 403


def test_a_card_does_not_exist_for_omar(visit, card):
    assert visit("omar").get(page_of(card)).status_code == 404
    assert page_of(card) not in visit("omar").get(reverse("desk:reviews")).content.decode()


@pytest.mark.parametrize("name", ["kim", "jo", "fay"])
def test_the_room_is_closed_to_others(visit, card, name):
    assert visit(name).get(reverse("desk:reviews")).status_code == 403
    assert visit(name).get(page_of(card)).status_code == 403


def test_the_list_needs_the_same_queries_for_many(visit, card, django_assert_max_num_queries):
    dana = visit("dana")
    dana.get(reverse("desk:reviews"))
    with django_assert_max_num_queries(30):
        dana.get(reverse("desk:reviews"))


@pytest.mark.parametrize(
    ("day", "words"),
    [("1890-01-01", "Choose a day since the admission"), ("2031-01-01", "Choose today or")],
)
def test_something_learned_lies_in_the_episode(visit, tuesday, day, words):
    url = reverse("desk:review_event", args=[tuesday.jo.pk])
    answer = visit("dana").send(url, {"code": "overdose", "happened_on": day})
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not LevelReview.objects.unscoped("test").filter(opened_because="overdose").exists()
