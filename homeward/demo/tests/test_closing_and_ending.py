"""The demo keeps the rules of the rooms: how a group closes, and what ends with an episode."""

import re
from pathlib import Path
from typing import Any

import pytest

from homeward.attendance.models import AttendanceMark
from homeward.attendance.queries import CAME
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.demo.rows.leaving import close_what_ended
from homeward.demo.rows.story_rows import write_down
from homeward.demo.tests.telling import ZONE, small_story
from homeward.kernel.purposes import Purpose
from homeward.notes.models import ClientNote
from homeward.plans import actions
from homeward.plans.keeping_watch import open_plan_duties
from homeward.plans.models import Plan
from homeward.plans.tests.test_sign_plan import in_force, sign
from homeward.tasks.models import CareTask
from homeward.testing.cast import Cast

HOMEWARD = Path(__file__).resolve().parents[2]
WITH_THE_RULES = {
    "attendance/actions/__init__.py",
    "attendance/actions/close_register.py",
    "notes/actions/close_group.py",
}


def test_a_register_is_closed_by_the_closing_rules_alone() -> None:
    """Whoever closes one asks first: everyone marked, a note for everyone who came, no danger."""
    used = {
        str(path.relative_to(HOMEWARD))
        for path in HOMEWARD.rglob("*.py")
        if "tests" not in path.parts
        and re.search(r"\bclose_register\b", path.read_text(encoding="utf-8"))
    }
    assert used == WITH_THE_RULES


@pytest.mark.django_db
def test_everyone_who_came_to_a_closed_session_has_words() -> None:
    """Signed, or begun and waiting for a signature."""
    story, setting = small_story(3)
    book, _ = write_down(story, setting, ZONE)
    written: set[Any] = {
        (note.session_id, note.client_id) for note in book.new[ClientNote] if str(note.body).strip()
    }
    came = [
        mark
        for mark in book.new[AttendanceMark]
        if mark.state in CAME and mark.session.closed_at is not None
    ]
    without = [mark for mark in came if (mark.session_id, mark.client_id) not in written]
    assert came and not without


@pytest.mark.django_db
def test_an_amended_plan_ends_with_the_episode_that_the_story_ends(cast: Cast) -> None:
    """Though the story never heard of the amendment; its duties go too, and once."""
    plan = in_force(cast)
    draft = actions.amend_plan(
        actor=cast.dana.actor, plan_id=plan.pk, reason="A hard weekend.", now=clock.now()
    )
    for meaning in ("author", "client"):
        sign(cast, draft, meaning)
    open_plan_duties(now=clock.now())
    cast.episode.change(ended_at=clock.now(), ended_on=clock.today())
    assert close_what_ended() == 1
    draft.refresh_from_db()
    assert draft.state == Plan.State.CLOSED and draft.ended_at == cast.episode.ended_at
    rows = CareTask.objects.for_actor(Actor.of_service("test"), Purpose.INTERNAL_CARE)
    assert not rows.filter(client=cast.jo.row, kind__startswith="plan_", closed_at=None).exists()
    assert close_what_ended() == 0
