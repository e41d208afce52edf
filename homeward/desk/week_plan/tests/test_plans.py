"""Plans of a week are started, stopped, begun again and published over the wire."""

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.week_plan.tests.staging import staged
from homeward.desk.week_plan.tests.test_board import words_of
from homeward.desk.week_plan.views import publishing
from homeward.testing.cast import cast
from homeward.timetable.drafting.telling import Preview
from homeward.timetable.drafts import WeekDraft
from homeward.timetable.publications import Publication
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
PLANS = "/desk/week/plans/"
EMPTY = {"groups": [], "singles": []}


@pytest.fixture(autouse=True)
def friday():
    clock.shift_to(FRIDAY_BEFORE)
    yield
    clock.shift_to(None)


def asked(cast, **changed):
    typed = {
        "program": str(cast.program.pk), "site": str(cast.site.pk),
        "starts_on": MONDAY.isoformat(), "effort": "quick",
    }  # fmt: skip
    return {"form_key": new_key(), **typed, **changed}


def test_a_plan_is_started_once_however_often_it_is_asked(cast):
    """The page of the plan says that it waits for its turn."""
    browser, form = signed_in(cast.sam), asked(cast)

    answers = [browser.post(PLANS, form) for _time in range(2)]

    draft = WeekDraft.objects.get()
    assert [each["Location"] for each in answers] == [f"{PLANS}{draft.pk}/"] * 2
    assert (draft.state, draft.seconds) == (WeekDraft.State.PLANNING, 20)
    assert "Waiting for its turn" in words_of(browser.get(f"{PLANS}{draft.pk}/"))


@pytest.mark.parametrize(
    ("changed", "status", "words"),
    [
        ({"effort": "heroic"}, 422, "How long may it try?"),
        ({"starts_on": "2026-11-09"}, 422, "Nothing of this week lies ahead."),
        ({"starts_on": "2026-11-16"}, 422, "A week that has begun is not planned anew."),
        ({"starts_on": "2026-11-24"}, 422, "first weekday"),
        ({"site": "9d0a1c1e-0000-4000-8000-000000000000"}, 404, ""),
    ],
)
def test_a_start_that_cannot_be_is_refused_in_words(cast, changed, status, words):
    """Nothing is planned, and the choice stays."""
    answer = signed_in(cast.sam).post(PLANS, asked(cast, **changed))

    assert answer.status_code == status
    assert words in words_of(answer)
    assert not WeekDraft.objects.exists()


def test_one_plan_at_a_time(cast):
    """A second start is refused, and leads to the open one."""
    staged(cast)

    answer = signed_in(cast.sam).post(PLANS, asked(cast))

    assert answer.status_code == 422
    assert "This week has an open plan already." in words_of(answer)


def test_a_week_nobody_was_told_is_not_reopened(cast):
    """Changing what was published needs a publication."""
    typed = asked(cast)

    answer = signed_in(cast.sam).post(f"{PLANS}reopened/", typed)

    assert answer.status_code == 422
    assert "not published yet" in words_of(answer)


def test_stopping_says_what_is_kept(cast):
    """Asked twice it is asked once; a plan that is ready is not stopped."""
    room = staged(cast, state=WeekDraft.State.PLANNING, schedule=None, base=None)
    browser = signed_in(cast.sam)
    stop = reverse("desk:week_draft_stop", args=[room.draft.pk])

    answer = browser.post(stop, {"form_key": new_key()}, follow=True)

    assert "Asked to stop. The best week found so far is kept." in words_of(answer)
    assert "Stopping with the best week found" in words_of(answer)
    WeekDraft.objects.update(state=WeekDraft.State.READY, schedule=EMPTY)
    late = browser.post(stop, {"form_key": new_key()}, follow=True)
    assert "It was done before it could be stopped." in words_of(late)


def test_planning_again_puts_the_old_plan_aside(cast):
    """Its moves stay in the list; the new one begins from today's records."""
    room = staged(cast)
    again = reverse("desk:week_draft_again", args=[room.draft.pk])

    answer = signed_in(cast.sam).post(again, {"form_key": new_key()})

    assert answer.status_code == 302
    states = set(WeekDraft.objects.values_list("state", flat=True))
    assert states == {WeekDraft.State.DISCARDED, WeekDraft.State.PLANNING}


def test_a_plan_without_a_week_says_what_happened(cast):
    """And offers another attempt."""
    room = staged(
        cast, state=WeekDraft.State.FAILED, schedule=None, base=None, reason="planning_failed"
    )

    page = words_of(signed_in(cast.sam).get(f"{PLANS}{room.draft.pk}/"))

    assert "No week was found." in page and "Plan again" in page


def test_publishing_says_first_what_stands_in_the_way(cast, monkeypatch):
    """Days with nobody on duty by name, rules by what they say; there is no button."""
    room = staged(cast)
    found = Preview((), (), ("rule_k_group", "nobody_on_duty"), (MONDAY,))
    monkeypatch.setattr(publishing, "preview", lambda *_: found)

    page = signed_in(cast.sam).get(reverse("desk:week_draft_publication", args=[room.draft.pk]))

    words = words_of(page)
    assert "Nobody was told yet" in words
    assert "Nobody is on duty on Monday 23 November. Fill the roster first." in words
    assert "A placement rule stands against it." in words
    assert "Publish" not in words.partition("Nobody was told yet")[2].partition("Publishing")[0]


def test_publishing_is_done_once_and_says_who_was_told(cast):
    """A week that places nobody tells nobody; sent again it is published once."""
    browser = signed_in(cast.sam)
    browser.post(PLANS, asked(cast))
    WeekDraft.objects.update(state=WeekDraft.State.READY, base=EMPTY, schedule=EMPTY)
    address = reverse("desk:week_draft_publication", args=[WeekDraft.objects.get().pk])
    form = {"form_key": new_key(), "form_version": "0"}

    page = words_of(browser.get(address))
    answers = [browser.post(address, form).status_code for _time in range(2)]

    assert "Publish; nobody needs to be told" in page
    assert answers == [302, 302]
    assert Publication.objects.count() == 1
    assert "Who was told" in words_of(browser.get(address))
