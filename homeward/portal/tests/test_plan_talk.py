"""A draft on the phone: read when it is given, answered in one's own words, nobody else's."""

from typing import Any

import pytest
from django.test import Client as Browser

from homeward.core import clock
from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.kernel.reading_grade import grade_of
from homeward.plans import actions
from homeward.plans.models import Objective, PlanComment
from homeward.plans.tests.test_sign_plan import sign, start
from homeward.portal.forms import PlanWordsForm
from homeward.portal.tests import scene
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
SERVICE = Actor.of_service("test")
MOST_GRADE = 6
READ = (
    "This plan is not done yet. Read it. Say what is right and what is not.",
    "You said this plan is right. Your counselor will sign it next, then you.",
    "Your plan is here to read.",
    "Sent. Your counselor will read it.",
    "What do you want to say? Please change it. I want to say something. It is right as it is.",
)


@pytest.fixture
def jo(cast: Cast) -> Browser:
    browser = Browser()
    browser.force_login(cast.jo.account)
    return browser


def rows(model: Any) -> Any:
    return model.objects.for_actor(SERVICE, Purpose.TREATMENT)


def words(answer: Any) -> str:
    return answer.content.decode()


def given(cast: Cast) -> Any:
    plan = start(cast)
    actions.share_plan(actor=cast.dana.actor, plan_id=plan.pk, now=clock.now())
    return plan


def test_a_draft_is_hidden_until_it_is_given(cast: Cast, jo: Browser) -> None:
    """Then it stands on the day and on its page, to be read and not yet signed."""
    plan = start(cast)
    assert "Sunday mornings" not in words(jo.get("/me/plan/"))
    actions.share_plan(actor=cast.dana.actor, plan_id=plan.pk, now=clock.now())
    page = words(jo.get("/me/plan/"))
    assert "I want my Sunday mornings back." in page and "/signature/" not in page
    assert "once a week" in page and "Cognitive" not in page


def test_words_about_one_step_reach_staff_and_the_answer_comes_back(
    cast: Cast, jo: Browser
) -> None:
    plan = given(cast)
    address, step = f"/me/plan/{plan.pk}/words/", rows(Objective).get()
    sent = {"kind": "change", "about": str(step.pk), "text": "Before work, please."}
    empty = jo.post(address, {**scene.form_of(jo.get("/me/plan/")), **sent, "text": " "})
    assert empty.status_code == 422 and "Write a few words." in words(empty)
    keys = scene.form_of(jo.get("/me/plan/"))
    assert jo.post(address, {**keys, **sent}).status_code == 302
    assert jo.post(address, {**keys, **sent}).status_code == 302
    said = rows(PlanComment).get()
    actions.answer_comment(
        actor=cast.dana.actor, comment_id=said.pk, text="At half past seven.", now=clock.now()
    )
    page = words(jo.get("/me/plan/"))
    assert "Before work, please." in page and "At half past seven." in page


def test_it_fits_until_the_text_changes(cast: Cast, jo: Browser) -> None:
    """What somebody said about one text is not held for another."""
    plan = given(cast)
    sent = {**scene.form_of(jo.get("/me/plan/")), "kind": "fits", "about": "", "text": ""}
    assert jo.post(f"/me/plan/{plan.pk}/words/", sent).status_code == 302
    assert "You said this plan is right" in words(jo.get("/me/plan/"))
    actions.describe_plan(
        actor=cast.dana.actor, plan_id=plan.pk, parts={"barriers": "The bus"}, now=clock.now()
    )
    assert "You said this plan is right" not in words(jo.get("/me/plan/"))


def test_nobody_speaks_about_the_plan_of_another(cast: Cast) -> None:
    plan = given(cast)
    pat = Browser()
    pat.force_login(cast.pat.account)
    sent = {**scene.form_of(pat.get("/me/")), "kind": "fits", "about": "", "text": ""}
    assert pat.post(f"/me/plan/{plan.pk}/words/", sent).status_code in (404, 409, 422)
    assert rows(PlanComment).count() == 0


def test_an_amended_plan_says_why_it_changes(cast: Cast, jo: Browser) -> None:
    plan = start(cast)
    sign(cast, plan, "author")
    sign(cast, plan, "client")
    draft = actions.amend_plan(
        actor=cast.dana.actor, plan_id=plan.pk, reason="Nights are hard again.", now=clock.now()
    )
    sign(cast, draft, "author")
    page = words(jo.get("/me/plan/"))
    assert "Nights are hard again." in page and "/signature/" in page


def test_the_clients_page_is_easy_to_read() -> None:
    """English at or below grade six, the choices of the form as well."""
    choices = [str(words) for _, words in PlanWordsForm().fields["kind"].choices]
    for text in (*READ, *(f"{words}." for words in choices)):
        grade = grade_of(text, "en")
        assert grade is not None and grade <= MOST_GRADE, (text, grade)
