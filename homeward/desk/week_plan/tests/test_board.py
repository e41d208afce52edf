"""The board over the wire: who sees it, what it says, how many questions it asks."""

import re

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.week_plan.tests.staging import staged
from homeward.testing.cast import cast
from homeward.timetable.drafts import PlanningStep, WeekDraft
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday():
    clock.shift_to(FRIDAY_BEFORE)
    yield
    clock.shift_to(None)


def words_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


def test_the_board_shows_the_week_to_who_plans_it(cast):
    """Groups with seats and leader, the costs in words, and everyone placed."""
    room = staged(cast)

    page = words_of(signed_in(cast.sam).get(reverse("desk:week_draft", args=[room.draft.pk])))

    assert "Week of 23 November" in page
    assert "Process group" in page and "6 of 10" in page and "Early · Room 1" in page
    assert "Everyone has a place for all they need this week." in page
    assert "at most" in page and "from the best possible" in page


@pytest.mark.parametrize("name", ["dana", "omar", "ruth", "fay"])
def test_nobody_else_opens_a_draft(cast, name):
    """Without the duty there is no draft, at no address of it."""
    room = staged(cast)
    browser = signed_in(cast.people[name])
    for route in ("week_draft", "week_draft_moves", "week_draft_reasons", "week_draft_changes"):
        assert browser.get(reverse(f"desk:{route}", args=[room.draft.pk])).status_code == 403
    assert browser.get(reverse("desk:week_drafts")).status_code == 403


@pytest.mark.parametrize("query", ["", "by=room", "by=staff", "by=client", "as=list", "day=3"])
def test_each_way_of_looking(cast, query):
    """Everyone, one room, one colleague, one client, as a table, one day."""
    room = staged(cast)

    address = reverse("desk:week_draft", args=[room.draft.pk])
    page = signed_in(cast.sam).get(f"{address}?{query}")

    assert page.status_code == 200
    assert "Process group" in words_of(page)


def test_wrong_words_in_the_address_show_everything(cast):
    """A filter nobody knows is no error."""
    room = staged(cast)
    address = reverse("desk:week_draft", args=[room.draft.pk])

    page = signed_in(cast.sam).get(f"{address}?by=moon&of=x&as=song&day=soon")

    assert page.status_code == 200


def test_a_plan_on_its_way_says_how_far_it_is(cast):
    """The newest step in words; the fragment renews itself, and reloads the page at the end."""
    room = staged(cast, state=WeekDraft.State.PLANNING, schedule=None, base=None)
    PlanningStep.objects.create(
        draft=room.draft, number=1, at=FRIDAY_BEFORE, stage="greedy", seconds=1.5, unplaced=7,
        tiers={"tier1": 7000, "tier2": 0, "tier3": 90},
    )  # fmt: skip
    browser = signed_in(cast.sam)

    page = words_of(browser.get(reverse("desk:week_draft", args=[room.draft.pk])))
    part = browser.get(reverse("desk:week_draft_progress", args=[room.draft.pk]))

    assert "Sessions not placed in the best week so far 7" in page
    assert 'hx-trigger="every 2s"' in part.content.decode()
    WeekDraft.objects.update(state=WeekDraft.State.READY)
    assert browser.get(part.request["PATH_INFO"])["HX-Refresh"] == "true"


def test_what_has_no_place_says_why_and_nothing_of_others(cast):
    """Jo is never free; the reason is hers alone."""
    room = staged(cast, unplaced=True)
    browser = signed_in(cast.sam)

    board = words_of(browser.get(reverse("desk:week_draft", args=[room.draft.pk])))
    why = words_of(browser.get(reverse("desk:week_draft_reasons", args=[room.draft.pk])))

    assert "Jo A." in board and "needs 2 more: Process group" in board
    assert "is not free" in why
    assert "Brown" not in why


def test_the_plans_of_a_week_are_listed(cast):
    """The open one first, with who began it and how much has no place."""
    staged(cast, unplaced=True)

    page = words_of(signed_in(cast.sam).get(f"/desk/week/plans/?week={MONDAY}"))

    assert "by Sam Whitfield" in page and "draft" in page
    assert "This week has an open plan." in page and "3 sessions not placed" in page


@pytest.mark.parametrize(
    ("part", "most"),
    [
        ("", 25), ("reasons/", 22), ("changes/", 20), ("moves/", 20), ("repairs/", 23),
        ("groups/", 20),
    ],
)  # fmt: skip
def test_a_page_asks_no_more_for_many_than_for_few(cast, part, most, django_assert_max_num_queries):
    """Six people or twenty."""
    few = staged(cast, unplaced=True)
    browser = signed_in(cast.sam)
    address = reverse("desk:week_draft", args=[few.draft.pk]) + part
    browser.get(address)
    with django_assert_max_num_queries(most) as first:
        assert browser.get(address).status_code == 200
    WeekDraft.objects.update(state=WeekDraft.State.DISCARDED)
    many = staged(cast, people=20, unplaced=True)
    # The second plan does not know the people of the first: their names are one query more.
    with django_assert_max_num_queries(len(first.captured_queries) + 1):
        browser.get(reverse("desk:week_draft", args=[many.draft.pk]) + part)
