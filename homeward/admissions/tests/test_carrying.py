"""What the call told is not asked again, and a signed assessment is the kept interview."""

from datetime import timedelta
from importlib import import_module
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.loader import MigrationLoader

from homeward.admissions import actions
from homeward.admissions.carrying import facts_of_gates
from homeward.admissions.models import AssessmentVisit, MedicalScreening
from homeward.admissions.tests import walking
from homeward.assessments.library import edition
from homeward.assessments.models import Answer
from homeward.assessments.rules.filling import filling_of
from homeward.assessments.tests import interview
from homeward.assessments.told import opened, told_before
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db


def test_opening_the_record_hands_on_what_the_call_told(cast: Cast) -> None:
    """Substances fill the interview; pregnancy and the last use stand beside."""
    client = walking.open_record(cast, walking.call(cast))
    told = told_before(cast.ada.actor, client)
    asked = edition().questions
    substances = filling_of(asked["use.substances"], told)
    assert substances.value == [{"substance": "alcohol"}]
    assert filling_of(asked["use.injects"], told).value == "no"
    for code in ("pregnancy", "use.last", "risk.suicide", "withdrawal", "contact.safe"):
        filling = filling_of(asked[code], told)
        assert filling.value is None and filling.beside, code


def test_what_the_gates_asked_fills_the_interview_with_its_origin(cast: Cast) -> None:
    """A history and daily pills arrive; signs of the hour stand beside with their day."""
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    now = clock.now()
    row = actions.screen_medically(
        actor=cast.ada.actor, inquiry_id=inquiry.pk, now=now, pregnant=True, intoxicated=False,
        seizure_or_delirium_history=True, daily_benzodiazepine=False,
        confusion_or_seizure_now=False, last_drink_at=now - timedelta(hours=30),
    )  # fmt: skip
    told, asked = told_before(cast.ada.actor, client), edition().questions
    for code, value in (
        ("use.withdrawal_history", ["seizure_or_delirium"]),
        ("medical.benzodiazepine_daily", "no"),
    ):
        filling = filling_of(asked[code], told)
        assert filling.value == value and filling.origin is not None, code
        assert (filling.origin.origin, filling.origin.ref) == ("screening", str(row.pk))
    for code in ("pregnancy", "use.last", "withdrawal"):
        filling = filling_of(asked[code], told)
        assert filling.value is None, code
        assert str(row.pk) in {each.ref for each in filling.beside}, code


def test_what_nobody_asked_at_the_gates_is_not_carried() -> None:
    """Not asked is not no."""
    assert facts_of_gates(MedicalScreening(at=clock.now())) == []


class TestShortInterviews:
    def carry(self) -> list[Any]:
        module = import_module("homeward.admissions.migrations.0005_carry_short_interviews")
        loader = MigrationLoader(connection)
        at = ("admissions", "0005_carry_short_interviews")
        module.carry(loader.project_state([at, ("assessments", "0002_walls")]).apps, None)
        rows = Answer.objects.for_actor(Actor.of_service("test"), Purpose.TREATMENT)
        return list(rows.filter(question="summary.words"))

    def kept(self, cast: Cast) -> Any:
        inquiry = walking.call(cast)
        walking.screen(cast, walking.open_record(cast, inquiry))
        visit = walking.give_appointment(cast, inquiry)
        visit.change(state="kept", ended_at=clock.now(), summary="34, lives with her sister.")
        return visit

    def test_are_handed_on_once(self, cast: Cast) -> None:
        """The words of an old short interview arrive in the full one, with their day."""
        visit = self.kept(cast)
        assert [opened(each.value)[0] for each in self.carry()] == ["34, lives with her sister."]
        assert len(self.carry()) == 1
        filling = filling_of(
            edition().questions["summary.words"], told_before(cast.dana.actor, visit.client)
        )
        assert filling.value == "34, lives with her sister."

    def test_of_signed_assessments_are_left_alone(self, cast: Cast) -> None:
        """The assessment has its own summary already."""
        inquiry = walking.call(cast)
        client = walking.open_record(cast, inquiry)
        walking.screen(cast, client)
        walking.give_appointment(cast, inquiry)
        interview.sign(cast, interview.finish(cast, client))
        before = [each.pk for each in self.carry()]
        assert len(before) == 1
        assert [each.pk for each in self.carry()] == before


def test_a_signed_assessment_keeps_the_planned_interview(cast: Cast) -> None:
    """State, code, count and summary; the inquiry is assessed."""
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    walking.screen(cast, client)
    visit = walking.give_appointment(cast, inquiry)
    interview.sign(cast, interview.finish(cast, client))
    rows = AssessmentVisit.objects.for_actor(Actor.of_service("test"), Purpose.OPERATIONS)
    kept = rows.get(pk=visit.pk)
    assert (kept.state, kept.diagnosis, kept.criteria_met) == ("kept", "F10.20", 6)
    assert kept.summary.startswith("Came by herself")
    inquiry.refresh_from_db()
    assert inquiry.state == "assessed"
