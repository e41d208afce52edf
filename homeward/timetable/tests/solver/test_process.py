"""A child process that ends, in whatever way, leaves the best checked week behind."""

import os
import signal
import time
from dataclasses import replace

import pytest

from homeward.timetable.solver.answer import Params, Progress
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.solver.process import PlanningFailed, solve_apart

SHORT = Params(effort=0.05, workers=1)


def _told(instance):
    schedule = greedy(instance)
    report = check(instance, schedule)
    return Progress("greedy", 0.0, 1.0, report.tiers, report.unplaced, schedule)


def dies_after_telling(tell, cancel, instance, params):
    tell.send(_told(instance))
    os.kill(os.getpid(), signal.SIGKILL)


def dies_at_once(tell, cancel, instance, params):
    os.kill(os.getpid(), signal.SIGKILL)


def hoards(tell, cancel, instance, params):
    tell.send(_told(instance))
    held = []
    while True:
        held.append(bytearray(8_000_000))
        time.sleep(0.01)


@pytest.fixture(scope="module")
def instance():
    return generate(8, "normal", 1)[0]


def test_a_whole_run_comes_back_as_it_is(instance):
    """Result and progress cross the border between the processes."""
    told = []
    result = solve_apart(instance, replace(SHORT, bounds=False), on_progress=told.append)
    assert check(instance, result.schedule).holds
    assert told
    assert not result.cut_short


def test_a_killed_child_leaves_its_best_week(instance):
    """What it had told of is checked once more and returned, and the result says why."""
    result = solve_apart(instance, SHORT, work=dies_after_telling)
    assert result.schedule == greedy(instance)
    assert (result.stopped, result.cut_short) == (True, "ended with -9")


def test_a_child_that_says_nothing_is_a_failure_with_its_reason(instance):
    """There is no schedule to give back, so none is made up."""
    with pytest.raises(PlanningFailed, match="ended with -9"):
        solve_apart(instance, SHORT, work=dies_at_once)


def test_a_child_above_its_memory_is_ended_and_its_week_kept(instance):
    """The cap is watched from outside; the best week survives it."""
    result = solve_apart(instance, SHORT, work=hoards, most_megabytes=250)
    assert result.cut_short == "above 250 MB"
    assert check(instance, result.schedule).holds
