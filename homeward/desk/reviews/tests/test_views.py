"""The weekly cards, one decision, and reaching somebody, on their pages."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.attendance.models import AttendanceMark
from homeward.core.actors import Actor
from homeward.progress import actions
from homeward.progress.models import LevelReview, OutreachAttempt
from homeward.testing.cast import NOON
from homeward.timetable.models import GroupSession, Seat


@pytest.fixture
def card(tuesday):
    cards = actions.open_weekly_reviews(actor=Actor.of_service("progress.review"), now=NOON)
    return next(card for card in cards if card.client_id == tuesday.jo.pk)


@pytest.fixture
def missed(tuesday):
    """Jo missed this morning's group."""
    session = GroupSession.objects.create(
        group=tuesday.group,
        site=tuesday.site,
        program=tuesday.program,
        name="Early recovery B",
        session_type=tuesday.types["group"],
        room=tuesday.rooms[0],
        on=NOON.date(),
        starts_at=NOON - timedelta(hours=3),
        ends_at=NOON - timedelta(hours=1),
        clinical_minutes=90,
        capacity=10,
    )
    seat = Seat.objects.create(
        client=tuesday.jo.row,
        site=tuesday.site,
        session=session,
        episode=tuesday.episode,
        number=1,
        starts_at=session.starts_at,
        ends_at=session.ends_at,
        capacity=10,
    )
    return AttendanceMark.objects.create(
        client=tuesday.jo.row,
        site=tuesday.site,
        seat=seat,
        session=session,
        on=session.on,
        episode=tuesday.episode,
        state="no_show",
        marked_at=NOON,
        marked_by=tuesday.dana.row,
    )


def page_of(card):
    return reverse("desk:review", args=[card.pk])


STAY = {"outcome": "stay", "reason": "Progressing, goals not met yet.", "client_view": "Wants to."}


def test_the_weekly_list_leads_to_a_decision(visit, card):
    dana = visit("dana")
    assert page_of(card) in dana.get(reverse("desk:reviews")).content.decode()
    text = dana.get(page_of(card)).content.decode()
    assert "is suggested" in text
    assert "Days since the last attended session: 28" in text
    assert dana.send(page_of(card), STAY).status_code == 302
    row = LevelReview.objects.unscoped("test").get(pk=card.pk)
    assert row.outcome == "stay"
    assert "Write down the decision" not in dana.get(page_of(card)).content.decode()


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
    assert "Write down the decision" in sam
    ruth = visit("ruth")
    assert "Write down the decision" not in ruth.get(page_of(card)).content.decode()
    assert ruth.send(page_of(card), STAY).status_code == 403


def test_a_card_does_not_exist_for_omar(visit, card):
    assert visit("omar").get(page_of(card)).status_code == 404
    assert page_of(card) not in visit("omar").get(reverse("desk:reviews")).content.decode()


@pytest.mark.parametrize("name", ["kim", "jo", "fay"])
def test_the_room_is_closed_to_others(visit, card, name):
    assert visit(name).get(reverse("desk:reviews")).status_code == 403
    assert visit(name).get(page_of(card)).status_code == 403


def test_reaching_somebody(visit, missed):
    dana = visit("dana")
    url = reverse("desk:outreach", args=[missed.pk])
    assert url in dana.get(reverse("desk:outreach_list")).content.decode()
    assert dana.send(url, {"channel": "call", "outcome": "reached", "note": ""}).status_code == 302
    attempt = OutreachAttempt.objects.unscoped("test").get()
    assert (attempt.step, attempt.missed_session_id) == ("after_15_minutes", missed.session_id)
    assert url not in dana.get(reverse("desk:outreach_list")).content.decode()
    assert dana.get(url).status_code == 404


def test_nobody_is_told_without_a_consent(visit, missed):
    url = reverse("desk:outreach", args=[missed.pk])
    answer = visit("dana").send(url, {"channel": "consented_contact", "outcome": "reached"})
    assert answer.status_code == 422
    assert "No consent lets you" in answer.content.decode()


def test_a_missed_session_does_not_exist_for_omar(visit, missed):
    url = reverse("desk:outreach", args=[missed.pk])
    assert visit("omar").get(url).status_code == 404


def test_the_list_needs_the_same_queries_for_many(visit, card, django_assert_max_num_queries):
    dana = visit("dana")
    dana.get(reverse("desk:reviews"))
    with django_assert_max_num_queries(30):
        dana.get(reverse("desk:reviews"))
