"""The phone's bench says no to whatever was not shown, and uses up no demo of somebody else's."""

import pytest

from homeward.cli.bench.phone import holds
from homeward.cli.bench.phoning.starting import a_fresh_demo
from homeward.cli.bench.phoning.tasks import TASKS
from homeward.kernel.bad_input import BadInput

SHOWN, LATE = {"name": "a", "holds": True}, {"name": "b", "holds": False}
SKIPPED = {"name": "c", "skipped": "Today has nothing of it in this demo now"}


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        ({"first_views": [SHOWN], "tasks": [SHOWN], "without_scripts": [{"faults": []}]}, True),
        ({"tasks": [SHOWN, SKIPPED]}, False),
        ({"first_views": [SHOWN, LATE]}, False),
        ({"by_hand": [LATE]}, False),
        ({"staff_by_hand": [SHOWN, LATE]}, False),
        ({"tasks": [SHOWN], "without_scripts": [{"faults": [{"page": "/me/"}]}]}, False),
    ],
)
def test_what_was_not_shown_does_not_hold(told: dict, expected: bool) -> None:
    assert holds(told) is expected


def test_ten_tasks_are_named_each_once() -> None:
    assert len({task.name for task in TASKS}) == len(TASKS) == 10


def test_a_folder_that_holds_something_is_refused(tmp_path) -> None:
    (tmp_path / "home").mkdir()
    with pytest.raises(BadInput) as refused, a_fresh_demo(str(tmp_path)):
        raise AssertionError("a demo was started")
    assert refused.value.path == "--folder"
