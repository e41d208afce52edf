"""The client is told of a test with a reason, and the window starts.

A draw tells by itself, and its window is the draw's: nobody moves it alone, neither to a minute
from now nor to another day. Calling a drawn test off takes two (`skip_draw`).
"""

from datetime import datetime, timedelta
from uuid import UUID
from zoneinfo import ZoneInfo

from homeward import audit
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import Refusal
from homeward.drugtests.models import DrugTest
from homeward.drugtests.reaching import local_day, locked_test
from homeward.program.queries import numbers_for

State = DrugTest.State


class WindowOutOfBounds(Refusal):
    """The window is shorter or longer than the program allows."""


class DrawSaysWhen(Refusal):
    """The window of a drawn test stands."""


@action
def notify_test(
    *,
    actor: Actor,
    test_id: UUID,
    now: datetime,
    due_at: datetime | None = None,
    expected_version: int | None = None,
) -> DrugTest:
    """Say that the client knows; `due_at` is the end of the window, else the program's longest.

    Telling somebody again restarts nothing but the window. Raises DrawSaysWhen, WindowOutOfBounds,
    NotInThatState, StaleVersion.
    """
    test = locked_test(
        actor, test_id, states=(State.ORDERED, State.NOTIFIED), expected_version=expected_version
    )
    if test.draw_id is not None:
        raise DrawSaysWhen
    numbers = numbers_for(test.episode.program_id, local_day(now, test.site))
    # Hours on the wall clock: "the same time tomorrow" holds when the clocks change at night.
    here = now.astimezone(ZoneInfo(test.site.time_zone))
    latest = here + timedelta(hours=int(numbers["draw_window_max_hours"]))
    soonest = here + timedelta(hours=int(numbers["draw_window_min_hours"]))
    due_at = due_at or latest
    if not soonest <= due_at <= latest:
        raise WindowOutOfBounds
    test.change(state=State.NOTIFIED, notified_at=now, due_at=due_at)
    audit.record("drugtests.test.notified", actor=actor, subject=test, at=now)
    return test
