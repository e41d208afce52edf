"""A dose of `homeward bench replay`: some forms of a day, each sent three times."""

from collections.abc import Iterator

import pytest
from django.db import transaction

from homeward.core import clock, submissions
from homeward.testing import replaying
from homeward.testing.matrix import sheets
from homeward.testing.matrix.asking import House
from homeward.testing.matrix.world import make_world
from homeward.testing.stage import NOON

DOSE = {
    "desk:drug_test_end": "desk:drug_test_end", "desk:outreach": "desk:outreach",
    "desk:appointment": "desk:appointment", "desk:chart_reason": "desk:chart",
}  # fmt: skip
PAGE = """
<form method="get"><input name="q" value="no"></form>
<form method="post" action="/desk/tasks/" id="sent">
  <input type="hidden" name="form_key" value="k"><input type="radio" name="how" value="">
  <input type="radio" name="how" value="a"><input type="radio" name="how" value="b" checked>
  <select name="who"><option value="">-</option><option value="w1">W</option></select>
  <textarea name="why" maxlength="7"></textarea><input type="number" name="n" min="4">
</form>
<button form="sent" name="then" value="next">Save</button>
"""


@pytest.fixture(scope="module")
def house(django_db_setup: None, django_db_blocker) -> Iterator[House]:
    """The world of the access matrix, undone at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield House(make_world())
        transaction.set_rollback(True)
    clock.shift_to(None)


@pytest.fixture(autouse=True)
def _still_tuesday(house: House) -> None:
    clock.shift_to(NOON)


def test_a_form_is_read_and_filled_as_it_stands():
    """What is suggested is kept; what is empty is filled within its limits."""
    (sheet,) = sheets.read("/page/", PAGE)

    assert (sheet.action, sheet.route) == ("/desk/tasks/", "desk:tasks")
    assert sheet.filled() == {
        "form_key": ["k"], "how": ["b"], "who": ["w1"], "why": [sheets.WORDS[:7]], "n": ["4"],
        "then": ["next"],
    }  # fmt: skip


@pytest.mark.parametrize("route", DOSE)
def test_a_form_sent_again_does_nothing_again(house, route):
    """The first answer again, nothing written, and another body refused."""
    (done,) = [
        each
        for each in replaying.replay(
            house, route, page=DOSE[route], columns=("counselor", "director")
        )
        if each.route == route
    ]

    assert done.wrote
    assert not done.faults


def test_a_house_that_forgets_what_it_did_is_found_out(house, monkeypatch):
    """The bench sees the fault it is there for."""
    monkeypatch.setattr(submissions, "_claim", lambda *_: True)

    name = "desk:appointment"
    (done,) = replaying.replay(house, name, page=name, columns=("counselor",))

    assert "written again: progress_appointment" in done.faults
