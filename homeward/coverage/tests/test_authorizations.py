"""Asking, answering, ending; what a payer allows once; who may; how many units are left."""

from collections.abc import Iterator
from datetime import date, timedelta
from importlib import import_module
from typing import Any

import pytest
from django.apps import apps

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.coverage import authorizing, using
from homeward.coverage.authorizations import Authorization
from homeward.coverage.authorized import authorized_between, standings
from homeward.coverage.authorizing import Answer
from homeward.coverage.models import Coverage, Payer, PayerNumber
from homeward.kernel.purposes import Purpose
from homeward.people.models import Client
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
FIRST, LAST = date(2026, 11, 16), date(2026, 12, 13)
YES = Answer(state="approved", number="A-77", units=12, week_most_minutes=720)


@pytest.fixture(autouse=True)
def covered(cast: Cast) -> Iterator[None]:
    """Jo has a payer."""
    payer = Payer.objects.create(code="private", name="Lakeside Mutual", kind="private")
    Coverage.objects.create(
        client=cast.jo.row, site=cast.site, payer=payer, starts_on=date(2026, 1, 1)
    )
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


def ask(cast: Cast, **over: Any) -> Authorization:
    told = {
        "actor": cast.ada.actor, "client_id": cast.jo.pk, "level_code": "2.1", "counted_in": "day",
        "starts_on": FIRST, "last_on": LAST, "units_asked": 16, "now": NOON, **over,
    }  # fmt: skip
    return authorizing.request_authorization(**told)


def answer(cast: Cast, row: Authorization, said: Answer = YES, **over: Any) -> Authorization:
    told = {"actor": cast.ada.actor, "authorization_id": row.pk, "answer": said, "now": NOON}
    return authorizing.answer_authorization(**{**told, **over})


def test_hours_to_answer_kept_under_their_old_name_are_found_again(cast: Cast) -> None:
    """Once a payer and day; where the present name stands already, that number stays."""
    payer = Payer.objects.get()
    for code, day, value in (
        ("urgent_appeal_hours", 1, 48), ("urgent_appeal_hours", 9, 72),
        ("urgent_answer_hours", 9, 24), ("appeal_days", 9, 180),
    ):  # fmt: skip
        PayerNumber.objects.create(
            payer=payer, code=code, value=value, unit="hours", source_title="Contract",
            starts_on=date(2026, 1, day),
        )  # fmt: skip
    import_module("homeward.coverage.migrations.0006_answer_hours").rename(apps, None)
    kept = PayerNumber.objects.order_by("starts_on", "code")
    assert [(row.code, row.starts_on.day, int(row.value)) for row in kept] == [
        ("urgent_answer_hours", 1, 48), ("appeal_days", 9, 180), ("urgent_answer_hours", 9, 24),
    ]  # fmt: skip


def test_a_request_allows_nothing_and_an_answer_does(cast: Cast) -> None:
    row = ask(cast)
    assert authorized_between([cast.jo.pk], FIRST, LAST) == {}

    answer(cast, row, Answer(state="pended"))
    answer(cast, row)

    found = authorized_between([cast.jo.pk], FIRST, FIRST)[cast.jo.pk]
    assert (found.number, found.units, found.week_most_minutes) == ("A-77", 12, 720)
    assert (
        authorized_between([cast.jo.pk], LAST + timedelta(days=1), LAST + timedelta(days=9)) == {}
    )


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        (Answer(state="approved", units=3), authorizing.NumberMissing),
        (Answer(state="approved", number="A"), authorizing.NothingAllowed),
        (Answer(state="maybe"), authorizing.NotAnAnswer),
        (Answer(state="approved", number="A", units=3, last_on=FIRST - timedelta(days=1)),
         authorizing.AuthorizationReversed),
        (Answer(state="approved", number="A", units=3, week_least_minutes=600,
                week_most_minutes=540), authorizing.WeekReversed),
    ],
)  # fmt: skip
def test_an_answer_that_cannot_be_is_refused(
    cast: Cast, said: Answer, refusal: type[Exception]
) -> None:
    row = ask(cast)
    with pytest.raises(refusal):
        answer(cast, row, said)
    row.refresh_from_db()
    assert row.state == "requested"


def test_what_is_asked_for_has_a_payer_and_days_in_order(cast: Cast) -> None:
    with pytest.raises(authorizing.AuthorizationReversed):
        ask(cast, last_on=FIRST - timedelta(days=1))
    with pytest.raises(authorizing.NotAnAnswer):
        ask(cast, counted_in="weeks")
    Coverage.objects.for_actor(SERVICE, Purpose.PAYMENT).get().change(ends_on=FIRST)
    with pytest.raises(authorizing.CoverageMissing):
        ask(cast)


def test_the_same_days_are_allowed_once_and_an_answer_is_given_once(cast: Cast) -> None:
    """The database holds them apart; the next request is another row, from the day after."""
    first = answer(cast, ask(cast))
    with pytest.raises(authorizing.PayerAnswered):
        answer(cast, first)
    with pytest.raises(authorizing.AuthorizedAlready):
        answer(cast, ask(cast, follows_id=first.pk))
    next_one = ask(cast, starts_on=LAST + timedelta(days=1), last_on=LAST + timedelta(days=28))
    assert answer(cast, next_one).state == "approved"


def test_it_may_end_early_once_and_never_outside_of_itself(cast: Cast) -> None:
    row = answer(cast, ask(cast))
    told = {"actor": cast.ada.actor, "authorization_id": row.pk, "why": "Plan changed", "now": NOON}
    with pytest.raises(authorizing.AuthorizationReversed):
        authorizing.end_authorization(**told, last_on=LAST + timedelta(days=1))
    with pytest.raises(StaleVersion):
        authorizing.end_authorization(**told, last_on=FIRST, expected_version=1)
    authorizing.end_authorization(**told, last_on=FIRST, expected_version=2)
    with pytest.raises(authorizing.NotInForce):
        authorizing.end_authorization(**told, last_on=FIRST)
    assert authorized_between([cast.jo.pk], FIRST + timedelta(days=1), LAST) == {}


def test_who_may(cast: Cast) -> None:
    """Admissions and billing write; another site's people find nobody; a service signs nothing."""
    row = ask(cast)
    with pytest.raises(Client.DoesNotExist):
        ask(cast, actor=cast.omar.actor)
    with pytest.raises(Authorization.DoesNotExist):
        answer(cast, row, actor=cast.dana.actor)
    with pytest.raises(NotAllowed):
        answer(cast, row, actor=SERVICE)


def test_units_left_follow_what_was_delivered(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    """Ten days of enough minutes of twelve: two left, and somebody is warned."""
    row = answer(cast, ask(cast))
    days = {FIRST + timedelta(days=n): 180 for n in range(10)} | {FIRST - timedelta(days=1): 180}
    days[FIRST + timedelta(days=10)] = 60
    monkeypatch.setattr(using, "_told", [lambda ids, first, last: {cast.jo.pk: days}])

    (found,) = standings([row], FIRST + timedelta(days=11))

    assert found.left == 2
    assert found.decision.outcome == "running_out"
