"""What bounds promise: never above what any checked week costs, and the same in any order."""

from dataclasses import replace
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.timetable.solver.answer import Params
from homeward.timetable.solver.bounds import proving
from homeward.timetable.solver.bounds.program import Program
from homeward.timetable.solver.bounds.proving import proven_bounds
from homeward.timetable.solver.bounds.relaxing import relaxed
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.ordering import ordered
from homeward.timetable.solver.possible import Possible
from homeward.timetable.solver.propagating.propagate import propagate
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.schedule import Schedule
from homeward.timetable.solver.solve import solve
from homeward.timetable.tests.solver.small_weeks import document, instances, shuffled

AMPLE = 60.0


def bounds(instance: Instance, schedule: Schedule, effort: float = AMPLE) -> dict[str, int]:
    """What is proven beside a week."""
    instance = ordered(instance)
    report = check(instance, schedule)
    return proven_bounds(
        Possible(instance), propagate(instance), report.tiers,
        is_complete=report.unplaced == 0, effort=effort,
    )  # fmt: skip


def assert_below(instance: Instance, *weeks: Schedule) -> list[dict[str, int]]:
    """No bound proven beside one week is above what any week costs that is as good in tier 1."""
    reports = [check(instance, week) for week in weeks]
    found = [bounds(instance, week) for week in weeks]
    for proven, own in zip(found, reports, strict=True):
        assert all(value >= 0 for value in proven.values())
        for other in reports:
            assert proven["tier1"] <= other.tiers.tier1
            if other.tiers.tier1 <= own.tiers.tier1:
                assert proven["tier3"] <= other.tiers.tier3
    return found


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(instance=instances(6))
def test_no_bound_is_above_what_a_checked_week_costs(instance):
    """Greedy, solved and empty weeks, with and without each of the product's own rules."""
    solved = solve(instance, Params(effort=0.05, workers=1, bounds=False)).schedule
    assert_below(instance, greedy(instance), solved, Schedule())


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    size=st.integers(4, 6),
    kind=st.sampled_from(["loose", "normal", "tight", "hetero"]),
    seed=st.integers(0, 1000),
    rules=st.booleans(),
)
def test_no_bound_is_above_a_planted_week(size, kind, seed, rules):
    """Planted weeks hold every need: their cost is above every bound, and bounds say something."""
    instance, planted = generate(size, kind, seed, product_rules=rules)
    if planted is None or not check(instance, planted).holds:
        return
    proven, _of_greedy = assert_below(instance, planted, greedy(instance))
    assert proven["tier3"] > 0


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 10_000))
def test_bounds_do_not_depend_on_the_order_of_the_input(seed):
    """The same week told in another order has the same bounds, and again the same ones."""
    told = document(Random(seed), 6, has_product_rules=True)
    one, other = instance_of(told), instance_of(shuffled(told, Random(seed + 1)))
    week = greedy(ordered(one))
    assert bounds(one, week) == bounds(other, week) == bounds(one, week)


def test_a_relaxation_proves_more_than_counting():
    """Fourteen people with ordinary windows: days and hours are dearer than counting can see."""
    instance, planted = generate(14, "normal", 1)
    assert bounds(instance, planted)["tier3"] > bounds(instance, planted, 0)["tier3"]


def test_rooms_that_are_missing_are_seen_in_tier_1():
    """Without any group room nobody in person sits in a group, and no week can mend that."""
    instance, _planted = generate(8, "normal", 3)
    rooms = {id_: room for id_, room in instance.rooms.items() if room.kind != "group"}
    people = {
        id_: replace(client, mode="in_person", preferred_mode="in_person")
        for id_, client in instance.clients.items()
    }
    bare = replace(instance, rooms=rooms, clients=people)
    week = greedy(bare)
    proven = bounds(bare, week)["tier1"]
    assert 0 < proven <= check(bare, week).tiers.tier1


def test_when_the_time_is_over_counting_remains():
    """A clock that leaves nothing proves what counting proves, nothing else."""
    instance, planted = generate(14, "normal", 1)
    possible, known = Possible(ordered(instance)), propagate(instance)
    tiers = check(instance, planted).tiers
    least = proving.counting.bounds_of(possible, known, is_complete=True)
    none_left = proven_bounds(possible, known, tiers, is_complete=True, effort=60, seconds=0.0)
    stopped = proven_bounds(
        possible, known, tiers, is_complete=True, effort=60, should_stop=lambda: True
    )
    assert none_left == stopped == least


@pytest.mark.parametrize("price", [0.0, 0.3, 1e9, 12.5])
def test_any_prices_prove_something_true(price):
    """Good or absurd, prices never prove more than the real least."""
    program = Program()
    one, other = program.column(4, third=3), program.column(4, third=5)
    program.at_least([(1, one), (2, other)], 5)
    program.at_most([(1, one)], 2)
    assert program.proven(program.third, [price, price]) <= 13


def test_right_prices_prove_the_least():
    """x + 2 y >= 5 with x, y up to 4 at 3 and 5 each: the relaxed least is 12.5, so 13."""
    program = Program()
    one, other = program.column(4, third=3), program.column(4, third=5)
    program.at_least([(1, one), (2, other)], 5)
    assert program.proven(program.third, [2.5]) == 13


def test_nothing_may_be_missing_where_the_limit_is_nought():
    """Within a tier 1 of nought no column may be used that costs in tier 1."""
    instance, _planted = generate(5, "normal", 1)
    possible = Possible(ordered(instance))
    program = relaxed(possible, list(possible.clients), is_whole=True)
    assert any(program.first)
    assert not any(
        upper and price
        for upper, price in zip(program.within(0).uppers, program.first, strict=True)
    )
