"""A day read alone, and the roster filled from the page that publishes."""

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.testing.cast import cast
from homeward.timetable.models import Week
from homeward.timetable.roster import DutyShift
from homeward.timetable.tests.week.house import BEFORE, house

__all__ = ["cast"]


@pytest.fixture
def week(cast):
    clock.shift_to(BEFORE)
    yield house(cast)
    clock.shift_to(None)


@pytest.mark.django_db
def test_a_week_without_a_roster_is_filled_and_published(week):
    """Publishing waits, the button fills from working hours, then the week goes out."""
    draft = week.drafted()
    sam = signed_in(week.sam)
    page = reverse("desk:week_draft_publication", args=[draft.pk])
    roster = reverse("desk:week_draft_roster", args=[draft.pk])
    told = sam.get(page).content.decode()
    assert roster in told
    assert "Fill the roster first" in told
    assert signed_in(week.dana).post(roster, {"form_key": new_key()}).status_code == 403

    assert sam.post(roster, {"form_key": new_key()}).status_code == 302

    assert DutyShift.objects.exists()
    told = sam.get(page).content.decode()
    assert roster not in told
    seen = {"form_key": new_key(), "form_version": str(draft.head)}
    assert sam.post(page, seen).status_code == 302
    assert Week.objects.get().published_at is not None


@pytest.mark.django_db
def test_one_day_is_drawn_alone(week):
    draft = week.drafted()
    board = reverse("desk:week_draft", args=[draft.pk])
    shown = signed_in(week.sam).get(f"{board}?as=day&day=2").context["page"].board
    assert [day.number for day in shown.days] == [2]
    whole = signed_in(week.sam).get(board).context["page"].board
    assert len(whole.days) >= 5
