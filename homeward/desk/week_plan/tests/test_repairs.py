"""Something happened: the week is repaired, the record kept, and who came into care is seated."""

from dataclasses import replace
from datetime import UTC, datetime, time, timedelta

import pytest
from django.urls import reverse
from django.utils.formats import date_format

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.week_plan.tests.asking import away, continued, taken, url
from homeward.desk.week_plan.tests.staging import staged
from homeward.desk.week_plan.tests.test_board import words_of
from homeward.testing.cast import cast
from homeward.timetable.actions import undo_move
from homeward.timetable.capacity import Absence
from homeward.timetable.drafting.answering import run
from homeward.timetable.drafting.happening import instance_now
from homeward.timetable.drafting.standing import clock_of_draft, stays
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.models import GroupSession, SessionLeader
from homeward.timetable.publications import ToldWeek
from homeward.timetable.questions import WeekQuestion
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY, another_client, on_team
from homeward.timetable.tests.week.house import house

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday():
    clock.shift_to(FRIDAY_BEFORE)
    yield
    clock.shift_to(None)


def test_an_absence_told_twice_is_written_down_once(cast):
    """Asking again asks the engine again, and notes nothing anew."""
    room = staged(cast)
    browser = signed_in(cast.sam)

    browser.post(url(room, "repairs"), away(cast))
    run(WeekQuestion.objects.get().pk, engine=lambda *_: [])
    browser.post(url(room, "repairs"), away(cast))

    assert WeekQuestion.objects.count() == 2
    assert Absence.objects.filter(worker=cast.dana.row, withdrawn_at=None).count() == 1


def test_a_repair_brings_what_happened_along_and_takes_it_away_again(cast):
    """With the colleague away the plan knows it; taken back, she is there again."""
    room = staged(cast)
    dana = str(cast.dana.pk)
    event = {"kind": "staff_away", "staff": dana, "windows": [[d, 0, 26] for d in range(5)]}
    question = WeekQuestion.objects.create(
        draft=room.draft, kind="repair", head=0, at=FRIDAY_BEFORE,
        question={"now": {"day": 0, "slot": 0}, "notice_slots": 0, "events": [event]},
    )  # fmt: skip
    sam, before = str(cast.sam.pk), room.schedule
    stand = replace(
        room.schedule,
        groups=tuple(replace(each, staff=sam) for each in room.schedule.groups),
        singles=(),
    )
    run(question.pk, engine=lambda *_: [{"name": "keep_seats", "schedule": schedule_json(stand)}])

    assert taken(signed_in(cast.sam), room, question).status_code == 302

    now = instance_now(room.draft)
    assert now.staff[dana].windows == ()
    assert sam in now.clients[str(cast.jo.pk)].assigned["individual"]
    undo_move(actor=cast.sam.actor, draft_id=room.draft.pk, number=1, seen=1, now=FRIDAY_BEFORE)
    assert instance_now(room.draft).staff[dana].windows
    assert room.schedule == before


def test_somebody_newly_in_care_gets_a_place_and_nobody_else_is_told(cast):
    """From the board in one step to the ways, and into the published week."""
    week = house(cast)
    week.on_duty()
    week.publish(week.drafted(now=FRIDAY_BEFORE), now=FRIDAY_BEFORE)
    nora = another_client(cast, "Nora Field", 990)
    on_team(cast, nora, cast.dana)
    browser = signed_in(cast.sam)
    form = {
        "form_key": new_key(), "program": str(cast.program.pk), "site": str(cast.site.pk),
        "starts_on": MONDAY.isoformat(),
    }  # fmt: skip
    browser.post("/desk/week/plans/reopened/", form)
    WeekDraft.objects.filter(state="ready").update(instance=without(nora))
    room = Reopened(WeekDraft.objects.get(state="ready"))
    board = words_of(browser.get(reverse("desk:week_draft", args=[room.draft.pk])))
    assert "Nora F. came into care since this week was drafted." in board

    browser.post(url(room, "repairs"), {"form_key": new_key(), "kind": "care"})
    question = WeekQuestion.objects.get()
    assert [each["kind"] for each in question.question["events"]] == ["admit"]
    run(question.pk, engine=continued)
    page = words_of(browser.get(url(room, "repair", question.pk)))
    assert "Nora F. came into care" in page and "1 person sees a change" in page
    assert taken(browser, room, question).status_code == 302
    board = words_of(browser.get(reverse("desk:week_draft", args=[room.draft.pk])))
    assert "came into care" not in board
    room.draft.refresh_from_db()
    made = week.publish(room.draft, now=FRIDAY_BEFORE)

    rows = ToldWeek.objects.unscoped("test").filter(publication=made)
    assert {row.client_id for row in rows if row.changes} == {nora.pk}
    assert any("What the records say now" in each.body.get("why", "") for each in moves(room))


def test_what_begins_too_soon_stays_and_is_settled_one_by_one(cast):
    """Told at half past six, before the house opens: today and the notice stay, by the clock.

    The sessions of the colleague who is away stand there, each with its own page; those of a week
    nobody was promised may change from the next slot on.
    """
    week = house(cast)
    week.on_duty()
    draft = week.drafted(now=FRIDAY_BEFORE)
    noon = datetime(2026, 11, 23, 18, tzinfo=UTC)
    unpublished = stays(draft, noon)
    assert unpublished == {"now": {"day": 0, "slot": 16}, "notice_slots": 0}
    week.publish(draft, now=FRIDAY_BEFORE)
    wide = clock_of_draft(draft, draft.site).slots_a_day
    for told, begins, first in (
        (noon, 16, wide + 17),  # tomorrow at noon, and a slot to look at the ways
        (datetime(2026, 11, 25, 12, 30, tzinfo=UTC), 2 * wide, 3 * wide),
        (datetime(2026, 11, 26, 5, tzinfo=UTC), 3 * wide, 4 * wide),
        (datetime(2026, 11, 23, 2, tzinfo=UTC), 0, 49),  # Sunday evening, at eight
    ):
        found = stays(draft, told)
        now = found["now"]["day"] * wide + found["now"]["slot"]
        assert (now, now + found["notice_slots"]) == (begins, first), told

    first = SessionLeader.objects.filter(session__on__gt=MONDAY).order_by("starts_at").first()
    today, leader = first.session.on, first.worker_id
    clock.shift_to(datetime.combine(today, time(12, 30), UTC))
    browser = signed_in(cast.sam)
    form = {
        "form_key": new_key(), "program": str(cast.program.pk), "site": str(cast.site.pk),
        "starts_on": MONDAY.isoformat(),
    }  # fmt: skip
    browser.post("/desk/week/plans/reopened/", form)
    room = Reopened(WeekDraft.objects.get(state="ready"))
    board = words_of(browser.get(reverse("desk:week_draft", args=[room.draft.pk])))
    assert "Publish" in board and "Plan again" not in board
    days = [str(day) for day in range(5)]
    browser.post(url(room, "repairs"), away(cast, staff=str(leader), days=days, ends=str(wide)))
    question = WeekQuestion.objects.get()
    run(question.pk, engine=continued)
    page = browser.get(url(room, "repair", question.pk))
    until = date_format(today + timedelta(days=1), "l j F")
    assert f"What begins before {until}, 08:00 stays" in words_of(page)
    led = GroupSession.objects.filter(leaders__worker=leader).distinct()
    assert {each.on for each in led} > {today}
    for each in led:
        address = reverse("desk:session", args=[each.pk])
        assert (address in page.content.decode()) is (each.on == today), each.on


class Reopened:
    """A draft of a published week."""

    def __init__(self, draft):
        self.draft = draft


def moves(room):
    return list(room.draft.moves.all())


def without(client):
    """The open draft's instance as it was before somebody was admitted."""
    document = WeekDraft.objects.get(state="ready").instance
    rest = [entry for entry in document["clients"] if entry["id"] != str(client.pk)]
    return {**document, "clients": rest}


def test_what_is_missing_is_placed_in_one_press(cast):
    """The board asks for it, the answer says that nobody is moved."""
    room = staged(cast)
    schedule = schedule_json(replace(room.schedule, singles=()))
    room.draft.change(schedule=schedule, base=schedule)
    browser = signed_in(cast.sam)
    board = words_of(browser.get(reverse("desk:week_draft", args=[room.draft.pk])))

    browser.post(url(room, "repairs"), {"form_key": new_key(), "kind": "fill"})
    question = WeekQuestion.objects.get()
    run(question.pk, engine=lambda *told: [{**continued(*told)[0], "name": "fill"}])
    page = words_of(browser.get(url(room, "repair", question.pk)))
    taken(browser, room, question)

    assert "Place what is missing" in board and "Place what is missing" in page
    assert "nobody is moved" in page and question.question["fill"]
    assert len(room.schedule.singles) == 6
