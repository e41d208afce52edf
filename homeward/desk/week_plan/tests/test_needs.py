"""A need without a place: why, what would help, and placing it by hand."""

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.week_plan.tests.staging import staged
from homeward.desk.week_plan.tests.test_board import words_of
from homeward.testing.cast import cast
from homeward.timetable.capacity import Absence
from homeward.timetable.drafting.answering import run
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.tests.planned import FRIDAY_BEFORE

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday():
    clock.shift_to(FRIDAY_BEFORE)
    yield
    clock.shift_to(None)


def url(room, name, *more):
    return reverse(f"desk:week_draft_{name}", args=[room.draft.pk, *more])


def test_a_talk_without_a_place_can_be_placed_by_hand(cast):
    """The form is there, with the own colleague."""
    room = staged(cast, unplaced=True)
    asked = f"?client={cast.jo.pk}&service=individual"

    answer = signed_in(cast.sam).get(url(room, "need") + asked)
    page = words_of(answer)

    assert "Jo A.: Individual" in page and "Place this session" in page and "Dana Reyes" in page
    assert b"Jo" not in answer.content.partition(b"<title>")[2].partition(b"</title>")[0]
    assert "is not free, at every time there is" in page


def test_a_need_nobody_has_is_not_found(cast):
    """Neither a client nor a service that the week does not know."""
    room = staged(cast, unplaced=True)
    browser = signed_in(cast.sam)

    assert browser.get(url(room, "need") + "?client=x&service=individual").status_code == 404
    assert browser.get(url(room, "need") + f"?client={cast.jo.pk}&service=x").status_code == 404


def test_the_engine_is_asked_and_its_answer_read(cast):
    """A question waits, then shows what came of it in words."""
    room = staged(cast, unplaced=True)
    browser = signed_in(cast.sam)
    asked = {"client": str(cast.jo.pk), "service": "individual", "offer": "0"}

    answer = browser.post(url(room, "what_if"), {"form_key": new_key(), **asked})

    question = WeekQuestion.objects.get()
    assert answer.status_code == 302
    assert "thinking" in words_of(browser.get(url(room, "repairs")))
    came = {
        "client": str(cast.jo.pk), "service": "individual", "placed": True,
        "missing": 0, "moved": [room.clients[1]], "other_faces": [],
    }  # fmt: skip
    assert run(question.pk, engine=lambda *_: [came]) == WeekQuestion.State.ANSWERED
    page = words_of(browser.get(url(room, "repair", question.pk)))
    assert "With this, all of Individual of Jo A. has a place." in page
    assert "1 other person moves" in page


def test_repairs_are_asked_looked_at_and_taken_over(cast):
    """A leader is away: the way that calls off what only they hold becomes one move of the draft.

    It says that something falls out, not that everybody keeps their times.
    """
    room = staged(cast)
    browser = signed_in(cast.sam)
    what = {
        "kind": "staff_away", "staff": str(cast.dana.pk), "room": "",
        "days": ["0", "2"], "start": "0", "ends": "26", "is_noted": "on",
    }  # fmt: skip

    answer = browser.post(url(room, "repairs"), {"form_key": new_key(), **what})

    question = WeekQuestion.objects.get()
    assert answer.status_code == 302
    assert question.question["events"] == [
        {"kind": "staff_away", "staff": str(cast.dana.pk), "windows": [[0, 0, 26], [2, 0, 26]]}
    ]
    assert Absence.objects.filter(worker=cast.dana.row, withdrawn_at=None).count() == 2
    schedule = schedule_json(room.schedule)
    for group in schedule["groups"]:
        group["staff"] = str(cast.sam.pk)
    schedule["singles"] = []
    way = {"name": "keep_seats", "schedule": schedule, "changes": [], "tiers": {}}
    run(question.pk, engine=lambda *_: [way])
    page = words_of(browser.get(url(room, "repair", question.pk)))
    assert "What cannot stay falls out or moves; all else keeps its time" in page
    assert "Everyone keeps their times" not in page
    taken = {"form_key": new_key(), "form_version": "0", "alternative": "0"}
    done = browser.post(url(room, "repair", question.pk), taken)
    assert done.status_code == 302
    assert {group.staff for group in room.schedule.groups} == {str(cast.sam.pk)}
    assert not room.schedule.singles
    assert "Another week taken over" in words_of(browser.get(url(room, "moves")))


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"staff": ""}, "Say who is away."),
        ({"ends": "0"}, "Until"),
        ({"start": "20", "ends": "4"}, "Choose a later end."),
        ({"days": []}, "Choose at least one day."),
        ({"kind": "flood"}, "What happened"),
        ({"kind": ""}, "Say what happened."),
        ({"kind": "room_closed"}, "Say which room."),
    ],
)
def test_a_repair_that_says_too_little_is_refused(cast, changed, words):
    """422, with the field named; nothing is asked."""
    room = staged(cast)
    what = {
        "kind": "staff_away", "staff": str(cast.dana.pk), "room": "",
        "days": ["0"], "start": "0", "ends": "26",
    }  # fmt: skip

    answer = signed_in(cast.sam).post(
        url(room, "repairs"), {"form_key": new_key(), **what, **changed}
    )

    assert answer.status_code == 422
    assert words in words_of(answer)
    assert "Who is away optional" not in words_of(answer)
    assert not WeekQuestion.objects.exists()


def test_an_answer_that_breaks_a_rule_is_never_kept(cast):
    """Whatever the engine says, the checker has the last word."""
    room = staged(cast)
    question = WeekQuestion.objects.create(
        draft=room.draft, kind="repair", question={"events": []}, head=0, at=FRIDAY_BEFORE
    )
    schedule = schedule_json(room.schedule)
    schedule["groups"][0]["staff"] = "nobody"

    run(question.pk, engine=lambda *_: [{"name": "keep_seats", "schedule": schedule}])

    question.refresh_from_db()
    assert (question.state, question.answers) == ("answered", [])
