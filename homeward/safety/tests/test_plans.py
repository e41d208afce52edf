"""A safety plan: made together, agreed to, replaced, looked at again; and what may be reported."""

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from homeward.consents.models import OutsideParty
from homeward.core.refusals import NotAllowed, StaleVersion
from homeward.people.models import Client
from homeward.safety import actions
from homeward.safety.actions import reports
from homeward.safety.actions.plans import (
    NoPlanInForce,
    PlanChangedSince,
    PlanIncomplete,
    PlanIsInForce,
    SafetyNameOfAnother,
)
from homeward.safety.actions.reports import MatterUnknown
from homeward.safety.coming_due import open_due_reviews
from homeward.safety.models import ReportDecision, SafetyPlan
from homeward.safety.parts import content_hash, parts_of
from homeward.safety.queries import decision_for, plan_in_force, plans_of
from homeward.safety.rules.plan import Line
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
WALL = (IntegrityError, ProgrammingError)  # a trigger, or the right to change it that is not given
PARTS = {
    "signs": [Line("I stop answering")],
    "alone": [Line("Walk to the river")],
    "people": [Line("Sam, my brother", "555-0142")],
    "safer": [Line("My pills are with Sam")],
}
READ = content_hash(PARTS)


def written(cast, parts=PARTS):
    plan = actions.start_plan(actor=cast.dana.actor, client_id=cast.jo.pk, now=NOON)
    return actions.save_plan(actor=cast.dana.actor, plan_id=plan.pk, parts=parts, now=NOON)


def test_the_client_agrees_and_the_version_before_is_kept(cast):
    plan = written(cast)
    with pytest.raises(SafetyNameOfAnother):
        actions.agree_to_plan(
            actor=cast.jo.actor, plan_id=plan.pk, signer_name="Kim Avery", read_hash=READ, now=NOON
        )
    actions.agree_to_plan(
        actor=cast.jo.actor, plan_id=plan.pk, signer_name="jo avery", read_hash=READ, now=NOON
    )
    first = plan_in_force(cast.jo.actor, cast.jo.row)
    assert (first.number, first.review_on) == (1, date(2026, 12, 24))
    # Jo pressed on her own phone: nobody of staff said anything under it.
    assert [(row.meaning, row.worker_id) for row in first.agreements.all()] == [("client", None)]
    with pytest.raises(PlanIsInForce):
        actions.save_plan(actor=cast.dana.actor, plan_id=plan.pk, parts=PARTS, now=NOON)
    second = written(cast, PARTS | {"alone": [Line("Call Sam")]})
    assert second.number == 2 and second.parts["signs"] == [{"text": "I stop answering"}]
    actions.agree_to_plan(
        actor=cast.dana.actor, plan_id=second.pk,
        declined_because="reads it later", read_hash=content_hash(parts_of(second.parts)), now=NOON,
    )  # fmt: skip
    said = second.agreements.order_by("created_at")
    assert [(row.meaning, row.name, row.worker_id) for row in said] == [
        ("client_declined", "Jo Avery", cast.dana.pk), ("staff", "Dana Reyes", cast.dana.pk),
    ]  # fmt: skip
    assert [row.state for row in plans_of(cast.dana.actor, cast.jo.row)] == [
        "active", "superseded",
    ]  # fmt: skip
    with pytest.raises(WALL), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE safety_safetyplan SET number = 9 WHERE number = 1")


def test_what_is_refused(cast):
    plan = written(cast, {"signs": PARTS["signs"]})
    agree = {"plan_id": plan.pk, "signer_name": "Jo Avery", "now": NOON}
    with pytest.raises(PlanIncomplete) as refusal:
        actions.agree_to_plan(actor=cast.jo.actor, read_hash=READ, **agree)
    assert refusal.value.codes == ("plan_needs_alone", "plan_needs_people", "plan_needs_safer")
    actions.save_plan(actor=cast.dana.actor, plan_id=plan.pk, parts=PARTS, now=NOON)
    for unseen in ("", "0" * 64):
        with pytest.raises(PlanChangedSince):
            actions.agree_to_plan(actor=cast.jo.actor, read_hash=unseen, **agree)
    with pytest.raises(StaleVersion):
        actions.save_plan(
            actor=cast.dana.actor, plan_id=plan.pk, parts=PARTS, now=NOON, expected_version=1
        )
    with pytest.raises(NotAllowed):
        actions.agree_to_plan(
            actor=cast.jo.actor, plan_id=plan.pk, declined_because="no", read_hash=READ, now=NOON
        )
    with pytest.raises(NoPlanInForce):
        actions.keep_looked_at(actor=cast.dana.actor, client_id=cast.jo.pk, now=NOON)
    actions.discard_draft(actor=cast.dana.actor, plan_id=plan.pk, now=NOON)
    assert written(cast).number == 2


def test_for_others_it_does_not_exist(cast):
    plan = written(cast)
    for who in ("omar", "kim", "fay"):
        actor = getattr(cast, who).actor
        with pytest.raises((Client.DoesNotExist, NotAllowed)):
            actions.start_plan(actor=actor, client_id=cast.jo.pk, now=NOON)
        with pytest.raises(SafetyPlan.DoesNotExist):
            actions.save_plan(actor=actor, plan_id=plan.pk, parts=PARTS, now=NOON)


def test_its_day_comes_round_as_a_duty_that_looking_at_it_ends(cast):
    plan = written(cast)
    actions.agree_to_plan(
        actor=cast.jo.actor, plan_id=plan.pk, signer_name="Jo Avery", read_hash=READ, now=NOON
    )
    assert open_due_reviews(now=NOON) == 0
    later = NOON + timedelta(days=28)
    assert open_due_reviews(now=later) == 1
    assert open_due_reviews(now=later + timedelta(hours=1)) == 0
    actions.ask_for_change(actor=cast.jo.actor, now=later)
    tasks = CareTask.objects.unscoped("test").filter(kind="safety_plan_review")
    assert {row.owner_id for row in tasks} == {cast.dana.pk} and len(tasks) == 2
    actions.keep_looked_at(actor=cast.dana.actor, client_id=cast.jo.pk, now=later)
    assert not tasks.filter(closed_at=None).exists()
    assert plan_in_force(cast.dana.actor, cast.jo.row).review_on == date(2027, 1, 21)


def test_the_answer_tells_of_no_consent_to_whom_it_is_not_open(cast, monkeypatch):
    """Fay at the front desk asks about Jo: one answer, whether or not Jo signed something."""
    party = OutsideParty.objects.create(
        type="entity", name="Adult protection", classes=[], verified_at=NOON
    )
    ask = {
        "site_id": cast.site.pk, "now": NOON, "matter": "adult_abuse", "client_id": cast.jo.pk,
        "party_id": party.pk,
    }  # fmt: skip
    said = {}
    for is_covered in (True, False):
        monkeypatch.setattr(reports, "consent_covers", lambda *_, found=is_covered: found)
        for who in ("fay", "dana"):
            row = actions.decide_report(actor=getattr(cast, who).actor, **ask)
            said.setdefault(who, []).append((row.outcome, row.asked["has_consent"], row.decision))
    assert said["fay"][0] == said["fay"][1] and said["fay"][0][:2] == ("nothing_yet", None)
    assert [each[0] for each in said["dana"]] == ["consent", "nothing_yet"]


def test_what_may_be_reported_is_kept_with_its_rules_and_its_asker(cast):
    """The consent engine answers for a consent; without one an adult's harm waits."""
    party = OutsideParty.objects.create(
        type="entity", name="Adult protection", classes=[], verified_at=NOON
    )
    ask = {"actor": cast.tess.actor, "site_id": cast.site.pk, "now": NOON}
    row = actions.decide_report(
        **ask | {"actor": cast.dana.actor}, matter="adult_abuse", client_id=cast.jo.pk,
        party_id=party.pk, is_emergency=False,
    )  # fmt: skip
    assert (row.outcome, row.asked["has_consent"]) == ("nothing_yet", False)
    child = actions.decide_report(**ask, matter="child_first", words="a bruise")
    assert (child.outcome, child.rule_set, child.rule_version) == (
        "child_report", "safety.duty_to_report", "2",
    )  # fmt: skip
    with pytest.raises(MatterUnknown):
        actions.decide_report(**ask, matter="weather")
    assert decision_for(cast.tess.actor, child.pk) == child
    assert decision_for(cast.dina.actor, child.pk) == child
    for who in ("dana", "omar"):
        with pytest.raises(ReportDecision.DoesNotExist):
            decision_for(getattr(cast, who).actor, child.pk)
