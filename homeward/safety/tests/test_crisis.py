"""A crisis gone through: stamps, second presses, colleagues, what opens by itself, outsiders."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, ProgrammingError, connection, transaction

from homeward.accounts.freshness import NotFresh
from homeward.audit.models import Entry
from homeward.core.refusals import NotAllowed
from homeward.incidents.models import Incident, IncidentNotification, IncidentPerson
from homeward.incidents.reaching import incident_for
from homeward.kernel.roles import Role
from homeward.medications.actions import record_use
from homeward.people.models import Client, TeamMembership
from homeward.program.models import RuleNumber
from homeward.safety import actions
from homeward.safety.actions.crisis import (
    AnswerUnknown,
    NobodyNamed,
    OutcomeUnknown,
    PathUnknown,
    SomebodyNamedAlready,
    StepNotReached,
)
from homeward.safety.actions.notes import NoteNamesSomebody, NoteOfAnother
from homeward.safety.editions import settle
from homeward.safety.ending import course_of
from homeward.safety.models import CrisisNote, CrisisRun, CrisisStamp, PathEdition
from homeward.safety.naming import register as look_for_names
from homeward.safety.reaching import run_for
from homeward.safety.rules.reading_path import document_of
from homeward.safety.shipped import shipped
from homeward.tasks.actions import DispositionUnproven, complete_task
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON
from homeward.testing.stage import make_worker

pytestmark = pytest.mark.django_db
WALL = (IntegrityError, ProgrammingError)  # a trigger, or the right to change it that is not given
MINUTE = timedelta(minutes=1)
LONG_AGO_AT = NOON - timedelta(days=20)


def begin(cast, who="dana", code="overdose", **more):
    return actions.start_crisis(
        actor=getattr(cast, who).actor, code=code, site_id=cast.site.pk, now=NOON, **more
    )


def press(cast, run, step, answer, minute, who="dana"):
    return actions.stamp_step(
        actor=getattr(cast, who).actor, run_id=run.pk, step=step, answer=answer,
        now=NOON + minute * MINUTE,
    )  # fmt: skip


def go_through(cast, run):
    """To the hospital, with a colleague who takes over in the middle."""
    press(cast, run, "wake", "no_answer", 1)
    press(cast, run, "call_911", "called", 2)
    press(cast, run, "first_dose", "given", 3)
    press(cast, run, "breathe", "breathing_for", 4, who="tess")
    press(cast, run, "second_dose", "given", 6, who="tess")
    press(cast, run, "go_on", "breathes", 7)
    press(cast, run, "side", "on_side", 7)
    return press(cast, run, "stay", "taken", 12)


def test_it_opens_incident_note_and_call_by_itself(cast):
    """What follows names nobody in the incident, and nobody but the client in the note."""
    run = go_through(cast, begin(cast, client_id=cast.jo.pk, place="Room 2"))
    incident = Incident.objects.unscoped("test").get()
    assert (incident.kind, incident.severity, incident.place) == ("overdose", 3, "Room 2")
    assert incident.occurred_at == NOON and incident.internal_due_at == NOON + 8 * 60 * MINUTE
    assert incident.state_due_at == NOON + 24 * 60 * MINUTE and "naloxone" in (
        incident.immediate_action
    )
    assert "Avery" not in incident.what + incident.immediate_action
    people = IncidentPerson.objects.unscoped("test").order_by("code")
    assert [(row.code, row.client_id) for row in people] == [("C1", cast.jo.pk), ("S1", None)]
    told = IncidentNotification.objects.unscoped("test").get()
    assert (told.whom, told.told_at) == ("emergency", NOON + 2 * MINUTE)
    note = CrisisNote.objects.unscoped("test").get()
    assert (note.author_id, note.client_id) == (cast.dana.pk, cast.jo.pk)
    assert "12:03  A first dose of naloxone was given." in note.body and "Tess" not in note.body
    tasks = {row.kind: row for row in CareTask.objects.unscoped("test")}
    assert {"crisis_call", "crisis_note", "safety_plan_review"} <= set(tasks)
    assert tasks["crisis_call"].due_at == run.ended_at + 60 * MINUTE
    assert tasks["crisis_call"].urgency == "now"
    assert not any(str(incident.pk) in str(row.detail) + row.origin for row in tasks.values())


def test_a_second_press_changes_nothing_and_a_stale_one_says_so(cast):
    run = begin(cast)
    assert begin(cast).pk == run.pk and begin(cast, who="tess").pk != run.pk
    press(cast, run, "wake", "no_answer", 1)
    press(cast, run, "wake", "drowsy", 2, who="tess")  # pressed on a page that was open before
    assert CrisisStamp.objects.unscoped("test").get().answer == "no_answer"
    with pytest.raises(StepNotReached):
        press(cast, run, "side", "on_side", 3)
    with pytest.raises(AnswerUnknown):
        press(cast, run, "call_911", "maybe", 3)
    with pytest.raises(PathUnknown):
        begin(cast, code="flood")
    with pytest.raises(OutcomeUnknown):
        actions.call_off(actor=cast.dana.actor, run_id=run.pk, outcome="hospital", now=NOON)
    for _again in range(2):
        actions.call_off(actor=cast.dana.actor, run_id=run.pk, outcome="false_alarm", now=NOON)
    assert not Incident.objects.unscoped("test").exists()
    assert PathEdition.objects.count() == 1


def test_whom_it_was_about_may_be_said_afterwards_once(cast):
    run = go_through(cast, begin(cast))
    assert not CrisisNote.objects.unscoped("test").exists()
    say = {"actor": cast.dana.actor, "run_id": run.pk, "now": NOON + 20 * MINUTE}
    with pytest.raises(NobodyNamed):
        actions.name_who(**say)
    actions.name_who(**say, client_id=cast.jo.pk)
    assert CrisisNote.objects.unscoped("test").get().client_id == cast.jo.pk
    codes = IncidentPerson.objects.unscoped("test").values_list("code", flat=True)
    assert sorted(codes) == ["C1", "S1"]
    with pytest.raises(SomebodyNamedAlready):
        actions.name_who(**say, client_id=cast.jo.pk)


def test_elsewhere_and_outside_it_does_not_exist(cast):
    """Omar works at the other site; Kim and Jo never come near it, nor does a client of others."""
    run = begin(cast, client_id=cast.jo.pk)
    for who in ("omar", "kim", "jo"):
        with pytest.raises((CrisisRun.DoesNotExist, NotAllowed)):
            press(cast, run, "wake", "no_answer", 1, who=who)
    with pytest.raises(Client.DoesNotExist):
        begin(cast, client_id=cast.pat.pk)
    run = go_through(cast, run)
    incident = Incident.objects.unscoped("test").get()
    for who in ("omar", "ruth", "tess"):
        with pytest.raises(Incident.DoesNotExist):
            incident_for(getattr(cast, who).actor, incident.pk)
    assert incident_for(cast.sam.actor, incident.pk) == incident
    ended = {"run_id": run.pk, "now": NOON + 30 * MINUTE}
    for who in ("ruth", "fay"):  # while it went on they might have helped; now it is not theirs
        with pytest.raises(CrisisRun.DoesNotExist):
            run_for(getattr(cast, who).actor, **ended)
        with pytest.raises(CrisisRun.DoesNotExist):
            actions.name_who(actor=getattr(cast, who).actor, words="somebody", **ended)
    for who in ("dana", "tess", "sam", "dina"):
        assert run_for(getattr(cast, who).actor, **ended) == run
    assert incident_for(cast.dana.actor, incident.pk) == incident  # its writer, until handed in


def test_naloxone_written_down_beside_it_is_the_same_incident(cast):
    """Before the end and after it; alone it opens one of its own."""
    run = begin(cast)
    use = {"actor": cast.tess.actor, "site_id": cast.site.pk, "kits": 1, "place": "Hall"}
    record_use(**use, used_at=NOON, now=NOON + MINUTE, emergency_called_at=NOON)
    go_through(cast, run)
    record_use(**use, used_at=NOON + 6 * MINUTE, now=NOON + 30 * MINUTE, emergency_called_at=NOON)
    incident = Incident.objects.unscoped("test").get()
    assert incident.origin == f"safety.crisis:{run.pk}" and "first dose" in (
        incident.immediate_action
    )
    later = NOON + timedelta(days=1)
    record_use(**use, used_at=later, now=later, not_called_because="the crew was here")
    assert Incident.objects.unscoped("test").count() == 2


def test_the_note_is_signed_by_its_author_and_names_nobody_else(cast):
    go_through(cast, begin(cast, client_id=cast.jo.pk))
    note = CrisisNote.objects.unscoped("test").get()
    task = CareTask.objects.unscoped("test").get(kind="crisis_note")
    with pytest.raises(DispositionUnproven):
        complete_task(actor=cast.dana.actor, task_id=task.pk, disposition="signed", now=NOON)
    by = {"note_id": note.pk, "now": NOON + 60 * MINUTE}
    signing = by | {"authenticated_at": NOON + 55 * MINUTE}
    with pytest.raises(CrisisNote.DoesNotExist):
        actions.save_crisis_note(actor=cast.ruth.actor, body="x", **by)
    cara = make_worker(cast, "cara", "Cara Diaz", Role.COUNSELOR, "LPC", True, ())
    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cara.row, role="counselor", starts_at=LONG_AGO_AT
    )
    with pytest.raises(NoteOfAnother):
        actions.sign_crisis_note(actor=cara.actor, body="x", **signing)
    actions.take_note_over(actor=cara.actor, **by)
    actions.take_note_over(actor=cast.dana.actor, **by)
    seen = []
    look_for_names(lambda client, on, text: tuple(seen) if "Pat" in text else ())
    seen.append("Pat Moreau")
    with pytest.raises(NoteNamesSomebody):
        actions.sign_crisis_note(actor=cast.dana.actor, body="Pat helped.", **signing)
    seen.clear()
    mine = {"actor": cast.dana.actor, "body": "Was helped and is well."}
    with pytest.raises(NotFresh):
        actions.sign_crisis_note(**mine, **signing | {"authenticated_at": NOON + 54 * MINUTE})
    actions.sign_crisis_note(**mine, **signing)
    task.refresh_from_db()
    assert task.disposition == "signed"
    with pytest.raises(WALL), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("UPDATE safety_crisisnote SET path_code = 'x'")


def test_a_programs_own_wording_goes_first_and_an_old_run_keeps_its_words(cast):
    """A new edition counts from its day on; a run that goes on shows the words it began with."""
    run = begin(cast, code="violence")
    own = document_of(shipped()["violence"])
    own["steps"][0]["title"] = "Everybody out"
    settle(cast.program, own, NOON.date(), is_own=True)
    assert course_of(run, NOON).stands.step.title == "Make room"
    newer = begin(cast, who="tess", code="violence")
    assert course_of(newer, NOON).stands.step.title == "Everybody out"
    assert [row.number for row in PathEdition.objects.order_by("number")] == [1, 2]


def test_the_ride_clock_reads_the_programs_number(cast):
    """A run keeps the number of the day it began on."""
    RuleNumber.objects.create(
        program=cast.program, code="intoxicated_safety_minutes", value=25, unit="minutes",
        tag="default", source_title="House rule", starts_on=NOON.date(),
    )  # fmt: skip
    run = begin(cast, code="leaving_impaired")
    press(cast, run, "slow", "going", 1)
    press(cast, run, "driving", "no_car", 2)
    assert course_of(run, NOON + 3 * MINUTE).stands.clock.due_at == NOON + 25 * MINUTE


def test_what_was_stamped_is_never_changed_and_everything_is_audited(cast):
    run = go_through(cast, begin(cast))
    for statement in (
        "UPDATE safety_crisisstamp SET answer = 'x'",
        "DELETE FROM safety_pathedition",
        "UPDATE safety_crisisrun SET outcome = 'x'",
    ):
        with pytest.raises(WALL), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(statement)
    codes = set(Entry.objects.filter(record_ids__contains=[run.pk]).values_list("code", flat=True))
    assert {"safety.crisis.started", "safety.crisis.ended"} <= codes
