"""A guardian reads and signs the plan on their own phone; nobody else finds it there."""

from typing import Any

import pytest
from django.test import Client as Browser

from homeward.consents.actions import name_guardian
from homeward.core import clock
from homeward.kernel.reading_grade import grade_of
from homeward.plans.models import Plan
from homeward.plans.tests.test_sign_plan import sign, start
from homeward.portal.tests import scene
from homeward.testing.cast import Cast

pytestmark = pytest.mark.django_db
READ = (
    "Read it first. It starts when everyone who has to has signed. If it is not right, talk to the "
    "counselor and do not sign yet.",
    "The plan of Jo waits for your name.",
)


def browser_of(player: Any) -> Browser:
    browser = Browser()
    browser.force_login(player.account)
    return browser


@pytest.fixture
def plan(cast: Cast) -> Plan:
    found = start(cast)
    sign(cast, found, "author")
    return found


def named(cast: Cast, right: str) -> None:
    name_guardian(
        actor=cast.dana.actor, client_id=cast.jo.pk, contact_id=cast.kim.pk, right=right,
        relation="mother", paper="County Court, 26-118", now=clock.now(),
    )  # fmt: skip


def test_a_courts_guardian_finds_it_reads_it_and_signs_it(cast: Cast, plan: Plan) -> None:
    """A wrong name is refused with the name kept; the right one brings the plan into force."""
    named(cast, "court")
    kim, address = browser_of(cast.kim), f"/me/plan/for/{plan.pk}/"
    assert address in kim.get("/me/").content.decode()
    page = kim.get(address)
    assert "I want my Sunday mornings back." in page.content.decode()
    wrong = kim.post(address, {**scene.form_of(page), "signer_name": "Jo Avery"})
    assert wrong.status_code == 422 and "Jo Avery" in wrong.content.decode()
    signed = kim.post(address, {**scene.form_of(kim.get(address)), "signer_name": "Kim Avery"})
    assert (signed.status_code, signed["Location"]) == (302, "/me/")
    plan.refresh_from_db()
    assert plan.state == Plan.State.ACTIVE
    assert kim.get(address).status_code == 404 and address not in kim.get("/me/").content.decode()


def test_without_a_right_and_for_others_it_is_not_there(cast: Cast, plan: Plan) -> None:
    """Neither family without a court's word, nor the client, nor staff, nor a stranger."""
    address = f"/me/plan/for/{plan.pk}/"
    assert browser_of(cast.kim).get(address).status_code == 404
    for player in (cast.jo, cast.dana):
        assert browser_of(player).get(address).status_code in {403, 404}
    assert Browser().get(address).status_code in {302, 403}


def test_its_words_are_plain() -> None:
    assert max(grade_of(text, "en") for text in READ) <= 6
