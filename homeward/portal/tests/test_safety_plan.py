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
from homeward.safety.models import SafetyPlan
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
