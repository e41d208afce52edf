"""Moves over the wire: tried, made once, refused in words, never lost to somebody else's."""

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.week_plan.forms.moves import MoveForm
from homeward.desk.week_plan.forms.registry import MOVE_FORMS
from homeward.desk.week_plan.ground import Ground
from homeward.desk.week_plan.refusal_words import refusal_words
from homeward.desk.week_plan.tests.staging import staged
from homeward.desk.week_plan.tests.test_board import words_of
from homeward.testing.cast import cast
from homeward.timetable.actions.make_move import make_move
from homeward.timetable.drafting.moves import ChangeLeader
from homeward.timetable.drafting.reading import open_draft
from homeward.timetable.drafts import DraftMove, WeekDraft
from homeward.timetable.tests.planned import FRIDAY_BEFORE

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def friday():
    clock.shift_to(FRIDAY_BEFORE)
    yield
    clock.shift_to(None)


@pytest.fixture
def room(cast):
    return staged(cast)


def url(room, name, *more):
    return reverse(f"desk:week_draft_{name}", args=[room.draft.pk, *more])


def a_leader(room, staff=None):
    """Sam leads the group instead of Dana."""
    group = room.schedule.groups[0]
    other = {str(room.dana.pk): room.sam.pk, str(room.sam.pk): room.dana.pk}[group.staff]
    return {"kind": "ChangeLeader", "group": group.id, "staff": str(staff or other)}


def sent(asked, seen=0, key=None):
    return {**asked, "form_key": key or new_key(), "form_version": str(seen)}


def test_a_move_that_says_not_what_it_asks_cannot_be_shown(room):
    """It fails as the form is made, not when somebody sends it; every kind of move says it."""

    class Unsaid(MoveForm):
        kind, title = "Unsaid", "A move that nobody wrote"

    ground = Ground.of(open_draft(room.sam.actor, room.draft.pk))
    with pytest.raises(TypeError, match="abstract"):
        Unsaid(ground=ground)
    assert [form(ground=ground).kind for form in MOVE_FORMS.values()] == list(MOVE_FORMS)


def test_a_trial_says_what_it_would_do_and_changes_nothing(room):
    """Allowed, with who it concerns; the draft stays as it is."""
    before = room.schedule

    answer = signed_in(room.sam).get(url(room, "trial"), a_leader(room))

    assert answer.status_code == 200
    page = words_of(answer)
    assert "allowed" in page and "Make this move" in page and "6 people" in page
    assert room.schedule == before


def test_a_trial_names_the_rule_that_stands_against_it(room):
    """A one-to-one where the client sits in the group already."""
    single = room.schedule.singles[0]
    meeting = room.schedule.groups[0].meetings[0]
    asked = {
        "kind": "MoveSingle", "client": single.client, "service": "individual",
        "day": single.day, "start": single.start,
        "to_day": meeting.day, "to_start": meeting.start, "staff": "", "room": "",
    }  # fmt: skip

    page = words_of(signed_in(room.sam).get(url(room, "trial"), asked))

    assert "not allowed" in page and "would be in two places at once" in page
    assert "Make this move" not in page


def test_a_move_is_made_once_however_often_it_is_sent(room):
    """The second sending of the same form repeats the first answer."""
    browser = signed_in(room.sam)
    form = sent(a_leader(room))

    answers = [browser.post(url(room, "moves"), form).status_code for _time in range(2)]

    assert answers == [302, 302]
    assert DraftMove.objects.count() == 1
    assert room.schedule.groups[0].staff == form["staff"]


@pytest.mark.parametrize(
    ("changed", "words"),
    [
        ({"staff": "nobody"}, "Leader"),
        ({"group": "g-none"}, "not in the draft any more"),
        ({"staff": ""}, "Leader"),
    ],
)
def test_bad_words_are_refused_and_kept(room, changed, words):
    """422, with the field named and the rest as it was typed."""
    asked = a_leader(room) | changed

    answer = signed_in(room.sam).post(url(room, "moves"), sent(asked))

    assert answer.status_code == 422
    assert words in words_of(answer)
    assert DraftMove.objects.count() == 0


def test_a_kind_nobody_knows_is_not_found(room):
    """There is no such move."""
    answer = signed_in(room.sam).post(url(room, "moves"), sent({"kind": "Vanish"}))

    assert answer.status_code == 404


def test_a_stale_move_shows_the_others_and_loses_nothing(room):
    """Dina moved the same group after Sam opened the page; both moves stand side by side."""
    asked, first = a_leader(room), room.schedule.groups[0].staff
    make_move(
        actor=room.dina.actor, draft_id=room.draft.pk, seen=0, now=FRIDAY_BEFORE,
        move=ChangeLeader(asked["group"], asked["staff"]),
    )  # fmt: skip
    back = asked | {"staff": first}
    browser = signed_in(room.sam)

    answer = browser.post(url(room, "moves"), sent(back, seen=0))

    page = words_of(answer)
    assert answer.status_code == 422
    assert "Somebody else moved the same people" in page
    assert "What others moved meanwhile" in page and "Dina Volkov" in page
    assert "Make this move" in page
    assert 'name="form_version" value="1"' in answer.content.decode()
    assert browser.post(url(room, "moves"), sent(back, seen=1)).status_code == 302


def test_a_move_is_taken_back_and_the_list_keeps_both(room):
    """Undo is a move of its own."""
    browser = signed_in(room.sam)
    before = room.schedule
    browser.post(url(room, "moves"), sent(a_leader(room)))

    answer = browser.post(url(room, "undo", 1), {"form_key": new_key(), "form_version": "1"})

    assert answer.status_code == 302
    assert room.schedule == before
    page = words_of(browser.get(url(room, "moves")))
    assert "Taken back:" in page and "Sam Whitfield" in page
    again = browser.post(url(room, "undo", 1), {"form_key": new_key(), "form_version": "2"})
    assert again.status_code == 422
    assert "taken back before" in words_of(again)


def test_every_form_of_a_group_can_be_tried(room):
    """The page of a group offers its moves; each form's own defaults make a trial."""
    group = room.schedule.groups[0]

    page = signed_in(room.sam).get(url(room, "group", group.id))

    for words in ("Move to another time", "Another leader", "Give somebody a seat", "Close this"):
        assert words in words_of(page)


def test_a_group_that_is_gone_is_not_found(room):
    """Also a talk at another time."""
    browser = signed_in(room.sam)
    assert browser.get(url(room, "group", "none")).status_code == 404
    assert browser.get(url(room, "single") + "?client=x&day=0").status_code == 404


def test_a_draft_put_aside_is_read_only(room):
    """It keeps its board and refuses moves."""
    browser = signed_in(room.sam)
    browser.post(url(room, "end"), {"form_key": new_key()})

    assert WeekDraft.objects.get().state == WeekDraft.State.DISCARDED
    assert browser.get(reverse("desk:week_draft", args=[room.draft.pk])).status_code == 200
    answer = browser.post(url(room, "moves"), sent(a_leader(room)))
    assert answer.status_code == 422
    assert "cannot be changed" in words_of(answer)


@pytest.mark.parametrize("name", ["moves", "end", "again", "stop", "repairs", "publication"])
def test_nobody_without_the_duty_acts(room, name):
    """Dana counsels; she does not plan."""
    answer = signed_in(room.dana).post(url(room, name), {"form_key": new_key()})

    assert answer.status_code == 403


def test_a_publication_that_says_not_what_it_saw_has_seen_no_move(room):
    """Publishing cannot be taken back: a form without its version is no way round a colleague."""
    asked = a_leader(room)
    made = make_move(
        actor=room.sam.actor, draft_id=room.draft.pk,
        move=ChangeLeader(group=asked["group"], staff=str(asked["staff"])), seen=0,
        now=FRIDAY_BEFORE,
    )  # fmt: skip

    answer = signed_in(room.sam).post(url(room, "publication"), {"form_key": new_key()})

    assert made.number == 1
    assert answer.status_code == 422
    assert refusal_words("moved_meanwhile") in words_of(answer)
    room.draft.refresh_from_db()
    assert room.draft.state == WeekDraft.State.READY
