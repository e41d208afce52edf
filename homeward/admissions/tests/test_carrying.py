"""What the call told is not asked again, and a signed assessment is the kept interview."""

import pytest

from homeward.admissions.models import AssessmentVisit
from homeward.admissions.tests import walking
from homeward.assessments.library import edition
from homeward.assessments.rules.filling import filling_of
from homeward.assessments.tests import interview
from homeward.assessments.told import told_before
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
