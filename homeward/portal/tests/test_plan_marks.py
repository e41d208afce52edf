"""A plan says to its owner how each step goes, from what was signed, and to nobody else."""

from datetime import timedelta

import pytest

from homeward.core import clock
from homeward.plans.models import Goal, Objective, Plan, PlanReview, Problem
from homeward.portal.guardian import Waiting, _plan_content
from homeward.portal.own import Own
from homeward.portal.tests import scene

PLAN = "/me/plan/"


@pytest.fixture
def step(cast, client):
    """Jo is signed in and has a plan in force with one step."""
    made = scene.plan(cast)
    Plan.objects.unscoped("tests").filter(pk=made.pk).update(
        state="active", active_from=clock.now()
    )
    client.force_login(cast.jo.account)
    return Objective.objects.unscoped("tests").get(goal__problem__plan=made)


def marked(cast, step, days, progress, *, signed=True):
    where = scene.session(cast, clock.now() - timedelta(days=days), f"Group {days}")
    row = scene.note(cast, where, cast.jo, cast.episode, "Words.", signed=False)
    signature = {
        "signed_at": clock.now(), "signed_by": cast.dana.row, "credential": "LPC",
        "content_hash": "0" * 64,
    } if signed else {}  # fmt: skip
    type(row).objects.unscoped("tests").filter(pk=row.pk).update(
        objective=step, progress=progress, **signature
    )
    return row


def words(client):
    return client.get(PLAN).content.decode()


def reviewed(cast, plan_id, days, state):
    return PlanReview.objects.create(
        client=cast.jo.row, site=cast.site, plan_id=plan_id, at=clock.now() - timedelta(days=days),
        by=cast.dana.row, objective_states={"1.1": state}, summary="Between us.",
        next_due_on=scene.today(cast),
    )  # fmt: skip


def test_the_newest_signed_mark_is_said_with_its_day(cast, client, step):
    assert "Last marked" not in words(client)
    row = marked(cast, step, 2, "some_progress")
    marked(cast, step, 5, "setback")
    page = words(client)
    assert f"Last marked on {row.on.day} {row.on:%B %Y}: some progress." in page
    assert "a step back" not in page


@pytest.mark.parametrize(
    ("progress", "said"),
    [("no_change", "no change yet"), ("met", "reached"), ("setback", "a step back")],
)
def test_each_mark_has_plain_words(cast, client, step, progress, said):
    marked(cast, step, 1, progress)
    assert f": {said}." in words(client)


def test_what_nobody_signed_is_not_said(cast, client, step):
    marked(cast, step, 1, "setback", signed=False)
    assert "Last marked" not in words(client)


def test_the_newest_review_says_where_the_step_stood(cast, client, step):
    plan_id = step.goal.problem.plan_id
    reviewed(cast, plan_id, 30, "deferred")
    reviewed(cast, plan_id, 3, "active")
    page = words(client)
    assert "Looked at in a review on" in page
    assert page.count(": working on it.") == 1
    assert "Between us." not in page


def test_a_step_keeps_its_marks_when_the_plan_is_amended(cast, client, step):
    marked(cast, step, 4, "some_progress")
    base = {"client": cast.jo.row, "site": cast.site}
    before = step.goal.problem.plan
    Plan.objects.unscoped("tests").filter(pk=before.pk).update(
        state="superseded", ended_at=clock.now()
    )
    plan = Plan.objects.create(
        **base, episode=cast.episode, author=cast.dana.row, started_at=clock.now(), number=2,
        state="active", active_from=clock.now(),
    )  # fmt: skip
    problem = Problem.objects.create(**base, plan=plan, position=1, statement="S", dimension=5)
    goal = Goal.objects.create(**base, problem=problem, position=1, own_words="Sleep")
    Objective.objects.create(
        **base, goal=goal, number="1.2", statement="Calls Sol before eight", measure="seven",
        target_on=step.target_on, continues=step,
    )  # fmt: skip
    page = words(client)
    assert "Calls Sol before eight" in page
    assert ": some progress." in page


def test_a_guardian_who_is_asked_to_sign_reads_no_marks(cast, client, step):
    """What is said of each session stays with the client and the team."""
    marked(cast, step, 1, "setback")
    own = Own.of(cast.jo.actor)
    content = _plan_content(Waiting(step.goal.problem.plan, own, cast.jo.row, None))
    assert "Calls Sol" in str(content)
    assert "step back" not in str(content)
