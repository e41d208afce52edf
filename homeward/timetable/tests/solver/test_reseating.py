"""Seats by the relaxation: rounds never make them dearer, and what stands is never broken."""

from collections import Counter

import pytest

from homeward.timetable.solver.blocks.cohorts import unseated_price
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.blocks.reseating import Reseating, reseat
from homeward.timetable.solver.blocks.seating import Seats
from homeward.timetable.solver.blocks.templates import templates
from homeward.timetable.solver.engine import Effort
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.ordering import ordered
from homeward.timetable.solver.possible import Possible


@pytest.fixture(scope="module")
def ground():
    instance, _planted = generate(26, "tight", 1)
    possible = Possible(ordered(instance))
    ahead = Ahead(possible)
    choices = {
        id_: templates(possible, each, ahead, partial=False)
        for id_, each in possible.clients.items()
    }
    prices = {id_: unseated_price(possible, each) for id_, each in possible.clients.items()}
    return possible, choices, prices


def assert_sound(possible, seats):
    """Every cell that is sat in has groups enough, and none is emptier than a group may be."""
    sitting = Counter(cell for template in seats.chosen.values() for cell in template.cells)
    for cell, people in sitting.items():
        service = possible.services[cell.service]
        assert service.least * seats.counts[cell] <= people <= service.most * seats.counts[cell]
    assert not {cell for cell, number in seats.counts.items() if number} - set(sitting)


def test_a_planted_week_seats_everybody(ground):
    """Where a complete week exists, nobody is left without a block."""
    possible, choices, prices = ground
    seats = reseat(possible, Effort(total=20), choices, prices, 8)
    assert set(seats.chosen) == set(possible.clients)
    assert_sound(possible, seats)


def test_from_nothing_each_round_costs_less_or_changes_nothing(ground):
    """Whoever is freed, what all seats cost together never rises, and cells stay sound."""
    possible, choices, prices = ground
    work = Reseating(possible, choices, prices, Seats({}, {}, 0, 0, False), 1)
    effort = Effort(total=20)
    costs = [work.cost(work.chosen, work.counts)]
    assert costs == [sum(prices.values())]
    for _ in range(6):
        before = dict(work.chosen)
        is_better = work.again(effort, work.somebody(), 0.5)
        costs.append(work.cost(work.chosen, work.counts))
        assert is_better is (costs[-1] < costs[-2])
        assert is_better or costs[-1] == costs[-2]
        assert_sound(possible, work.seats())
        if costs[-1] == costs[-2]:
            assert len(before) == len(work.chosen)
    assert costs[-1] < costs[0]


def test_the_same_chance_frees_the_same_people(ground):
    """Two runs of one seed end in the same seats; nothing else decides."""
    possible, choices, prices = ground
    one, other = (reseat(possible, Effort(total=10, seed=3), choices, prices, 2) for _ in range(2))
    assert one == other


def test_without_effort_left_nothing_is_begun(ground):
    """Spent effort gives no seats rather than seats that were never searched."""
    possible, choices, prices = ground
    assert reseat(possible, Effort(total=0.0), choices, prices, 4) is None
