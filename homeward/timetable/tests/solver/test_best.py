"""The best week is checked, never gets worse, and a line beside it is judged by itself."""

from dataclasses import replace

import pytest

from homeward.timetable.solver.best import LINE_LOSS, Best, Verdict
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.schedule import Schedule


@pytest.fixture(scope="module")
def week():
    return generate(9, "normal", 1)


def without(schedule: Schedule, number: int) -> Schedule:
    """The week with some one-to-ones fewer."""
    return replace(schedule, singles=schedule.singles[number:])


def test_a_worse_week_is_refused_and_an_equal_one_taken_without_word(week):
    """Only what is better is told of; what is as good may take the place."""
    instance, planted = week
    told = []
    best = Best(instance, 1.0, told.append)
    assert best.offer("first", planted, 0.0) is Verdict.BETTER
    assert best.offer("again", planted, 0.0) is Verdict.AS_GOOD
    assert best.offer("worse", without(planted, 1), 0.0) is Verdict.REFUSED
    assert best.schedule == planted
    assert [each.stage for each in told] == ["first"]


def test_what_breaks_a_rule_is_taken_out_and_counted(week):
    """The pieces that keep every rule stay."""
    instance, planted = week
    twice = replace(planted, singles=(*planted.singles, planted.singles[0]))
    best = Best(instance, 1.0)
    assert best.offer("broken", twice, 0.0) is Verdict.BETTER
    assert best.lost == 1
    assert best.schedule.groups
    assert check(instance, best.schedule).holds


def test_a_line_is_judged_against_itself_and_the_best_stays(week):
    """A week with less may be followed; what improves it is taken on the line, not as the best."""
    instance, planted = week
    best = Best(instance, 1.0)
    best.offer("coordinator", without(planted, 3), 0.0)
    best.offer("better", without(planted, 1), 0.0)
    assert best.begin_line(without(planted, 2))
    assert best.cost() == check(instance, without(planted, 2)).tiers
    assert best.is_line_behind
    assert best.offer("no gain", without(planted, 3), 0.0) is Verdict.REFUSED
    assert best.offer("on the line", without(planted, 1), 0.0) is Verdict.BETTER
    assert not best.is_line_behind
    assert best.offer("past the best", planted, 0.0) is Verdict.BETTER
    assert best.schedule == planted
    assert best.cost() == check(instance, planted).tiers


def test_no_line_from_a_week_that_loses_far_more_or_breaks_a_rule(week):
    """A line must be able to catch up."""
    instance, planted = week
    best = Best(instance, 1.0)
    best.offer("one short", without(planted, 1), 0.0)
    assert best.report.tiers.tier1 * LINE_LOSS < check(instance, Schedule()).tiers.tier1
    assert not best.begin_line(Schedule())
    assert not best.begin_line(replace(planted, singles=planted.singles * 2))
    assert best.line is None
