"""What people were told stays, and is said apart from what is broken."""

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.week_plan.tests.staging import staged
from homeward.desk.week_plan.tests.test_board import words_of
from homeward.testing.cast import cast
from homeward.timetable.drafting.reading import open_draft
from homeward.timetable.models import Week
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday():
    clock.shift_to(FRIDAY_BEFORE)
    yield
    clock.shift_to(None)


def needing_three(room):
    """Everybody's need is three meetings now, and the group they were promised meets twice."""
    document = room.draft.instance
    for each in document["clients"]:
        each["needs"]["group"] = 3
    room.draft.change(instance=document)
    return room


def promised(room):
    """The week was published, so that what stands in it is a promise."""
    Week.objects.create(
        program=room.cast.program, site=room.cast.site, starts_on=MONDAY,
        published_at=FRIDAY_BEFORE,
    )  # fmt: skip
    return room


def board_of(room):
    return signed_in(room.sam).get(reverse("desk:week_draft", args=[room.draft.pk]))


def test_a_kept_promise_is_amber_and_breaks_nothing(cast):
    """The group meets twice as it was told; a new plan would let it meet three times."""
    room = promised(needing_three(staged(cast)))

    page = board_of(room)

    found = open_draft(cast.sam.actor, room.draft.pk)
    assert {each.code for each in found.kept} == {"G-COUNT"} and not found.broken
    words = words_of(page)
    assert "Kept as people were told" in words and "Nobody broke anything" in words
    assert "In a group that meets more or less often than they need: 6 times" in words
    assert "Jo A." in words
    assert "A rule is broken" not in words and "Rules broken" not in words
    assert page.context["page"].quality.tone != "urgent"
    repairs = words_of(signed_in(cast.sam).get(reverse("desk:week_draft_repairs",
                                                       args=[room.draft.pk])))  # fmt: skip
    assert "meet as often" not in repairs, "nothing is asked to be mended"


def test_what_was_never_told_stands_as_the_groups_recur(cast):
    """Nobody is said to have been promised it."""
    words = words_of(board_of(needing_three(staged(cast))))

    assert "Kept as the groups recur" in words and "The recurring groups make it so" in words
    assert "people were promised" not in words and "A rule is broken" not in words


def test_the_same_shape_made_anew_is_red(cast):
    """Where nobody was told it, the rule is broken."""
    room = needing_three(staged(cast, base=None))

    page = board_of(room)

    words = words_of(page)
    assert "A rule is broken" in words and "Kept as" not in words
    assert "does not meet as often as Jo A. needs" in words
    assert page.context["page"].quality.tone == "urgent"


def test_what_no_promise_excuses_stays_red(cast):
    """A leader who does not work then is no kept promise, though people were told so."""
    room = staged(cast)
    document = room.draft.instance
    for each in document["staff"]:
        each["avail"] = []
    room.draft.change(instance=document)

    words = words_of(board_of(room))

    assert "A rule is broken" in words and "does not work then" in words
    assert "Kept as" not in words
