"""The safety plan on the phone: one press away, easy to read, the client's own."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.core import clock
from homeward.desk.conftest import Visitor
from homeward.kernel.reading_grade import grade_of
from homeward.portal.safety_plan import TITLES
from homeward.safety import actions
from homeward.safety.models import CrisisNote, SafetyPlan
from homeward.safety.parts import content_hash
from homeward.safety.rules.plan import Line
from homeward.tasks.models import CareTask
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
PAGE = reverse("portal:safety_plan")
PARTS = {
    "signs": [Line("I stop answering")], "alone": [Line("Walk to the river")],
    "people": [Line("Sam", "555-0142")], "safer": [Line("Sam keeps my pills")],
}  # fmt: skip


@pytest.fixture
def noon(cast):
    clock.shift_to(NOON)
    yield cast
    clock.shift_to(None)


def words_of(answer):
    return re.sub(r"\s+", " ", answer.content.decode())


def test_it_waits_is_agreed_to_and_stays(noon):
    jo = Visitor(noon.jo)
    for where in ("portal:today", "portal:help"):
        assert f'href="{PAGE}"' in words_of(jo.get(reverse(where)))
    assert "No plan yet" in words_of(jo.get(PAGE))
    plan = actions.start_plan(actor=noon.dana.actor, client_id=noon.jo.pk, now=NOON)
    assert "No plan yet" in words_of(jo.get(PAGE))  # an empty draft is not hers yet
    actions.save_plan(actor=noon.dana.actor, plan_id=plan.pk, parts=PARTS, now=NOON)
    page = words_of(jo.get(PAGE))
    digest = re.search(r'name="read_hash" value="(\w+)"', page).group(1)
    agree = reverse("portal:safety_plan_agreement", args=[plan.pk])
    sent = {"signer_name": "Kim", "read_hash": digest}
    refused = jo.send(agree, sent, seen_at=PAGE)
    assert refused.status_code == 422 and "your own name" in words_of(refused)
    assert jo.send(agree, sent | {"signer_name": "Jo Avery"}, seen_at=PAGE).status_code == 302
    assert SafetyPlan.objects.unscoped("test").get().state == "active"
    with CaptureQueriesContext(connection) as asked:
        page = words_of(jo.get(PAGE))
    assert 'href="tel:5550142"' in page and 'href="tel:988"' in page
    assert len(asked) <= 22
    for _twice in range(2):
        assert jo.send(PAGE, {}).status_code == 302
    assert CareTask.objects.unscoped("test").filter(kind="safety_plan_review").count() == 1


def test_hard_moments_and_plans_stand_in_the_own_record(noon):
    """Signed alone, in plain words; nobody else's account reaches them."""
    jo, record = Visitor(noon.jo), reverse("portal:record")
    assert "Hard moments" not in words_of(jo.get(record))
    times = dict.fromkeys(("started_at", "ended_at", "drafted_at", "due_at"), NOON)
    signed = {"signed_at": NOON, "signed_by": noon.dana.row, "credential": "LPC",
              "content_hash": "b" * 64}  # fmt: skip
    notes = [
        CrisisNote.objects.create(
            client=noon.jo.row, site=noon.site, author=noon.dana.row, path_code="suicide_risk",
            body=body, **times, **more,
        )
        for body, more in (("We sat by the door.", signed), ("Half a draft.", {}))
    ]  # fmt: skip
    plan = actions.start_plan(actor=noon.dana.actor, client_id=noon.jo.pk, now=NOON)
    actions.save_plan(actor=noon.dana.actor, plan_id=plan.pk, parts=PARTS, now=NOON)
    kept = reverse("portal:safety_plan_kept", args=[plan.pk])
    assert jo.get(kept).status_code == 404  # a draft is nobody's record yet
    actions.agree_to_plan(
        actor=noon.jo.actor, plan_id=plan.pk, signer_name="Jo Avery", now=NOON,
        read_hash=content_hash(PARTS),
    )  # fmt: skip
    page = words_of(jo.get(record))
    assert "Thoughts of suicide" in page and "from 24 November 2026, your plan now" in page
    one, draft = (reverse("portal:crisis_note", args=[note.pk]) for note in notes)
    assert one in page and draft not in page and kept in page
    assert "We sat by the door." in words_of(jo.get(one)) and jo.get(draft).status_code == 404
    assert "Walk to the river" in words_of(jo.get(kept))
    for address in (one, kept):
        assert Visitor(noon.kim).get(address).status_code == 403
        assert Visitor(noon.pat).get(address).status_code == 404


def test_nobody_else_reaches_it(noon):
    plan = actions.start_plan(actor=noon.dana.actor, client_id=noon.jo.pk, now=NOON)
    agree = reverse("portal:safety_plan_agreement", args=[plan.pk])
    assert Visitor(noon.kim).get(PAGE).status_code == 403
    pat = Visitor(noon.pat)
    keys = {"signer_name": "Jo Avery", "read_hash": ""}
    assert pat.send(agree, keys, seen_at=PAGE).status_code in (400, 404)


def test_the_words_are_easy_to_read():
    text = ". ".join(str(words) for words in TITLES.values())
    assert grade_of(text, "en") <= 6
