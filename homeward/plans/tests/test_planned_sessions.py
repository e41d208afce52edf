"""What plans in force promise, as the week is planned from it."""

from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from homeward.core import clock
from homeward.kernel.purposes import Purpose
from homeward.plans import actions
from homeward.plans.models import Intervention
from homeward.plans.queries import planned_sessions
from homeward.plans.tests.test_sign_plan import in_force, own_thread, sign, start
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db


def promised(cast: Cast, days: int = 0) -> list[Any]:
    """Jo's one-to-ones on a day from today on."""
    on = clock.today() + timedelta(days=days)
    return [
        (each.kind, each.times, each.every_weeks, each.minutes, each.worker_id)
        for each in planned_sessions([cast.jo.pk], on)
    ]


def test_a_plan_promises_from_the_day_it_is_in_force(cast: Cast) -> None:
    """Not while it is written, not before that day, and no longer than its weeks."""
    plan = start(cast)
    assert promised(cast) == []
    sign(cast, plan, "author")
    assert promised(cast) == []
    sign(cast, plan, "client")
    weekly = ("individual", 1, 1, 50, cast.dana.pk)
    assert promised(cast) == [weekly]
    assert promised(cast, -1) == []
    assert promised(cast, 41) == [weekly]
    assert promised(cast, 42) == []


def test_what_is_met_asks_for_nothing_more(cast: Cast) -> None:
    """A met step ends what staff do for it."""
    plan = in_force(cast)
    actions.review_plan(
        actor=cast.dana.actor, plan_id=plan.pk, objective_states={"1.1": "met"}, summary="Met.",
        next_due_on=clock.today() + timedelta(days=30), now=clock.now(),
    )  # fmt: skip
    assert promised(cast) == []


def test_the_next_version_takes_over_on_its_day(cast: Cast) -> None:
    """Twice a week from the amendment on; nobody meets by both versions."""
    plan = in_force(cast)
    draft = actions.amend_plan(
        actor=cast.dana.actor, plan_id=plan.pk, reason="Urges are back.", now=clock.now()
    )
    thread = own_thread(cast.dana.pk)
    done = thread.goals[0].objectives[0].interventions[0]
    rows = Intervention.objects.for_actor(cast.dana.actor, Purpose.TREATMENT)
    row = rows.get(objective__goal__problem__plan=draft)
    actions.keep_intervention(
        actor=cast.dana.actor, plan_id=draft.pk, objective_id=row.objective_id,
        intervention_id=row.pk, intervention=replace(done, times=2), now=clock.now(),
    )  # fmt: skip
    assert [each[1] for each in promised(cast)] == [1]
    sign(cast, draft, "author")
    sign(cast, draft, "client")
    assert [each[1] for each in promised(cast)] == [2]


def test_the_whole_site_is_one_query(cast: Cast) -> None:
    """However many clients."""
    in_force(cast)
    with CaptureQueriesContext(connection) as asked:
        planned_sessions([cast.jo.pk, cast.pat.pk], clock.today())
    assert len([each for each in asked if "plans_intervention" in each["sql"]]) == 1
