"""What waits at the desks stands on the first page of who does it, and of nobody else."""

from datetime import timedelta

import pytest

from homeward.admissions.models import Inquiry, Reminder
from homeward.assessments.models import Assessment
from homeward.drugtests.models import DrugTest
from homeward.testing.cast import NOON

pytestmark = pytest.mark.django_db
TODAY = "/desk/today/"


def page_of(visit, name: str) -> str:
    return visit(name).browser.get(TODAY).content.decode()


def test_a_technician_sees_whom_to_test(tuesday, visit):
    test = DrugTest.objects.create(
        client=tuesday.jo.row, site=tuesday.site, episode=tuesday.episode, panel=["thc"],
        state="notified", ordered_at=NOON, due_at=NOON + timedelta(hours=4),
    )  # fmt: skip

    page = page_of(visit, "tess")

    assert f"/desk/drug-tests/{test.pk}/collection/" in page
    assert "still to test" in page
    assert "still to test" not in page_of(visit, "dana")


def test_the_admissions_desk_sees_the_calls_it_promised(tuesday, visit):
    inquiry = Inquiry.objects.create(
        site=tuesday.site, program=tuesday.program, number="Q-9", caller_name="Ash", phone="1",
        first_request_at=NOON - timedelta(days=1), taken_by=tuesday.ada.row,
    )  # fmt: skip
    reminder = Reminder.objects.create(
        site=tuesday.site, inquiry=inquiry, kind="call_back", origin="test",
        opened_at=NOON - timedelta(hours=4), due_at=NOON - timedelta(hours=2),
    )  # fmt: skip

    page = page_of(visit, "ada")

    assert f"/desk/admissions/reminders/{reminder.pk}/" in page
    assert str(reminder.pk) not in page_of(visit, "dana")


def test_a_supervisor_sees_what_waits_for_a_second_signature(tuesday, visit):
    row = Assessment.objects.create(
        client=tuesday.jo.row, site=tuesday.site, edition="bps-1", started_at=NOON,
        started_by=tuesday.dana.row, signed_at=NOON, signed_by=tuesday.dana.row,
        needs_cosignature=True, content_hash="0" * 64, credential="Counselor in training",
    )  # fmt: skip

    assert f"/desk/assessments/{row.pk}/" in page_of(visit, "sam")
    assert str(row.pk) not in page_of(visit, "dana")
