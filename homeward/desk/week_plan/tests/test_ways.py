"""The ways and offers that are shown: as they arrive, as they read, and as they are taken over."""

import re
from dataclasses import replace

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.week_plan.tests.asking import away, continued, taken, url
from homeward.desk.week_plan.tests.staging import staged
from homeward.desk.week_plan.tests.test_board import words_of
from homeward.testing.cast import cast
from homeward.timetable.actions.take_over import NotYoursToChange, take_over
from homeward.timetable.drafting.answering import run
from homeward.timetable.drafting.happening import instance_now
from homeward.timetable.drafting.standing import clock_of_draft
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.rules.hours import minute_of
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.process import PlanningFailed
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.tests.planned import FRIDAY_BEFORE
from homeward.timetable.windows import ClientHours

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
TARGET = {"HX-Target": "answer"}


@pytest.fixture(autouse=True)
def friday():
    clock.shift_to(FRIDAY_BEFORE)
    yield
    clock.shift_to(None)


def asked_what_if(room, code, **changed):
    """A question about Jo's talk, answered by a week in which it has its place."""
    instance = instance_of(room.draft.instance)
    need = next(each for each in explain(instance, room.schedule) if each.service == "individual")
    offer = need.offers[0].to_json()
    offer["if_not_for"] = {"code": code, "record": {"kind": "client", "id": need.client}}
    asked = {
        "client": need.client, "service": "individual", "slots": 2, "offer": offer, **changed
    }  # fmt: skip
    question = WeekQuestion.objects.create(
        draft=room.draft, kind="what_if", question=asked, head=0, at=FRIDAY_BEFORE
    )
    found = continued(instance, room.schedule, asked)[0]
    told = {
        "client": need.client, "service": "individual", "placed": True, "missing": 0,
        "moved": [], "other_faces": [], **found,
    }  # fmt: skip
    run(question.pk, engine=lambda *_: [told])
    return question


def test_hours_a_client_agreed_to_are_written_down_with_the_week(cast):
    """One click: the record says the hour is free, and the talk stands in the plan."""
    room = staged(cast, unplaced=True)
    browser = signed_in(cast.sam)
    question = asked_what_if(room, "client_not_available")

    page = words_of(browser.get(url(room, "repair", question.pk)))
    answer = taken(browser, room, question)

    assert "They agreed: write it down and take it over" in page and "Nobody else moves." in page
    assert answer.status_code == 302
    day, start = question.question["offer"]["days"][0], question.question["offer"]["start"]
    talk = next(each for each in room.schedule.singles if each.client == str(cast.jo.pk))
    assert (talk.day, talk.start) == (day, start)
    free = ClientHours.objects.unscoped("test").filter(client=cast.jo.row, kind="free", weekday=day)
    grid = clock_of_draft(room.draft, cast.site)
    begins, ends = grid.minute(start), grid.minute(start + 2)
    assert any(minute_of(row.starts) <= begins and ends <= minute_of(row.ends) for row in free)
    assert instance_now(room.draft).clients[str(cast.jo.pk)].windows


def test_records_that_would_do_are_told_in_words(cast):
    """Any one of them, each with whom else it moves; or only several together."""
    room = staged(cast, unplaced=True)
    browser = signed_in(cast.sam)
    jo = str(cast.jo.pk)
    browser.post(
        url(room, "what_if"), {"form_key": new_key(), "client": jo, "service": "individual"}
    )
    question = WeekQuestion.objects.get()
    assert question.question["offer"] is None
    free = {"code": "client_not_available", "record": {"kind": "client", "id": jo}, "day": 1}
    shift = {"code": "staff_not_working", "record": {"kind": "staff", "id": str(cast.dana.pk)}}
    one = {"records": [free], "moved": [], "other_faces": []}
    run(question.pk, engine=lambda *_: [one])

    page = words_of(browser.get(url(room, "repair", question.pk)))
    assert "What would give Jo A. a place?" in page
    assert "the client is not free on Tue 24 · nobody else moves" in page
    both = {"records": [free, {**shift, "day": 2}], "moved": [room.clients[1]], "other_faces": []}
    WeekQuestion.objects.update(answers=[both])
    page = words_of(browser.get(url(room, "repair", question.pk)))
    assert "Only these together would do: 1 other person moves" in page
    assert "Dana Reyes does not work on Wed 25" in page


def test_a_record_somebody_else_keeps_is_told_and_not_changed(cast):
    """No button; the words say who; a form sent all the same is refused."""
    room = staged(cast, unplaced=True)
    question = asked_what_if(room, "client_week_full")
    question.refresh_from_db()
    WeekQuestion.objects.update(
        answers=[{**(question.answers or [{}])[0], "client": str(cast.jo.pk),
                  "service": "individual", "placed": True, "missing": 0, "moved": [],
                  "other_faces": [], "schedule": schedule_json(room.schedule)}],
        state="answered",
    )  # fmt: skip

    page = words_of(signed_in(cast.sam).get(url(room, "repair", question.pk)))

    assert "utilization review asks for them" in page and "take it over" not in page
    with pytest.raises(NotYoursToChange):
        take_over(
            actor=cast.sam.actor, draft_id=room.draft.pk, question_id=question.pk, alternative=0,
            why="", seen=0, now=FRIDAY_BEFORE,
        )  # fmt: skip


def test_ways_are_read_as_they_arrive_and_stay_when_the_engine_ends(cast):
    """The first is there while others are looked for; the poll answers only with what is new."""
    room = staged(cast)
    browser = signed_in(cast.sam)
    browser.post(url(room, "repairs"), away(cast))
    question = WeekQuestion.objects.get()
    own = url(room, "repair", question.pk)

    def polled(seen):
        return browser.get(f"{own}?seen={seen}", headers={"HX-Request": "true", **TARGET})

    def engine(instance, standing, asked, tell):
        for seen in (0, "²", "9" * 5000, "x"):
            assert polled(seen).status_code == 204
        tell({"name": "keep_seats", "schedule": schedule_json(replace(standing, singles=()))})
        words = words_of(polled(0))
        assert "1 way so far" in words and "Take this way" in words
        assert polled(1).status_code == 204
        raise PlanningFailed("out of memory")

    assert run(question.pk, engine=engine) == WeekQuestion.State.ANSWERED
    assert "These are all the ways that were found." in words_of(polled(1))
    assert taken(browser, room, question).status_code == 302


def test_a_way_that_moves_nobody_is_said_and_not_offered(cast):
    """Dana is away on a day without any session. The plan may be let know of it, once."""
    room = staged(cast)
    before, browser = room.schedule, signed_in(cast.sam)
    held = {at.day for group in before.groups for at in group.meetings}
    held |= {single.day for single in before.singles}
    free = min(set(range(5)) - held)
    event = {"kind": "staff_away", "staff": str(cast.dana.pk), "windows": [[free, 0, 26]]}
    question = WeekQuestion.objects.create(
        draft=room.draft, kind="repair", head=0, at=FRIDAY_BEFORE,
        question={"now": {"day": 0, "slot": 0}, "notice_slots": 0, "events": [event]},
    )  # fmt: skip
    run(question.pk, engine=lambda *_: [{"name": "keep_seats", "schedule": schedule_json(before)}])

    page = words_of(browser.get(url(room, "repair", question.pk)))
    assert "Nothing has to be moved" in page and "Nobody has to be moved." in page
    assert "Take this way" not in page and "No way was found" not in page
    assert "Let the plan know" in page

    assert taken(browser, room, question).status_code == 302
    windows = instance_now(room.draft).staff[str(cast.dana.pk)].windows
    assert windows and free not in {window.day for window in windows}
    assert room.schedule == before
    board = words_of(browser.get(reverse("desk:week_draft", args=[room.draft.pk])))
    assert "The plan knows it now. Nobody was moved." in board
    page = words_of(browser.get(url(room, "repair", question.pk)))
    assert "Nothing has to be moved" in page and "Let the plan know" not in page


def test_a_first_way_that_changes_nothing_is_left_out_with_the_reason(cast):
    """Jo's talk finds no place while everybody keeps their times; the way that gives it one is
    the first to be offered, and is the one that is taken."""
    room = staged(cast)
    whole = room.schedule
    lacking = schedule_json(replace(whole, singles=whole.singles[1:]))
    room.draft.change(schedule=lacking, base=lacking)
    question = WeekQuestion.objects.create(
        draft=room.draft, kind="repair", head=0, at=FRIDAY_BEFORE,
        question={"now": {"day": 0, "slot": 0}, "notice_slots": 0, "events": []},
    )  # fmt: skip
    ways = [
        {"name": "keep_seats", "schedule": lacking},
        {"name": "make_up", "schedule": schedule_json(whole)},
    ]
    run(question.pk, engine=lambda *_: ways)
    browser = signed_in(cast.sam)

    page = words_of(browser.get(url(room, "repair", question.pk)))

    assert "1 session has no place in it, and finds none" in page
    assert "1 way below places more." in page
    assert page.count("Take this way") == 1 and "Let the plan know" not in page
    assert re.search("What falls out is made up[^.]*least disturbing", page)
    form = {"form_key": new_key(), "form_version": "0", "alternative": "1"}
    assert browser.post(url(room, "repair", question.pk), form).status_code == 302
    assert room.schedule == whole


def test_a_way_says_who_only_meets_in_another_room(cast):
    """Nobody's time or face changes, and six people are told another room."""
    room = staged(cast)
    whole = room.schedule
    group = whole.groups[0]
    other = str(cast.rooms[1].pk)
    moved = replace(
        group, meetings=tuple(replace(each, room=other) for each in group.meetings)
    )  # fmt: skip
    document = room.draft.instance
    for each in document["rooms"]:
        each.update(kind="group", capacity=12)
    room.draft.change(instance=document)
    question = WeekQuestion.objects.create(
        draft=room.draft, kind="repair", head=0, at=FRIDAY_BEFORE,
        question={"now": {"day": 0, "slot": 0}, "notice_slots": 0, "events": []},
    )  # fmt: skip
    way = schedule_json(replace(whole, groups=(moved, *whole.groups[1:]), singles=()))
    room.draft.change(schedule=schedule_json(replace(whole, singles=())))
    run(question.pk, engine=lambda *_: [{"name": "keep_seats", "schedule": way}])

    page = words_of(signed_in(cast.sam).get(url(room, "repair", question.pk)))

    assert "Everybody keeps their times and faces · 6 people in another room" in page
    assert "Nobody sees a change" not in page
