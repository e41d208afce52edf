"""The clock is asked while things are listed and written down, and what it cuts off stays cut."""

import pytest

from homeward.timetable.solver import guard as guard_module
from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.guard import Guard, TimeIsUp
from homeward.timetable.solver.solve import solve


class Clock:
    """A monotonic clock that a test moves."""

    def __init__(self) -> None:
        self.now = 100.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch):
    told = Clock()
    monkeypatch.setattr(guard_module, "time", told)
    return told


def test_looking_goes_on_until_the_time_is_up_and_then_never_again(clock):
    """Half a minute before its end it lets go on; at its end, and ever after, it raises."""
    watched = Guard(until=130.0)
    watched.look()
    clock.now = 130.0
    with pytest.raises(TimeIsUp):
        watched.look()
    clock.now = 120.0
    assert watched.is_over
    assert (watched.deadline_fired, watched.stopped) == (True, False)


def test_a_stop_is_seen_and_told_apart_from_the_clock(clock):
    """The caller's stop ends the work too, and is not called a deadline."""
    asked = []
    watched = Guard(should_stop=lambda: bool(asked))
    watched.look()
    asked.append("stop")
    clock.now += 1
    with pytest.raises(TimeIsUp):
        watched.look()
    assert (watched.deadline_fired, watched.stopped) == (False, True)


def test_the_caller_is_not_asked_at_every_look(clock):
    """Looking is cheap: between two questions to the caller lies a moment."""
    asked = []
    watched = Guard(should_stop=lambda: bool(asked.append(clock.now)))
    for _ in range(1000):
        watched.look()
    assert len(asked) == 1


@pytest.mark.parametrize("answers", [1, 2, 4, 7])
def test_wherever_a_stop_falls_a_checked_week_comes_back(answers, monkeypatch):
    """Asked to stop at any point of the way, what was found until then is whole and checked."""
    monkeypatch.setattr(guard_module, "BETWEEN_LOOKS", 0.0)
    instance, _planted = generate(9, "hetero", 1)
    asked = []

    def should_stop() -> bool:
        asked.append(1)
        return len(asked) > answers * 50

    result = solve(instance, Params(effort=0.3, bounds=False), should_stop=should_stop)
    assert result.stopped
    report = check(instance, result.schedule)
    assert report.holds
    assert report.tiers == result.tiers
