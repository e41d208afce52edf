"""The hour by one hand, the medical tab by role, every form, and pages that do not grow."""

import re
from dataclasses import replace
from datetime import time, timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward import audit
from homeward.desk.conftest import KEYS, Visitor
from homeward.desk.medical.matters import MATTERS
from homeward.desk.medical.turns import TURNS
from homeward.drugtests import prescribed
from homeward.kernel.roles import Role
from homeward.medications import actions, queries
from homeward.medications.models import DoseMark, Medication, NaloxoneUse
from homeward.medications.tests.conftest import BUPRENORPHINE
from homeward.people.models import TeamMembership
from homeward.progress.facts import ClientDischarged
from homeward.progress.medicines import reconcile_at_discharge
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON
from homeward.testing.stage import make_worker

pytestmark = pytest.mark.django_db
HOUR = reverse("desk:medical")


@pytest.fixture
def film(tuesday):
    return actions.record_medicine(
        actor=queries.SERVICE, client_id=tuesday.jo.pk, line=BUPRENORPHINE,
        now=NOON - timedelta(days=1),
    )  # fmt: skip


def words_of(answer):
    return answer.content.decode()


def write(cast, matter):
    return reverse("desk:medical_write", args=[cast.jo.pk, matter])


def test_one_tap_writes_a_dose_down_once_and_says_who(visit, film):
    tess = visit("tess")
    page = words_of(tess.get(HOUR))
    assert (
        "1 dose due now" in page
        and "Not written down yet" in page
        and "Jo A." in page
        and "8 mg/2 mg" in page
    )
    assert "giving and holding are a nurse" in page
    url = reverse("desk:dose_taken", args=[film.pk])
    body = dict(KEYS.findall(page)) | {"due": NOON.isoformat()}
    for _click in range(2):
        assert tess.browser.post(url, body).status_code == 302
    assert DoseMark.objects.unscoped("test").count() == 1
    assert "12:00 by Tess Lund" in words_of(tess.get(HOUR))
    again = tess.send(url, {"due": NOON.isoformat()}, seen_at=HOUR)
    assert again.status_code == 422
    assert "Somebody has written this down before" in words_of(again)


def test_of_yesterday_nobody_taps_that_they_watched_it(visit, film):
    """Yesterday's dose stands there too, with the form alone."""
    page = words_of(visit("tess").get(HOUR))
    assert page.count(reverse("desk:dose_taken", args=[film.pk])) == 2, "this morning and now"
    assert page.count("Say what happened") == 1


def test_what_else_became_of_it_needs_a_reason_and_keeps_what_was_typed(visit, film):
    tess = visit("tess")
    url = reverse("desk:dose", args=[film.pk]) + f"?due={NOON.isoformat().replace('+', '%2B')}"
    page = words_of(tess.get(url))
    assert "Declined" in page and "Wasted" not in page and "Held" not in page
    sent = {"state": "refused", "reason": "", "count_after": "7", "due": NOON.isoformat()}
    answer = tess.send(url, sent)
    assert answer.status_code == 422
    assert "Say why, in a few words." in words_of(answer) and 'value="7"' in words_of(answer)
    assert tess.send(url, sent | {"reason": "feels sick"}).status_code == 302
    assert DoseMark.objects.unscoped("test").get().count_after == 7


def test_the_tab_opens_by_role_and_says_plainly_what_is_not_checked(visit, film, tuesday):
    url = reverse("desk:chart_medical", args=[tuesday.jo.pk])
    page = words_of(visit("dana").get(url))
    assert "Interactions are not checked here" in page
    assert "Nobody has asked yet. That does not mean there are none." in page
    assert "Add a medicine" not in page
    assert "Add a medicine" in words_of(visit("ruth").get(url))
    assert visit("omar").get(url).status_code == 404
    closed = words_of(visit("dina").get(url))  # a director gives a reason first
    assert "closed to you" in closed and "Nobody has asked yet" not in closed
    for name in ("tess", "fay", "ada"):
        assert visit(name).get(url).status_code in (403, 404)
    for name in ("dana", "fay"):
        assert visit(name).get(HOUR).status_code == 403


def test_every_form_opens_for_a_nurse_and_for_nobody_else(visit, film, tuesday):
    ruth, dana = visit("ruth"), visit("dana")
    for matter in MATTERS:
        assert ruth.get(write(tuesday, matter)).status_code == 200, matter
    for turn in TURNS:
        url = reverse("desk:medicine_turn", args=[film.pk, turn])
        assert ruth.get(url).status_code == 200, turn
    page = words_of(ruth.get(reverse("desk:medicine", args=[film.pk])))
    assert "Before a start" in page and "These lines hold nothing up" in page
    assert dana.get(write(tuesday, "vitals")).status_code == 403
    assert ruth.get(write(tuesday, "spells")).status_code == 404
    assert ruth.get(reverse("desk:certification", args=[tuesday.jo.pk])).status_code == 403


def test_a_medicine_comes_on_the_list_and_the_field_that_lacks_is_named(visit, tuesday):
    ruth = visit("ruth")
    sent = {
        "kind": "methadone", "name": "Methadone", "dose": "as dosed there", "route": "oral",
        "frequency": "daily", "prescriber": "Dr. Wu", "reason": "opioid use disorder",
    }  # fmt: skip
    answer = ruth.send(write(tuesday, "medicine"), sent)
    assert answer.status_code == 422 and "Write which one dispenses it." in words_of(answer)
    assert 'value="as dosed there"' in words_of(answer)
    answer = ruth.send(write(tuesday, "medicine"), sent | {"dispenser": "Lakeside OTP"})
    assert answer.status_code == 302
    row = Medication.objects.unscoped("test").get()
    assert (row.schedule, row.shows_as) == ("2", ["methadone"])
    assert prescribed.expected_for(tuesday.jo.pk, NOON.date(), None) == {"methadone"}


def test_the_list_is_gone_through_on_one_page(visit, film, tuesday):
    ruth = visit("ruth")
    url = reverse("desk:reconciliation", args=[tuesday.jo.pk])
    assert "Homeward does not check interactions" in words_of(ruth.get(url))
    sent = {"moment": "admission", "action_0": "continue", "last_0": "today", "source_0": "bottle"}
    assert ruth.send(url, sent | {"last_0": ""}).status_code == 422
    assert ruth.send(url, sent).status_code == 302
    tab = words_of(ruth.get(reverse("desk:chart_medical", args=[tuesday.jo.pk])))
    assert "(Admission)" in tab


def test_what_else_is_the_nurses_now_stands_beside_the_doses(visit, tuesday):
    ruth = visit("ruth")
    sent = {"scale": "cows", "ordered_by": "Dr. Paz"}
    assert ruth.send(write(tuesday, "watch"), sent).status_code == 302
    assert "Take the withdrawal score" in words_of(ruth.get(HOUR))
    tab = words_of(ruth.get(reverse("desk:chart_medical", args=[tuesday.jo.pk])))
    assert "Take a reading" in tab and "Opioids: COWS" in tab


def test_a_change_made_meanwhile_is_shown(visit, film, tuesday):
    url = reverse("desk:medicine_turn", args=[film.pk, "change"])
    ruth = visit("ruth")
    keys = dict(KEYS.findall(words_of(ruth.get(url))))
    actions.change_terms(actor=queries.SERVICE, medication_id=film.pk, dose="4 mg", now=NOON)
    assert ruth.browser.post(url, keys | {"dose": "12 mg"}).status_code == 409


def test_a_spoken_order_is_signed_by_who_gave_it(visit, film, tuesday):
    tuesday.people["paz"] = paz = make_worker(
        tuesday, "paz", "Dr. Ines Paz", Role.PHYSICIAN, "MD", True, ()
    )
    TeamMembership.objects.create(
        client=tuesday.jo.row, site=tuesday.site, worker=paz.row, role="physician",
        starts_at=NOON - timedelta(days=20),
    )  # fmt: skip
    order = {
        "kind": "observe", "body": "Watch one film each day", "ordered_by": str(paz.pk),
        "way": "spoken", "was_read_back": "on",
    }  # fmt: skip
    assert visit("ruth").send(write(tuesday, "order"), order).status_code == 302
    tab = reverse("desk:chart_medical", args=[tuesday.jo.pk])
    assert "waits for its signature" in words_of(visit("ruth").get(tab))
    doctor = Visitor(paz)
    url = re.search(r'action="([^"]*/medical/orders/[^"]*)"', words_of(doctor.get(tab)))[1]
    assert doctor.send(url, {}, seen_at=tab).status_code == 302
    page = words_of(doctor.get(reverse("desk:certification", args=[tuesday.jo.pk])))
    assert "at least 9 hours of services" in page
    assert "waits for its signature" not in words_of(doctor.get(tab))


def test_the_houses_naloxone_is_everybodys_and_its_use_asks_for_the_call_first(visit, tuesday):
    fay = visit("fay")
    kits = {"place": "Front desk", "lot": "N42", "expires_on": "2028-01-01", "kits": "4"}
    assert fay.send(reverse("desk:naloxone_stock"), kits).status_code == 302
    page = words_of(fay.get(reverse("desk:naloxone")))
    assert "Front desk · 4 kits" in page and "call 911" in page
    use = {"kits": "1", "place": "Lobby", "used_at": "11:40"}
    answer = fay.send(reverse("desk:naloxone_use"), use)
    assert answer.status_code == 422 and "Call 911 now, before you write" in words_of(answer)
    assert fay.send(reverse("desk:naloxone_use"), use | {"called_at": "11:41"}).status_code == 302
    assert NaloxoneUse.objects.unscoped("test").get().kits == 1
    assert "911 was called" not in words_of(fay.get(reverse("desk:naloxone")))
    assert "911 was called" in words_of(visit("dina").get(reverse("desk:naloxone") + "?site=main"))


def test_leaving_asks_for_the_list_and_death_asks_nobody(tuesday):
    gone = {
        "episode_id": tuesday.episode.pk, "client_id": tuesday.jo.pk,
        "discharge_id": tuesday.episode.pk, "last_contact_on": NOON.date(),
        "actor": tuesday.dana.actor, "at": NOON,
    }  # fmt: skip
    with audit.unit():
        reconcile_at_discharge(ClientDischarged(type="deceased", **gone))
        assert not CareTask.objects.unscoped("test").exists()
        reconcile_at_discharge(ClientDischarged(type="completed", **gone))
    assert CareTask.objects.unscoped("test").get().detail == {"moment": "discharge"}


def test_pages_ask_no_more_for_many_rows_than_for_few(visit, film, tuesday):
    ruth = visit("ruth")
    tab = reverse("desk:chart_medical", args=[tuesday.jo.pk])

    def counted(url):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert ruth.get(url).status_code == 200
        return len(asked)

    ruth.get(HOUR)
    few = counted(HOUR), counted(tab)
    for number in range(8):
        line = replace(BUPRENORPHINE, name=f"Number {number}", dose_times=(time(8 + number),))
        actions.record_medicine(
            actor=queries.SERVICE, client_id=tuesday.jo.pk, line=line, now=NOON - timedelta(days=1)
        )
    assert (counted(HOUR), counted(tab)) == few
    assert few[0] <= 30 and few[1] <= 55
