"""The pages of incidents: written by anybody on staff, read by few, clocks in To do, no names."""

import re
from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.desk.conftest import Visitor
from homeward.incidents.models import FollowUp, Incident
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
NEW, LIST, TREND = (
    reverse(name) for name in ("desk:incident_new", "desk:incidents", "desk:incident_trend")
)
SAID = {
    "kind": "injury", "severity": "3", "occurred_at": "2026-11-24T11:00", "place": "Stairs",
    "what": "C1 fell on the stairs.", "immediate_action": "First aid.",
}  # fmt: skip


def words_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def turn(person, name, row, data):
    return person.send(reverse(f"desk:incident_{name}", args=[row.pk]), data)


def test_written_by_a_technician_read_by_few_and_closed(visit, tuesday):
    tess, sam, fay = visit("tess"), visit("sam"), visit("fay")
    refused = tess.send(NEW, SAID | {"place": "", "what": "fell"})
    assert refused.status_code == 422 and "First aid." in words_of(refused)
    named = tess.send(NEW, SAID | {"client_id": str(tuesday.jo.pk), "what": "Avery fell hard"})
    assert named.status_code == 422 and "A name stands under “What happened”" in words_of(named)
    answer = tess.send(NEW, SAID | {"client_id": str(tuesday.jo.pk)})
    row = Incident.objects.unscoped("test").get()
    assert answer.url == reverse("desk:incident_report", args=[row.pk])
    page = words_of(tess.get(answer.url))
    assert "<strong>C1</strong>" in page and "Avery" not in page
    todo = words_of(tess.get(reverse("desk:tasks")))
    assert row.number in todo and "Report inside · due" in todo
    assert "Report to the state" not in todo
    happened = words_of(tess.get(reverse("desk:crisis")))  # one press from every page
    assert "Something happened" in happened and f'href="{NEW}?site=main"' in happened
    listed = words_of(sam.get(LIST))
    assert f'href="{NEW}"' in listed and reverse("desk:crisis") in listed
    assert tess.get(LIST).status_code == 403 and fay.get(answer.url).status_code == 404
    assert tess.send(answer.url, {"hand_in": "1"}).status_code == 302
    assert tess.get(answer.url).status_code == 404
    one = reverse("desk:incident", args=[row.pk])
    page = words_of(sam.get(one))
    assert "Jo Avery, HW-00001" in page and "Report to the state" in page
    sheet = words_of(sam.get(reverse("desk:incident_sheet", args=[row.pk])))
    assert "Avery" not in sheet and "HW-00001" not in sheet and "Tess" not in sheet
    assert "C1 fell on the stairs." in sheet
    told = {"whom": "state", "how": "form", "told_at": "2026-11-24T11:30", "reference": "IL-7"}
    assert turn(sam, "told", row, told | {"reference": ""}).status_code == 422
    assert turn(sam, "told", row, told).status_code == 302
    follow = {"what": "Tape on the step", "owner_id": str(tuesday.tess.pk), "due_on": "2026-11-25"}
    assert turn(sam, "follow_up_new", row, follow).status_code == 302
    assert turn(sam, "end", row, {}).status_code == 422
    step = FollowUp.objects.unscoped("test").get()
    assert "Tape on the step" in words_of(tess.get(reverse("desk:tasks")))
    done = reverse("desk:incident_follow_up", args=[step.pk])
    assert fay.get(done).status_code == 404
    assert tess.send(done, {"result": "Taped for Jo Avery."}).status_code == 302
    # Who does the work guesses no names by what became of them; who handles incidents reads it.
    mine = words_of(tess.get(done))
    assert "Taped" not in mine and "<p>Done</p>" in mine
    for page in (done, one):
        assert "Taped for C1." in words_of(sam.get(page))
    assert turn(sam, "severity", row, {"severity": "2", "why": "a bruise"}).status_code == 302
    assert turn(sam, "cause", row, {"cause": "environment"}).status_code == 302
    assert turn(sam, "end", row, {}).status_code == 302
    assert "Open it again" in words_of(sam.get(one))
    for who in ("omar", "jo", "kim"):
        assert Visitor(getattr(tuesday, who)).get(one).status_code in (302, 403, 404)


def test_a_name_is_pointed_at_and_a_breach_has_its_clocks(visit, tuesday):
    """The page says where a name stands before its person is added; a breach is counted."""
    tess, sam = visit("tess"), visit("sam")
    breach = SAID | {"kind": "privacy_breach", "what": "A letter to Avery went astray."}
    tess.send(NEW, breach)
    row = Incident.objects.unscoped("test").get()
    person = {"kind": "client", "part": "affected", "client_id": str(tuesday.jo.pk), "words": ""}
    refused = turn(tess, "person", row, person)
    assert refused.status_code == 422 and "under “What happened”" in words_of(refused)
    report = reverse("desk:incident_report", args=[row.pk])
    mended = {"place": "Stairs", "what": "A letter to C1 went astray.", "immediate_action": "aid"}
    assert tess.send(report, mended).status_code == 302
    assert turn(tess, "person", row, person).status_code == 302
    page = words_of(sam.get(reverse("desk:incident", args=[row.pk])))
    assert "The people concerned are told" in page and "not counted yet" in page
    assert "went astray" in page and "letter to Avery" not in page  # nor in its history
    assert turn(sam, "breach", row, {"people": "", "in_one_state": ""}).status_code == 422
    assert turn(sam, "breach", row, {"people": "3", "in_one_state": "3"}).status_code == 302
    page = words_of(sam.get(reverse("desk:incident", args=[row.pk])))
    assert "by Mon 1 Mar" in page and "People concerned" in page
    assert tess.get(reverse("desk:incident_breach", args=[row.pk])).status_code == 403


def test_a_late_report_is_on_every_page_of_who_handles_it(visit, tuesday):
    visit("tess").send(NEW, SAID)
    row = Incident.objects.unscoped("test").get()
    sam, dana = visit("sam"), visit("dana")
    strip = reverse("desk:paged")
    assert row.number not in words_of(sam.get(strip))
    clock.shift_to(NOON + timedelta(hours=9))
    for person, is_told in ((sam, True), (dana, False)):
        person.browser.force_login((tuesday.sam if is_told else tuesday.dana).account)
        assert (row.number in words_of(person.get(strip))) == is_told
    trend = words_of(sam.get(TREND))
    assert "Injury" in trend and "1 of 1 open incidents have a late clock" in trend
