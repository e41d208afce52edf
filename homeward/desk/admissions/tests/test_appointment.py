"""The appointment is chosen from the open times, or typed with a reason."""

import re
from datetime import time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse

from homeward.admissions.models import AssessmentVisit
from homeward.admissions.tests import walking
from homeward.admissions.tests.test_holds import rows
from homeward.core import clock
from homeward.desk.admissions.tests.browsing import keys_of, send, signed_in
from homeward.staff.models import WorkingHours
from homeward.testing.cast import Cast
from homeward.timetable.assessment_times import open_assessments

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]
ROUTE = "desk:admissions_appointment"


@pytest.fixture
def inquiry(cast: Cast) -> Any:
    """Somebody with a record, and Dana at work every day."""
    for weekday in range(7):
        WorkingHours.objects.create(
            worker=cast.dana.row, weekday=weekday, starts=time(8), ends=time(18),
            starts_on=clock.today() - timedelta(days=30),
        )  # fmt: skip
    found = walking.call(cast)
    walking.screen(cast, walking.open_record(cast, found))
    return found


def offered(page: Any) -> list[str]:
    """The keys of the open times a page offers."""
    return re.findall(r'name="opening" value="([^"]+@[^"]+)"', page.content.decode())


def test_the_open_times_are_offered_and_one_is_taken(cast: Cast, inquiry: Any) -> None:
    """The same rows the public page reads, with the clinician's name."""
    ada = signed_in(cast.ada)
    page = ada.get(reverse(ROUTE, args=[inquiry.pk]))
    keys = offered(page)
    open_now = open_assessments(cast.program, cast.site, clock.now())
    assert keys == [f"{each.worker}@{each.starts_at.isoformat()}" for each in open_now]
    assert "Dana" in page.content.decode()
    assert ada.post(
        reverse(ROUTE, args=[inquiry.pk]), {**keys_of(page), "opening": keys[1]}
    ).status_code == 302  # fmt: skip
    visit = rows(AssessmentVisit).get()
    assert (visit.worker_id, visit.starts_at, visit.time_reason) == (
        cast.dana.pk, open_now[1].starts_at, "",
    )  # fmt: skip


def test_a_time_taken_meanwhile_is_named_and_not_given_twice(cast: Cast, inquiry: Any) -> None:
    """Two at the desk see the same list; the second is told."""
    ada = signed_in(cast.ada)
    page = ada.get(reverse(ROUTE, args=[inquiry.pk]))
    key = offered(page)[0]
    other = walking.call(cast, phone="312 555 0188")
    walking.screen(cast, walking.open_record(cast, other, "Lee Brown"))
    send(ada, ROUTE, [other.pk], {"opening": key})
    answer = ada.post(reverse(ROUTE, args=[inquiry.pk]), {**keys_of(page), "opening": key})
    assert answer.status_code == 422
    assert "taken meanwhile" in answer.content.decode()
    assert rows(AssessmentVisit).count() == 1


def test_another_time_needs_with_whom_when_and_why(cast: Cast, inquiry: Any) -> None:
    """Each missing part is named; with all three it is given, and the page says why."""
    ada = signed_in(cast.ada)
    zone = ZoneInfo(cast.site.time_zone)
    later = (clock.now() + timedelta(days=2)).astimezone(zone).strftime("%Y-%m-%dT19:30")
    whole = {"opening": "other", "worker_id": str(cast.dana.pk), "starts_at": later,
             "reason": "Agreed by telephone."}  # fmt: skip
    for name, words in (
        ("worker_id", "Choose with whom"), ("starts_at", "Enter a day and a time"),
        ("reason", "Write why it is another time"),
    ):  # fmt: skip
        answer = send(ada, ROUTE, [inquiry.pk], {**whole, name: ""})
        assert answer.status_code == 422
        assert words in answer.content.decode()
    assert send(ada, ROUTE, [inquiry.pk], whole).status_code == 302
    assert rows(AssessmentVisit).get().time_reason == "Agreed by telephone."
    case = ada.get(reverse("desk:admissions_case", args=[inquiry.pk])).content.decode()
    assert "another time: Agreed by telephone." in case


def test_nobody_at_work_leaves_the_typed_time(cast: Cast) -> None:
    """Without working hours there is nothing to choose, and the other way is chosen."""
    inquiry = walking.call(cast)
    walking.screen(cast, walking.open_record(cast, inquiry))
    page = signed_in(cast.ada).get(reverse(ROUTE, args=[inquiry.pk]))
    assert offered(page) == []
    assert re.search(r'name="opening" value="other"[^>]*checked', page.content.decode())
