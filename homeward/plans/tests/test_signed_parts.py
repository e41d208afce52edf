"""The database keeps what was signed, whoever asks."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.plans import actions
from homeward.plans.models import Goal, Intervention, Objective, Plan, Problem
from homeward.plans.tests.test_sign_plan import sign, start
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
WORDS = {
    Plan: {"strengths": "Other words"},
    Problem: {"statement": "Other words"},
    Goal: {"own_words": "Other words"},
    Objective: {"target_on": date(2031, 1, 1)},
    Intervention: {"text": "Other words"},
}


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.TREATMENT)


@pytest.mark.parametrize("model", WORDS, ids=lambda model: model.__name__)
def test_a_draft_changes_and_what_is_signed_does_not(cast: Cast, model: Any) -> None:
    """Before the author's signature every word may change; afterwards none, none goes either."""
    plan = start(cast)
    assert rows(model).update(**WORDS[model]) == 1
    if model is Objective:
        rows(model).update(target_on=date(2027, 6, 1))
    sign(cast, plan, "author")
    with pytest.raises(IntegrityError, match="signed plan"), transaction.atomic():
        rows(model).update(version=9, **{name: _other(each) for name, each in WORDS[model].items()})
    with (
        pytest.raises(IntegrityError, match="signed plan"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(f'DELETE FROM "{model._meta.db_table}"')


def _other(value: Any) -> Any:
    return date(2032, 1, 1) if isinstance(value, date) else f"{value}, changed"


def test_nothing_is_added_to_a_signed_plan(cast: Cast) -> None:
    """A new problem needs a new version."""
    plan = start(cast)
    sign(cast, plan, "author")
    with pytest.raises(IntegrityError, match="signed plan"), transaction.atomic():
        Problem.objects.create(
            client=cast.jo.row, site=cast.site, plan=plan, position=9, statement="More", dimension=5
        )


def test_an_objective_still_changes_its_standing(cast: Cast) -> None:
    """Reviewing a plan in force is what it is for."""
    plan = start(cast)
    sign(cast, plan, "author")
    sign(cast, plan, "client")
    actions.review_plan(
        actor=cast.dana.actor, plan_id=plan.pk, objective_states={"1.1": "met"},
        summary="Met.", next_due_on=date(2027, 6, 1), now=clock.now(),
    )  # fmt: skip
    assert rows(Objective).get().state == "met"


def test_a_review_in_the_evening_may_choose_tomorrow(cast: Cast) -> None:
    """In Chicago it is still Tuesday when it is Wednesday in Greenwich."""
    late = datetime(2026, 11, 25, 1, 30, tzinfo=UTC)
    plan = start(cast)
    sign(cast, plan, "author")
    sign(cast, plan, "client")
    kept = actions.review_plan(
        actor=cast.dana.actor, plan_id=plan.pk, objective_states={}, summary="Soon again.",
        next_due_on=date(2026, 11, 25), now=late,
    )  # fmt: skip
    assert kept.next_due_on == date(2026, 11, 25)
