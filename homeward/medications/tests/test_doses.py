"""The hour of doses: one mark a dose, who may write what, and the second signature."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction

from homeward.audit.models import Entry
from homeward.core.refusals import NotAllowed
from homeward.incidents.models import Incident
from homeward.medications import actions, queries
from homeward.medications.actions import doses
from homeward.medications.coming_due import open_due_duties
from homeward.medications.incidents import tell_unsigned_waste
from homeward.medications.models import DoseMark, Medication, WasteWitness
from homeward.medications.tests.conftest import BUPRENORPHINE
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
ELEVEN = NOON - timedelta(hours=1)


def record(cast, film, who="tess", **more):
    given = {"state": "taken", "due_at": NOON, "now": NOON}
    return actions.record_dose(
        actor=getattr(cast, who).actor, medication_id=film.pk, **(given | more)
    )


def test_a_technician_writes_what_was_watched_once_and_it_is_audited(tuesday, film):
    mark = record(tuesday, film)
    assert (mark.state, mark.manner, mark.dose) == ("taken", "watched", "8 mg/2 mg")
    assert (mark.by_id, mark.is_controlled) == (tuesday.tess.pk, True)
    assert Entry.objects.filter(code="medications.dose.recorded").count() == 1
    with pytest.raises(doses.DoseAlreadyRecorded):
        record(tuesday, film, "ruth", state="missed", reason="not here")


@pytest.mark.parametrize(
    "more, refusal",
    [
        ({"due_at": NOON + timedelta(minutes=5)}, doses.DoseNotDue),
        ({"due_at": None}, doses.DoseNotDue),
        ({"due_at": NOON + timedelta(days=2)}, doses.DoseInFuture),
        ({"state": "refused"}, doses.DoseNeedsReason),
        ({"state": "lost"}, doses.DoseStateUnknown),
    ],
)
def test_what_is_no_dose_is_refused(tuesday, film, more, refusal):
    with pytest.raises(refusal):
        record(tuesday, film, **more)
    assert not DoseMark.objects.unscoped("test").exists()


def test_giving_holding_and_wasting_are_not_a_technicians(tuesday, film):
    for more in (
        {"manner": "given"}, {"state": "held", "reason": "sleepy"},
        {"state": "wasted", "reason": "fell"},
    ):  # fmt: skip
        with pytest.raises(NotAllowed):
            record(tuesday, film, **more)
    with pytest.raises(NotAllowed):
        record(tuesday, film, "dana")  # a counselor reads the record and watches nobody


def test_another_site_finds_nothing(tuesday, film):
    film_elsewhere = actions.record_medicine(
        actor=queries.SERVICE, client_id=tuesday.pat.pk, line=BUPRENORPHINE,
        now=NOON - timedelta(days=1),
    )  # fmt: skip
    with pytest.raises(Medication.DoesNotExist):
        record(tuesday, film_elsewhere)
    assert [row.pk for row in queries.watched_here(tuesday.tess.actor)] == [film.pk]


def test_a_held_medicine_is_not_taken_until_it_is_taken_up(tuesday, film):
    actions.hold_medicine(
        actor=tuesday.ruth.actor, medication_id=film.pk, reason="sedated", now=NOON
    )
    with pytest.raises(doses.DoseIsHeld):
        record(tuesday, film)
    assert record(tuesday, film, "ruth", state="held", reason="sedated").state == "held"
    actions.resume_medicine(actor=tuesday.ruth.actor, medication_id=film.pk, now=NOON)
    assert record(tuesday, film, due_at=ELEVEN).state == "taken"


def test_a_wasted_controlled_dose_waits_for_somebody_elses_signature(tuesday, film):
    mark = record(tuesday, film, "ruth", state="wasted", reason="fell on the floor")
    duty = CareTask.objects.unscoped("test").get(kind="waste_signature")
    assert queries.unwitnessed(tuesday.tess.actor, NOON.date())[0].pk == mark.pk
    with pytest.raises(doses.SecondSignatureIsSomebodyElses):
        actions.witness_waste(actor=tuesday.ruth.actor, dose_id=mark.pk, now=NOON)
    with pytest.raises(DatabaseError), transaction.atomic():  # nor past the action
        WasteWitness.objects.create(
            client_id=mark.client_id, site_id=mark.site_id, mark=mark, at=NOON,
            by_id=tuesday.ruth.pk,
        )  # fmt: skip
    assert tell_unsigned_waste(now=NOON + timedelta(minutes=59)) == 0
    for _morning in range(2):
        assert tell_unsigned_waste(now=NOON + timedelta(hours=20)) == 1
    assert Incident.objects.unscoped("test").get().kind == "medication_error"
    actions.witness_waste(actor=tuesday.tess.actor, dose_id=mark.pk, now=NOON)
    assert tell_unsigned_waste(now=NOON + timedelta(hours=21)) == 0
    duty.refresh_from_db()
    assert (duty.disposition, duty.closed_by_id) == ("signed", tuesday.tess.pk)
    assert queries.unwitnessed(tuesday.tess.actor, NOON.date()) == []


def test_a_correction_stands_beside_and_nothing_is_ever_changed(tuesday, film):
    mark = record(tuesday, film)
    with pytest.raises(NotAllowed):
        actions.correct_dose(
            actor=tuesday.tess.actor, dose_id=mark.pk, state="missed", reason="wrong", now=NOON
        )
    right = actions.correct_dose(
        actor=tuesday.ruth.actor, dose_id=mark.pk, state="missed", reason="wrong person", now=NOON
    )
    error = Incident.objects.unscoped("test").get()
    assert (error.kind, error.opened_by_id) == ("medication_error", tuesday.ruth.pk)
    assert error.what == "A dose was written down as taken; it was missed."
    marks = queries.marks_of_days(tuesday.tess.actor, [film.pk], NOON.date(), NOON.date())
    assert len(marks) == 2
    assert [each.pk for each in queries.effective(marks)] == [right.pk]
    with pytest.raises(doses.DoseAlreadyRecorded):
        actions.correct_dose(
            actor=tuesday.ruth.actor, dose_id=mark.pk, state="taken", reason="again", now=NOON
        )
    for statement in (
        "UPDATE medications_dosemark SET state = 'refused'", "DELETE FROM medications_dosemark",
    ):  # fmt: skip
        with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)


def test_days_at_home_have_no_dose_here_and_what_came_back_is_counted(tuesday, film):
    today = NOON.date()
    actions.give_take_home(
        actor=tuesday.ruth.actor, medication_id=film.pk, first_day=today,
        last_day=today + timedelta(days=1), doses=2, has_lock_box=True, now=NOON,
    )  # fmt: skip
    with pytest.raises(doses.DoseNotDue):
        record(tuesday, film)
    home = actions.count_take_home(
        actor=tuesday.ruth.actor, medication_id=film.pk, doses=1, now=NOON
    )
    assert home.back_doses == 1
    with pytest.raises(DatabaseError), transaction.atomic():
        home.change(back_doses=2)


def test_an_injection_is_given_by_a_nurse_and_ends_its_duty(tuesday):
    line = replace(
        BUPRENORPHINE, kind="buprenorphine_injection", route="subcutaneous", dose_times=(),
        injection_days=28, is_observed=False,
    )  # fmt: skip
    row = actions.record_medicine(
        actor=tuesday.ruth.actor, client_id=tuesday.jo.pk, line=line, now=NOON,
        started_on=NOON.date() - timedelta(days=30),
    )  # fmt: skip
    assert open_due_duties(now=NOON) == 3  # the injection, and monitoring for both who are in care
    assert open_due_duties(now=NOON + timedelta(minutes=1)) == 0
    with pytest.raises(NotAllowed):
        record(tuesday, row, manner="given", due_at=None)
    record(tuesday, row, "ruth", manner="given", due_at=None, lot="K7", place="left arm")
    assert CareTask.objects.unscoped("test").get(kind="injection_due").disposition == "given"
