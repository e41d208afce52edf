"""The admissions desk has a first page also on a day with groups and missed sessions."""

from datetime import timedelta

import pytest

from homeward.admissions.models import AssessmentVisit, Inquiry
from homeward.attendance.models import AttendanceMark
from homeward.core import clock
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.testing.cast import NOON, Cast
from homeward.timetable.models import GroupSession, Seat

pytestmark = pytest.mark.django_db


def seated(cast: Cast, starts_at) -> Seat:
    ends_at = starts_at + timedelta(minutes=90)
    session = GroupSession.objects.create(
        site=cast.site, program=cast.program, session_type=cast.types["group"], name="Group B",
        on=starts_at.date(), starts_at=starts_at, ends_at=ends_at, clinical_minutes=90,
        capacity=10,
    )  # fmt: skip
    return Seat.objects.create(
        client=cast.jo.row, site=cast.site, session=session, episode=cast.episode, number=1,
        starts_at=starts_at, ends_at=ends_at, capacity=10,
    )  # fmt: skip


def test_the_desk_sees_who_has_a_seat_and_not_who_missed_one(cast):
    """Names stand in the slice this desk may know; what a missed day means is the team's."""
    clock.shift_to(NOON)
    seated(cast, NOON + timedelta(hours=1))
    missed = seated(cast, NOON - timedelta(days=1))
    AttendanceMark.objects.create(
        client=cast.jo.row, site=cast.site, seat=missed, session=missed.session,
        episode=cast.episode, on=missed.session.on, state="no_show", marked_at=NOON,
        marked_by=cast.dana.row,
    )  # fmt: skip

    answer = signed_in(cast.ada).get("/desk/today/")

    assert answer.status_code == 200
    assert "1 of 10" in answer.content.decode()
    assert "Jo A." in answer.content.decode()
    assert "missed" not in answer.content.decode()


def test_an_assessment_stands_in_the_day_of_its_clinician(cast):
    clock.shift_to(NOON)
    inquiry = Inquiry.objects.create(
        site=cast.site, program=cast.program, number="Q-1", caller_name="Ash", phone="1",
        client=cast.jo.row, first_request_at=NOON - timedelta(days=1), taken_by=cast.ada.row,
    )  # fmt: skip
    AssessmentVisit.objects.create(
        client=cast.jo.row, site=cast.site, inquiry=inquiry, worker=cast.dana.row,
        starts_at=NOON + timedelta(hours=2),
    )  # fmt: skip

    for_dana = signed_in(cast.dana).get("/desk/today/").content.decode()
    for_omar = signed_in(cast.omar).get("/desk/today/").content.decode()

    assert "Assessment: Jo A." in for_dana
    assert f"/desk/admissions/{inquiry.pk}/" in for_dana
    assert "Assessment: Jo A." not in for_omar
