"""The gate questions over the wire: the live part, the hold, its release, the nurse's way."""

import re
from typing import Any

import pytest
from django.urls import reverse

from homeward.admissions import actions
from homeward.admissions.carrying import facts_of_gates
from homeward.admissions.models import Hold, MedicalScreening
from homeward.admissions.tests import walking
from homeward.admissions.tests.test_holds import physician, rows
from homeward.assessments.library import edition
from homeward.assessments.rules.filling import ASKED_AFRESH
from homeward.assessments.tests import interview
from homeward.core import clock
from homeward.desk.admissions.forms.gates import GatesForm
from homeward.desk.admissions.tests.browsing import send, signed_in
from homeward.people.models import TeamMembership
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, Cast

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


class TestTheGates:
    def arrive(self, cast: Cast) -> tuple[Any, Any]:
        inquiry = walking.call(cast)
        return inquiry, walking.open_record(cast, inquiry)

    def test_say_what_they_would_do_and_then_do_it(self, cast: Cast) -> None:
        """The live part first, then the hold with its card, then the release by a physician."""
        doctor = physician(cast)
        inquiry, client = self.arrive(cast)
        ada = signed_in(cast.ada)
        told = {"daily_benzodiazepine": "yes", "intoxicated": "no", "pulse": "80"}
        live = ada.post(reverse("desk:admissions_gates_live", args=[inquiry.pk]), told)
        assert "Medical evaluation today" in live.content.decode()
        assert not rows(Hold).exists()
        sent = send(ada, "desk:admissions_gates", [inquiry.pk], told)
        assert sent.headers["Location"] == reverse("desk:admissions_case", args=[inquiry.pk])
        hold = rows(Hold, client=client).get()
        page = ada.get(sent.headers["Location"]).content.decode()
        assert "Alcohol or sedative withdrawal" in page
        assert "CIWA-Ar cut-points: ASAM 2020" in page
        assert reverse("desk:admissions_release", args=[hold.pk]) not in page
        assert ada.get(reverse("desk:admissions_release", args=[hold.pk])).status_code == 403

        physician_page = signed_in(doctor)
        short = send(
            physician_page, "desk:admissions_release", [hold.pk],
            {"ending": "cleared_by_evaluation", "evidence": "ok"},
        )  # fmt: skip
        assert short.status_code == 422
        assert "must be written" in short.content.decode()
        done = send(
            physician_page, "desk:admissions_release", [hold.pk],
            {"ending": "cleared_by_evaluation", "evidence": "Examined, tapering with own doctor."},
        )  # fmt: skip
        assert done.status_code == 302
        assert physician_page.get(done.headers["Location"]).status_code == 200
        hold.refresh_from_db()
        assert hold.released_by_id == doctor.pk

    def test_are_asked_by_a_nurse_through_the_client(self, cast: Cast) -> None:
        """Ruth reaches no inquiry; once she is on the team she asks by the client."""
        _inquiry, client = self.arrive(cast)
        ruth, url = signed_in(cast.ruth), reverse("desk:nursing_gates", args=[client.pk])
        assert ruth.get(url).status_code == 404
        TeamMembership.objects.create(
            client=client, site=cast.site, worker=cast.ruth.row, role="nurse", starts_at=NOON
        )
        sent = send(ruth, "desk:nursing_gates", [client.pk], {"pulse": "130"})
        assert sent.status_code == 302
        assert rows(Hold, client=client).get().kind == "medical_red_flag"

    def test_ask_afresh_and_keep_drafts(self, cast: Cast) -> None:
        """Earlier answers are named with their day and never filled in; a draft is."""
        inquiry, _client = self.arrive(cast)
        ada, where = signed_in(cast.ada), [inquiry.pk]
        send(ada, "desk:admissions_gates", where, {"pulse": "83"})
        page = ada.get(reverse("desk:admissions_gates", args=where)).content.decode()
        assert "Asked before on" in page
        assert 'value="83"' not in page
        ada.post(reverse("desk:admissions_gates_draft", args=where), {"pulse": "84"})
        assert (
            'value="84"' in ada.get(reverse("desk:admissions_gates", args=where)).content.decode()
        )

    def test_name_the_field_they_cannot_read(self, cast: Cast) -> None:
        """422, the words beside the field, what was typed kept."""
        inquiry, _client = self.arrive(cast)
        answer = send(
            signed_in(cast.ada), "desk:admissions_gates", [inquiry.pk],
            {"pulse": "900", "note": "looks well"},
        )  # fmt: skip
        assert answer.status_code == 422
        assert "between 20 and 250" in answer.content.decode()
        assert "looks well" in answer.content.decode()

    def test_record_capacity_and_the_interim_plan(self, cast: Cast) -> None:
        """Both are named, dated rows; the case page says how they stand."""
        inquiry, client = self.arrive(cast)
        ada = signed_in(cast.ada)
        short = send(
            ada, "desk:capacity_to_sign", [client.pk], {"has_capacity": "no", "seen": "drunk"}
        )
        assert short.status_code == 422
        send(
            ada, "desk:capacity_to_sign", [client.pk],
            {"has_capacity": "no", "seen": "Slurred speech, falls asleep."},
        )  # fmt: skip
        send(
            ada, "desk:admissions_interim_plan", [inquiry.pk],
            {"first_services": "Evening groups from tomorrow on."},
        )  # fmt: skip
        page = ada.get(reverse("desk:admissions_case", args=[inquiry.pk])).content.decode()
        assert "signs later" in page
        assert "Evening groups from tomorrow on." in page


def test_a_nurse_finds_the_hold_by_her_task(cast: Cast) -> None:
    """The duty leads to the hold and to the medical questions; both open for her."""
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    actions.screen_medically(actor=cast.ada.actor, inquiry_id=inquiry.pk, pulse=130, now=NOON)
    hold, ruth = rows(Hold, client=client).get(), signed_in(cast.ruth)
    task = rows(CareTask, kind="medical_hold").get()
    page = ruth.get(reverse("desk:task", args=[task.pk])).content.decode()
    for url in (
        reverse("desk:admissions_release", args=[hold.pk]),
        reverse("desk:nursing_gates", args=[client.pk]),
    ):
        assert url in page
        assert ruth.get(url).status_code == 200
    send(ruth, "desk:nursing_gates", [client.pk], {"pulse": "82"})
    done = send(
        ruth, "desk:admissions_release", [hold.pk],
        {"ending": "cleared_by_evaluation", "evidence": "Pulse 82 after rest, no symptoms."},
    )  # fmt: skip
    assert done.status_code == 302
    task.refresh_from_db()
    assert task.disposition == "hold_released"


def test_every_lasting_fact_the_gates_ask_for_is_carried() -> None:
    """A gate question that the interview asks too, and that is not of the seven, must arrive."""
    asked = edition().questions
    lasting = {fact for fact in GatesForm.asks.values() if fact in asked} - set(ASKED_AFRESH)
    row = MedicalScreening(
        at=clock.now(), seizure_or_delirium_history=False, daily_benzodiazepine=True
    )
    assert lasting and lasting <= {each.fact for each in facts_of_gates(row)}


def test_the_interview_opens_with_what_the_gates_asked(cast: Cast) -> None:
    """Daily pills stand chosen with where they were told; pregnancy is asked today."""
    inquiry = walking.call(cast)
    client = walking.open_record(cast, inquiry)
    walking.screen(cast, client)
    walking.give_appointment(cast, inquiry)
    send(
        signed_in(cast.ada), "desk:admissions_gates", [inquiry.pk],
        {"daily_benzodiazepine": "yes", "pregnant": "no", "confusion_or_seizure_now": "no"},
    )  # fmt: skip
    page = reverse("desk:assessment_page", args=[interview.begin(cast, client).pk, "medical"])
    body = signed_in(cast.dana).get(page).content.decode()
    chosen = body.split('name="medical__benzodiazepine_daily" value="yes"')[1].split(">")[0]
    assert "checked" in chosen
    assert "From screening" in body
    assert not re.search(r'name="pregnancy"[^>]*checked', body)
