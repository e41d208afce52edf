"""Every page of the room: one press to begin, steps, plan, note, reporting; and the outsider."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.core import clock
from homeward.desk.conftest import KEYS, Visitor
from homeward.incidents.models import Incident
from homeward.safety import actions
from homeward.safety.models import CrisisNote, CrisisRun, SafetyPlan
from homeward.safety.parts import content_hash
from homeward.safety.rules.plan import Line
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON, PASSWORD
from homeward.timetable.roster import DutyShift

pytestmark = pytest.mark.django_db
START = reverse("desk:crisis")
PLAN = {
    "signs": "I stop answering", "alone": "Walk to the river", "people": "Sam 555-0142",
    "safer": "Sam keeps my pills",
}  # fmt: skip


def words_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def press(person, run, answer):
    """Press one answer of the step that is shown."""
    url = reverse("desk:crisis_run", args=[run.pk])
    page = person.browser.get(url).content.decode()
    step = re.search(r'name="step" value="(\w+)"', page).group(1)
    return person.browser.post(url, dict(KEYS.findall(page)) | {"step": step, "answer": answer})


def test_one_press_begins_from_every_page_and_a_colleague_goes_on(visit, tuesday):
    """Scripts are off here: every step is a plain form."""
    DutyShift.objects.create(
        site=tuesday.site, worker=tuesday.ruth.row, on=NOON.date(),
        starts_at=NOON - timedelta(hours=2), ends_at=NOON + timedelta(hours=2),
    )  # fmt: skip
    tess, ruth = visit("tess"), visit("ruth")
    assert f'href="{START}"' in words_of(tess.get(reverse("desk:tasks")))
    page = words_of(tess.get(f"{START}?client={tuesday.jo.pk}&path=overdose"))
    assert "About Jo A." in page and page.index("Overdose") < page.index("Suicide risk")
    sent = {"code": "overdose", "client": str(tuesday.jo.pk), "site": "main"}
    assert tess.send(START, sent).status_code == 302
    run = CrisisRun.objects.unscoped("test").get()
    page = words_of(tess.get(reverse("desk:crisis_run", args=[run.pk])))
    assert "Try to wake them" in page and "step 1" in page
    press(tess, run, "no_answer")
    page = words_of(tess.get(reverse("desk:crisis_run", args=[run.pk])))
    assert 'href="tel:911"' in page and "Ruth Abara" in page
    strip = words_of(ruth.get(reverse("desk:paged")))
    assert "Crisis now: Overdose" in strip and "Jo" not in strip
    for answer in ("called", "given", "breathing_for"):
        press(ruth, run, answer)
    page = words_of(ruth.get(reverse("desk:crisis_run", args=[run.pk])))
    assert "from 12:02, by 12:03" in page and "data-due=" in page
    stale = dict(KEYS.findall(page)) | {"step": "wake", "answer": "drowsy"}
    assert tess.browser.post(reverse("desk:crisis_run", args=[run.pk]), stale).status_code == 302
    for answer in ("given", "breathes", "on_side", "taken"):
        press(ruth, run, answer)
    over = words_of(ruth.get(reverse("desk:crisis_run", args=[run.pk])))
    number = Incident.objects.unscoped("test").get().number
    assert f"Incident {number} was opened by itself" in over and "naloxone kits" in over
    stay = reverse("desk:stop", args=[tuesday.jo.pk]) + "?kind=hospital"
    assert over.index(stay) < over.index("naloxone kits")
    assert "Crisis now" not in words_of(tess.get(reverse("desk:paged")))
    assert Visitor(tuesday.omar).get(reverse("desk:crisis_run", args=[run.pk])).status_code == 404


def test_a_danger_duty_leads_to_the_steps_and_calling_off_opens_nothing(visit, tuesday):
    dana = visit("dana")
    task = CareTask.objects.create(
        client=tuesday.jo.row, site=tuesday.site, kind="safety", urgency="now",
        owner=tuesday.dana.row, opened_at=NOON, due_at=NOON, origin="t",
    )  # fmt: skip
    page = words_of(dana.get(reverse("desk:task", args=[task.pk])))
    assert f"{START}?client={tuesday.jo.pk}&amp;path=suicide_risk" in page
    dana.send(START, {"code": "suicide_risk", "site": "main"})
    run = CrisisRun.objects.unscoped("test").get()
    url = reverse("desk:crisis_run", args=[run.pk])
    assert dana.send(url, {"off": "false_alarm"}).status_code == 302
    assert "Nobody was in danger" in words_of(dana.get(url))
    assert not Incident.objects.unscoped("test").exists()
    assert dana.send(START, {"code": "flood", "site": "main"}).status_code == 422
    who = reverse("desk:crisis_who", args=[run.pk])
    answer = dana.send(who, {"client_id": "", "words": ""})
    assert answer.status_code == 422 and "Choose the client" in words_of(answer)


def test_a_plan_from_the_first_line_to_the_paper(visit, tuesday):
    dana = visit("dana")
    tab = reverse("desk:chart_safety", args=[tuesday.jo.pk])
    assert "No plan yet" in words_of(dana.get(tab))
    dana.send(reverse("desk:safety_plan_start", args=[tuesday.jo.pk]), seen_at=tab)
    plan = SafetyPlan.objects.unscoped("test").get()
    write = reverse("desk:safety_plan_write", args=[plan.pk])
    answer = dana.send(write, {"signs": "x" * 161})
    assert answer.status_code == 422 and "x" * 161 in words_of(answer)
    assert dana.send(write, {**PLAN, "agree": "1"}).url == reverse(
        "desk:safety_plan_agree", args=[plan.pk]
    )
    agree = reverse("desk:safety_plan_agree", args=[plan.pk])
    page = words_of(dana.get(agree))
    digest = re.search(r'name="read_hash" value="(\w+)"', page).group(1)
    wrong = dana.send(agree, {"signer_name": "Pat", "read_hash": digest})
    assert wrong.status_code == 422 and "own name" in words_of(wrong)
    dana.send(agree, {"signer_name": "Jo Avery", "read_hash": digest})
    paper = words_of(dana.get(reverse("desk:safety_plan", args=[plan.pk])))
    assert 'href="tel:5550142"' in paper and "988" in paper
    assert "Next by" in words_of(dana.get(tab))
    dana.send(reverse("desk:safety_plan_looked_at", args=[tuesday.jo.pk]), seen_at=tab)
    assert "gone through with" in words_of(dana.get(tab))
    assert visit("fay").get(tab).status_code in (403, 404)
    assert Visitor(tuesday.omar).get(tab).status_code == 404


def test_the_note_is_signed_without_the_name_of_another(visit, tuesday):
    dana = visit("dana")
    dana.send(START, {"code": "leaving_impaired", "site": "main", "client": str(tuesday.jo.pk)})
    run = CrisisRun.objects.unscoped("test").get()
    for answer in ("going", "no_car", "fetched"):
        press(dana, run, answer)
    note = CrisisNote.objects.unscoped("test").get()
    url = reverse("desk:crisis_note", args=[note.pk])
    assert "Was fetched by somebody they chose." in words_of(dana.get(url))
    empty = dana.send(url, {"body": " ", "sign": "1"})
    assert empty.status_code == 422
    dana.known_since(tuesday.dana, 0)
    assert dana.send(url, {"body": "Left with a friend."}).status_code == 302, "only kept"
    asked = dana.send(url, {"body": "Left with her friend.", "sign": "1"})
    assert asked.status_code == 422 and "Left with her friend." in words_of(asked)
    said = {"body": "Left with a friend.", "sign": "1", "password": PASSWORD}
    assert dana.send(url, said).status_code == 302
    assert "Dana Reyes" in words_of(dana.get(url)) and "Sign and lock" not in words_of(
        dana.get(url)
    )


def test_what_may_be_reported_says_why_and_leads_on(visit, tuesday):
    tess, dana = visit("tess"), visit("dana")
    aid = reverse("desk:report_aid")
    assert dana.send(aid, {}).status_code == 422
    sent = {"matter": "impaired_driving", "can_stay_unnamed": "yes", "site": "main"}
    page = words_of(tess.browser.get(tess.send(aid, sent).url))
    assert "name nobody as a client" in page and "42 CFR 2.12(c), 2.20" in page
    sent = {"matter": "child_first", "client": str(tuesday.jo.pk), "site": "main"}
    address = dana.send(f"{aid}?client={tuesday.jo.pk}", sent).url
    page = words_of(dana.get(address))
    assert reverse("desk:disclosure_new", args=[tuesday.jo.pk]) in page
    assert tess.get(address).status_code == 404 and visit("dina").get(address).status_code == 200


def test_pages_do_not_grow(visit, tuesday):
    """Queries stay as many with one as with several."""
    dana = visit("dana")
    for number in range(3):
        actions.start_crisis(
            actor=tuesday.dana.actor, code="violence", site_id=tuesday.site.pk,
            now=clock.now() - timedelta(minutes=5 * number),
        )  # fmt: skip
        plan = actions.start_plan(actor=tuesday.dana.actor, client_id=tuesday.jo.pk, now=NOON)
        parts = {code: [Line(words)] for code, words in PLAN.items()}
        actions.save_plan(actor=tuesday.dana.actor, plan_id=plan.pk, parts=parts, now=NOON)
        actions.agree_to_plan(
            actor=tuesday.jo.actor, plan_id=plan.pk, signer_name="Jo Avery", now=NOON,
            read_hash=content_hash(parts),
        )  # fmt: skip
        if number == 0:
            few = _counts(dana, tuesday)
    assert _counts(dana, tuesday) == few


def _counts(person, cast):
    found = []
    for url in (START, reverse("desk:chart_safety", args=[cast.jo.pk])):
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert person.get(url).status_code == 200
        found.append(len(asked))
    return found


@pytest.mark.parametrize(
    ("matter", "asked", "tags"),
    [
        ("threat_outside", {}, ["find out"] * 4),
        ("impaired_driving", {"can_stay_unnamed": "yes", "has_order": "no"},
         ["find out", "find out", "not open", "open"]),
        ("adult_abuse", {"is_emergency": "yes"}, ["find out", "open", "find out", "find out"]),
        ("child_first", {}, []),
        ("crime_here", {}, []),
    ],
)  # fmt: skip
def test_without_an_exception_four_ways_are_offered(visit, tuesday, matter, asked, tags):
    """Consent, medical emergency, court order, or a report that names nobody; each says so."""
    dana = visit("dana")
    sent = {"matter": matter, "site": "main"} | asked
    page = dana.get(dana.send(reverse("desk:report_aid"), sent).url).content.decode()
    ways = page.partition('id="ways"')[2].partition("</section")[0].partition("Rule set")[0]
    said = re.findall(r">\s*(find out|not open|open)\s*<", ways.partition("Why")[0])
    assert said == tags
    for words in ("consent to exactly this", "tell those who treat", "a subpoena alone never",
                  "nobody can tell that anybody is a client"):  # fmt: skip
        assert (words in ways) is bool(tags)
