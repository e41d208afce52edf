"""The history folds who looked by day; the first page offers the steps its reader may take."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward import audit
from homeward.core import clock
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.testing.cast import NOON, Cast

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _tuesday():
    clock.shift_to(NOON)
    yield
    clock.shift_to(None)


def history(cast: Cast, asked: str = "") -> str:
    address = reverse("desk:chart_history", args=[cast.jo.pk])
    return signed_in(cast.dana).get(address + asked).content.decode()


def test_many_looks_of_a_day_are_one_line(cast):
    browser = signed_in(cast.dana)
    for _look in range(3):
        browser.get(reverse("desk:chart", args=[cast.jo.pk]))

    page = history(cast)

    assert page.count("Looked at this record") == 1
    assert "Looked at this record 3 times" in page
    assert "Dana Reyes" in page


def test_each_change_has_its_own_line_and_can_be_shown_alone(cast):
    with audit.unit():
        for code in ("plans.plan.signed", "notes.note.signed"):
            audit.record(
                code, actor=cast.dana.actor, at=NOON - timedelta(hours=1), client_id=cast.jo.pk
            )
    signed_in(cast.dana).get(reverse("desk:chart", args=[cast.jo.pk]))

    page = history(cast, "?show=changes")

    assert "Plan signed" in page
    assert "Note signed" in page
    assert "Looked at this record" not in page


def test_the_same_change_in_one_sitting_is_one_line(cast):
    """A pause of more than half an hour begins another."""
    with audit.unit():
        for minutes in (120, 20, 15, 10):
            audit.record(
                "notes.note.signed", actor=cast.dana.actor, at=NOON - timedelta(minutes=minutes),
                client_id=cast.jo.pk,
            )  # fmt: skip

    page = history(cast, "?show=changes")

    assert page.count("Note signed") == 2
    assert "Note signed, 3 times" in page


@pytest.mark.parametrize("asked", ["?before=nonsense", "?before=2026-11-24", "?show=other"])
def test_a_strange_question_is_answered_with_the_whole(cast, asked):
    address = reverse("desk:chart_history", args=[cast.jo.pk])

    assert signed_in(cast.dana).get(address + asked).status_code == 200


def test_the_counselor_is_offered_phase_appointment_and_discharge(cast):
    page = signed_in(cast.dana).get(reverse("desk:chart", args=[cast.jo.pk])).content.decode()

    for route in ("desk:phase", "desk:appointment", "desk:discharge"):
        assert reverse(route, args=[cast.jo.pk]) in page


def test_a_nurse_is_not_offered_what_she_may_not_do(cast):
    from homeward.people.models import TeamMembership

    TeamMembership.objects.create(
        client=cast.jo.row, site=cast.site, worker=cast.ruth.row, role="nurse",
        starts_at=NOON - timedelta(days=1),
    )  # fmt: skip

    page = signed_in(cast.ruth).get(reverse("desk:chart", args=[cast.jo.pk])).content.decode()

    assert reverse("desk:discharge", args=[cast.jo.pk]) not in page
    assert reverse("desk:phase", args=[cast.jo.pk]) not in page


def test_find_is_offered_only_to_who_may_use_it(cast):
    from homeward.testing import company

    company.join(cast)

    assert "find-input" in signed_in(cast.dana).get("/desk/today/").content.decode()
    assert "find-input" not in signed_in(cast.max).get("/desk/today/").content.decode()


def test_a_refusal_says_which_door_and_why(cast):
    signed_in(cast.dana).get(reverse("desk:chart", args=[cast.pat.pk]))

    page = signed_in(cast.sam).get("/desk/audit/?show=denied").content.decode()

    assert "out of this person&#x27;s reach, or not there · chart" in page
