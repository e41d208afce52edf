"""The first answer: whatever the week, no hard rule is broken, and nothing depends on order."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.generating.kinds import KINDS
from homeward.timetable.solver.greedy import by_hand, greedy
from homeward.timetable.solver.guard import TimeIsUp
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.tests.solver.small_weeks import documents, instances, shuffled

MANY = settings(deadline=None, max_examples=40)


@MANY
@given(instances())
def test_any_week_gets_an_answer_that_keeps_every_rule(instance):
    assert check(instance, greedy(instance)).violations == ()


@MANY
@given(documents(), st.integers(0, 1000))
def test_the_order_of_telling_changes_nothing(document, seed):
    schedule = greedy(instance_of(document))
    assert greedy(instance_of(shuffled(document, Random(seed)))) == schedule


@MANY
@given(instances(), st.data())
def test_what_is_fixed_stays(instance, data):
    """Half of an answer, given back as fixed, is in the next answer, rules kept."""
    whole = greedy(instance)
    groups = [each for each in whole.groups if data.draw(st.booleans())]
    singles = [] if groups != list(whole.groups) else list(whole.singles)
    fixed = Schedule(tuple(groups), tuple(singles))
    again = greedy(instance, fixed=_gapless(instance, fixed))
    kept = {each.id: each for each in again.groups}
    for group in _gapless(instance, fixed).groups:
        assert kept[group.id].meetings == group.meetings
        assert set(group.members) <= set(kept[group.id].members)
    assert check(instance, again).violations == ()


def _gapless(instance, fixed):
    """The fixed part if it keeps the rules alone; else nothing is fixed."""
    return fixed if check(instance, fixed).holds else Schedule()


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("has_rules", [False, True])
def test_a_made_up_program_gets_an_answer_no_worse_than_one_walk_by_hand(kind, has_rules):
    """Every rule is kept, more than half is placed, and trying other manners never costs."""
    instance, _ = generate(36, kind, 2, product_rules=has_rules)
    report, once = (check(instance, way(instance)) for way in (greedy, by_hand))
    assert report.violations == once.violations == ()
    needed = sum(sum(client.needs.values()) for client in instance.clients.values())
    assert report.unplaced < needed / 2
    best, walked = report.tiers, once.tiers
    assert (best.tier1, best.tier2, best.tier3) <= (walked.tier1, walked.tier2, walked.tier3)


def test_out_of_time_the_first_walk_is_the_answer():
    """Whoever looks at the clock and finds it over still gets a whole walk, and no second one."""
    instance, _ = generate(12, "normal", 1)

    def is_over() -> None:
        raise TimeIsUp

    assert greedy(instance, look=is_over) == by_hand(instance)
