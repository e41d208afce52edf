"""What `solve` promises: checked, never worse than greedy, the same again, stoppable."""

from copy import deepcopy
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from homeward.timetable.solver.answer import Params, fingerprint_of
from homeward.timetable.solver.checking.check import check
from homeward.timetable.solver.explaining.explain import explain
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.greedy import greedy
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.propagating.propagate import propagate
from homeward.timetable.solver.reading import instance_of
from homeward.timetable.solver.reading_schedule import schedule_json
from homeward.timetable.solver.solve import solve
from homeward.timetable.tests.solver.small_weeks import documents, instances
from homeward.timetable.tests.solver.world import World

SHORT = Params(effort=0.05, workers=1)


def shuffled(instance: Instance, chance) -> Instance:
    """The same week told in another order."""

    def other_order(records):
        names = list(records)
        chance.shuffle(names)
        return {name: records[name] for name in names}

    pairs = list(instance.keep_apart)
    chance.shuffle(pairs)
    return replace(
        instance,
        clients=other_order(instance.clients),
        staff=other_order(instance.staff),
        rooms=other_order(instance.rooms),
        services=other_order(instance.services),
        keep_apart=tuple(pairs),
    )


@pytest.mark.parametrize("kind", ["normal", "tight"])
def test_a_planted_week_of_thirty_misses_nothing_and_costs_no_more_than_planted(kind):
    """Where a complete week exists it is found, with comfort no worse than the planted one.

    Nothing more is asked, so the search is stopped as soon as it has told of such a week.
    """
    instance, planted = generate(30, kind, 1)
    wished, told = check(instance, planted).tiers.tier3, []
    result = solve(
        instance, Params(effort=1, workers=1, bounds=False), told.append,
        lambda: bool(told) and not told[-1].unplaced and told[-1].tiers.tier3 <= wished,
    )  # fmt: skip
    assert check(instance, result.schedule).holds
    assert result.unplaced == 0
    assert result.tiers.tier3 <= wished


def test_the_products_own_rules_hold_in_what_is_found():
    """Documentation, led groups a day and staff on duty are kept by every stage, nothing lost."""
    instance, _planted = generate(14, "normal", 2, product_rules=True)
    result = solve(instance, SHORT)
    assert check(instance, result.schedule).holds
    assert sum(step.lost for step in result.trace) == 0


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(
    size=st.integers(3, 7),
    kind=st.sampled_from(["normal", "tight", "hetero", "over", "free-mix"]),
    seed=st.integers(0, 10_000),
    rules=st.booleans(),
)
def test_any_week_gives_a_checked_schedule_no_worse_than_greedy(size, kind, seed, rules):
    """Whatever is asked, what comes back keeps every rule; nothing had to be taken out of it."""
    instance, _planted = generate(size, kind, seed, product_rules=rules)
    result = solve(instance, SHORT)
    report = check(instance, result.schedule)
    assert report.holds
    assert (report.tiers, report.unplaced) == (result.tiers, result.unplaced)
    first = check(instance, greedy(instance)).tiers
    assert (result.tiers.tier1, result.tiers.tier3) <= (first.tier1, first.tier3)
    assert sum(step.lost for step in result.trace) == 0
    for tier, bound in result.bounds.items():
        assert 0 <= bound <= result.tiers.to_json()[tier]


@settings(max_examples=2, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(seed=st.integers(0, 1000), chance=st.randoms(use_true_random=False))
def test_the_order_of_the_input_changes_nothing(seed, chance):
    """The same schedule and the same fingerprint, however the week is told."""
    instance, _planted = generate(8, "normal", seed)
    quick = replace(SHORT, bounds=False)
    one, other = solve(instance, quick), solve(shuffled(instance, chance), quick)
    assert schedule_json(one.schedule) == schedule_json(other.schedule)
    assert one.fingerprint == other.fingerprint


def test_the_same_seed_and_effort_give_the_same_answer_twice():
    """Nothing but the input decides: schedule, steps and bounds are the same."""
    instance, _planted = generate(10, "over", 3)
    assert solve(instance, SHORT) == solve(instance, SHORT)


def test_the_fingerprint_tells_seed_effort_and_instance_apart():
    """Another effort, seed or week is another fingerprint."""
    instance, _planted = generate(4, "normal", 1)
    other, _planted = generate(4, "normal", 2)
    mark = solve(instance, SHORT).fingerprint
    marks = {
        fingerprint_of(week, params)
        for week, params in (
            (instance, SHORT), (instance, replace(SHORT, seed=5)),
            (instance, replace(SHORT, effort=0.2)), (other, SHORT),
        )
    }  # fmt: skip
    assert len(marks) == 4
    assert mark == fingerprint_of(instance, SHORT)


def test_a_stop_before_the_search_still_gives_the_greedy_week():
    """Whoever stops at once gets a checked schedule, and the result says it was stopped."""
    instance, _planted = generate(12, "normal", 1)
    result = solve(instance, SHORT, should_stop=lambda: True)
    assert result.stopped
    assert result.schedule.groups
    assert check(instance, result.schedule).holds


def test_a_deadline_in_the_past_is_reported_as_fired():
    """The clock is a guard: the greedy week comes back and the result says why no more."""
    instance, _planted = generate(12, "normal", 1)
    result = solve(instance, replace(SHORT, seconds=0.0))
    assert result.deadline_fired
    assert check(instance, result.schedule).holds


def test_progress_is_told_with_the_best_week_each_time():
    """Every word of progress carries a checked schedule, each better than the one before."""
    instance, _planted = generate(20, "hetero", 2)
    told = []
    result = solve(instance, SHORT, told.append)
    ranks = [(each.tiers.tier1, each.tiers.tier2, each.tiers.tier3) for each in told]
    assert ranks == sorted(ranks, reverse=True)
    assert all(check(instance, each.schedule).holds for each in told)
    assert told[-1].schedule == result.schedule or told[-1].tiers == result.tiers


def test_a_need_that_nobody_can_meet_is_named():
    """A client with no hours at all is impossible, and bounds tier 1."""
    world = World()
    world.client("ann")["avail"] = []
    result = solve(instance_of(world.instance), SHORT)
    assert ("ann", "IN") in result.impossible
    assert result.bounds["tier1"] >= 1500 * 2
    assert result.status == "partial"


def richer(told: dict[str, Any], more: str) -> dict[str, Any]:
    """The same week with one more room, or with somebody like the first of the staff."""
    told = deepcopy(told)
    if more == "room":
        told["rooms"].append({"id": "more", "kind": "group", "capacity": 12})
    else:
        told["staff"].append(dict(told["staff"][0], id="more"))
    return told


@pytest.mark.parametrize("more", ["room", "leader"])
def test_one_more_room_or_leader_never_makes_the_optimum_worse(more):
    """On a week small enough to be solved out, more to choose from costs no more."""
    world = World()
    world.instance["weights"] |= {"open_meeting": 10, "under": 3, "pref": 1}
    whole = replace(SHORT, effort=0.1)
    before = solve(instance_of(world.instance), whole)
    after = solve(instance_of(richer(world.instance, more)), whole)
    assert after.status == before.status == "optimal"
    assert (after.tiers.tier1, after.tiers.tier3) <= (before.tiers.tier1, before.tiers.tier3)
    assert before.tiers.tier1 == 0


@settings(max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(told=documents(6), more=st.sampled_from(["room", "leader"]))
def test_every_week_is_also_a_week_of_the_richer_program(told, more):
    """What was found stands unchanged, at the same price, where one room or leader comes in.

    Hence no optimum rises; and where both are proven, what is found does not either.
    """
    poorer, wider = instance_of(told), instance_of(richer(told, more))
    before, after = solve(poorer, SHORT), solve(wider, SHORT)
    report = check(wider, before.schedule)
    assert report.holds
    assert report.tiers == before.tiers
    for tier in ("tier1", "tier3") if after.tiers.tier1 == before.tiers.tier1 else ("tier1",):
        assert after.bounds[tier] <= before.tiers.to_json()[tier]
    if after.status == before.status == "optimal":
        assert (after.tiers.tier1, after.tiers.tier3) <= (before.tiers.tier1, before.tiers.tier3)


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(instance=instances(7))
def test_any_random_week_is_checked_and_what_is_impossible_is_named(instance):
    """Odd hours, one room, nobody to lead: a checked week, and no need that misses silently."""
    result = solve(instance, replace(SHORT, bounds=False))
    assert check(instance, result.schedule).holds
    unmet = {(each.client, each.service) for each in explain(instance, result.schedule)}
    assert set(result.impossible) <= unmet
    assert bool(unmet) is bool(result.unplaced)
    nowhere = {
        (client, service)
        for (client, service), starts in propagate(instance).starts.items()
        if not starts
    }
    assert nowhere <= set(result.impossible)
