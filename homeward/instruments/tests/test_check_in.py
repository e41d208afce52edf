"""A check-in is kept as it was said, and answered when it asks for somebody."""

from datetime import timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.core import clock
from homeward.core.actors import NOBODY, Actor
from homeward.instruments import checking_in
from homeward.instruments.models import CheckIn
from homeward.instruments.rules.check_in import Answers, CheckInNumbers, answer_to
from homeward.kernel.purposes import Purpose
from homeward.kernel.reasons import State
from homeward.people.models import Client
from homeward.tasks.models import CareTask

TESTER = Actor.of_service("test")


def rows(model):
    return model.objects.for_actor(TESTER, Purpose.TREATMENT)


@pytest.mark.parametrize(
    ("answers", "outcome"),
    [
        (Answers(), "none"),
        (Answers(craving=7, used=False), "none"),
        (Answers(craving=8), "same day"),
        (Answers(used=True), "same day"),
        (Answers(wants_help=True), "now"),
        (Answers(craving=0, used=True, wants_help=True), "now"),
    ],
)
def test_each_answer_asks_for_its_own_answer(answers, outcome):
    assert answer_to(answers).outcome == outcome


def test_the_threshold_is_an_argument():
    assert answer_to(Answers(craving=5), CheckInNumbers(strong_craving=5)).outcome == "same day"


@given(st.builds(Answers, craving=st.none() | st.integers(0, 10), used=st.none() | st.booleans()))
def test_without_a_wish_for_help_nothing_is_now_and_unknown_is_never_held_against_anyone(answers):
    decision = answer_to(answers)
    assert decision.outcome != "now"
    if answers.craving is None and answers.used is None:
        assert decision.outcome == "none"
        assert {line.state for line in decision.reasons} == {State.UNKNOWN, State.NOT_MET}


def test_a_client_checks_in_for_themselves_only(cast):
    now = clock.now()
    checking_in.check_in(actor=cast.jo.actor, client_id=cast.jo.pk, craving=3, now=now)
    for other in (cast.pat.actor, cast.kim.actor, cast.omar.actor, NOBODY):
        with pytest.raises(Client.DoesNotExist):
            checking_in.check_in(actor=other, client_id=cast.jo.pk, craving=3, now=now)
    assert rows(CheckIn).count() == 1


def test_the_day_is_the_sites_own_day(cast):
    now = clock.now().replace(hour=3, minute=0)
    row = checking_in.check_in(actor=cast.jo.actor, client_id=cast.jo.pk, mood=3, now=now)
    assert row.on == now.date() - timedelta(days=1)


def test_the_words_are_sealed(cast):
    from django.db import connection

    checking_in.check_in(
        actor=cast.jo.actor, client_id=cast.jo.pk, word="my brother called", now=clock.now()
    )
    with connection.cursor() as cursor:
        cursor.execute("SELECT word FROM instruments_checkin")
        assert "brother" not in cursor.fetchone()[0]


def test_the_same_cause_opens_one_duty_a_day(cast):
    now = clock.now()
    for _ in range(3):
        checking_in.check_in(actor=cast.jo.actor, client_id=cast.jo.pk, used=True, now=now)
    assert rows(CareTask).count() == 1
    checking_in.check_in(actor=cast.jo.actor, client_id=cast.jo.pk, wants_help=True, now=now)
    urgent = rows(CareTask).get(urgency="now")
    assert urgent.owner_id == cast.dana.pk
    assert urgent.due_at <= now + timedelta(minutes=15)


@pytest.mark.parametrize(
    ("answers", "refusal"),
    [
        ({}, checking_in.NothingSaid),
        ({"word": "  "}, checking_in.NothingSaid),
        ({"craving": 11}, checking_in.OutOfScale),
        ({"craving": -1}, checking_in.OutOfScale),
        ({"mood": 6}, checking_in.OutOfScale),
        ({"sleep_hours": Decimal(25)}, checking_in.OutOfScale),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(cast, answers, refusal):
    with pytest.raises(refusal):
        checking_in.check_in(actor=cast.jo.actor, client_id=cast.jo.pk, now=clock.now(), **answers)
    assert not rows(CheckIn).exists()
    assert not rows(CareTask).exists()
