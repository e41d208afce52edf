"""Weeks and houses that are unlike others say so on the board, in words."""

from dataclasses import replace
from datetime import date

import pytest

from homeward.core import clock
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.week_plan.pages.week_notes import week_notes
from homeward.desk.week_plan.tests.staging import staged
from homeward.desk.week_plan.tests.test_board import words_of
from homeward.program.models import Holiday
from homeward.testing.cast import cast
from homeward.timetable.drafting.reading import open_draft
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday():
    clock.shift_to(FRIDAY_BEFORE)
    yield
    clock.shift_to(None)


@pytest.mark.parametrize(
    ("starts_on", "words"),
    [
        (date(2026, 10, 26), "Clocks go back on Sunday 1 November."),
        (date(2027, 3, 8), "Clocks go forward on Sunday 14 March."),
        (date(2026, 11, 23), ""),
    ],
)
def test_a_week_in_which_the_clocks_change_says_so(cast, starts_on, words):
    """Wall times hold; a week without a change says nothing."""
    opened = open_draft(cast.sam.actor, staged(cast).draft.pk)
    opened.draft.starts_on = starts_on

    found = " ".join(week_notes(opened))

    assert words in found
    assert ("Clocks" in found) == bool(words)


def test_a_holiday_is_named_and_one_room_is_told(cast):
    """Thanksgiving by its name; groups in the one room follow each other."""
    room = staged(cast)
    thursday = MONDAY.replace(day=26)
    Holiday.objects.get_or_create(program=cast.program, on=thursday, name="Thanksgiving")
    document = room.draft.instance
    document["meta"]["closed_days"] = [3]
    room.draft.change(instance=document)
    opened = open_draft(cast.sam.actor, room.draft.pk)

    assert week_notes(opened) == (
        "Closed on Thursday 26 November: Thanksgiving. The week's sessions are on the days that"
        " are open.",
        "There is one group room, so groups in person meet one after another.",
    )
    bare = replace(opened, instance=replace(opened.instance, rooms={}))
    assert "only meet by telehealth" in week_notes(bare)[-1]


def test_somebody_with_no_possible_time_is_told_as_that(cast):
    """Not as a matter of this plan: no plan could do it."""
    room = staged(cast, unplaced=True)

    page = words_of(signed_in(cast.sam).get(f"/desk/week/plans/{room.draft.pk}/reasons/"))

    assert "No plan could place these" in page
    assert (
        "Individual: 1 session has no possible time,"
        " none of their free stretches is long enough (Jo A.)" in page
    )
