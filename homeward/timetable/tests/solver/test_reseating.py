"""Seats by the relaxation: rounds never make them dearer, and what stands is never broken."""

from collections import Counter

import pytest

from homeward.timetable.solver.blocks.cohorts import unseated_price
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.blocks.reseating import Reseating, reseat
from homeward.timetable.solver.blocks.seating import Seating, Seats
from homeward.timetable.solver.blocks.seating_by_class import parts_of
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


def test_in_turn_everybody_finds_a_seat_around_those_before(ground):
    """Class after class, in parts: what earlier parts took stands, may be joined, and suffices."""
    possible, choices, prices = ground
    work = Reseating(possible, choices, prices, Seats({}, {}, 0, 0, False), 1)
    work.everybody(Effort(total=20), 8, 2)
    assert work.lost() == []
    assert_sound(possible, work.seats())


def test_a_part_that_lost_somebody_is_seated_again_in_halves(ground, monkeypatch):
    """What is too large to be seated at once is seated in smaller parts, down to the smallest."""
    possible, choices, prices = ground
    work = Reseating(possible, choices, prices, Seats({}, {}, 0, 0, False), 1)
    freed: list[set[str]] = []

    def nothing(_effort, people, _share, *, gap):
        freed.append(people)
        return False

    monkeypatch.setattr(work, "free", nothing)
    monkeypatch.setattr("homeward.timetable.solver.blocks.reseating.LEAST_IN_TURN", 3)
    work.everybody(Effort(total=20), 8, 2)
    sizes = [len(each) for each in parts_of(possible, sorted(prices))]
    assert len(freed[0]) == min(sizes)
    whole = next(place for place, each in enumerate(freed) if len(each) == max(sizes))
    assert freed[whole + 1] < freed[whole]
    assert len(freed[whole + 1]) == len(freed[whole]) // 2
    assert len(freed[-1]) > 1
    assert freed[-1] < freed[whole]
    assert set().union(*freed) == {each for each in choices if choices[each]}


def test_once_the_share_is_spent_every_part_still_has_its_turn_and_none_a_second(
    ground, monkeypatch
):
    """Where people cannot all be seated, halving ends with the share."""
    possible, choices, prices = ground
    work = Reseating(possible, choices, prices, Seats({}, {}, 0, 0, False), 1)
    freed: list[set[str]] = []

    def nothing(_effort, people, _share, *, gap):
        freed.append(people)
        return False

    monkeypatch.setattr(work, "free", nothing)
    monkeypatch.setattr("homeward.timetable.solver.blocks.reseating.LEAST_IN_TURN", 3)
    work.everybody(Effort(total=20), 0, 2)
    parts = parts_of(possible, sorted(prices))
    assert sorted(map(sorted, freed)) == sorted(map(sorted, parts))


def test_where_everybody_at_once_is_not_settled_classes_take_turns(ground, monkeypatch):
    """A first search that finds nothing costs nobody a seat."""
    possible, choices, prices = ground
    searched: list[int] = []
    search = Seating.search

    def late(self, *arguments, **named):
        searched.append(len(self.choices))
        return None if len(searched) == 1 else search(self, *arguments, **named)

    monkeypatch.setattr(Seating, "search", late)
    monkeypatch.setattr("homeward.timetable.solver.blocks.relaxing.LEAST_OPEN", 0.0)
    seats = reseat(possible, Effort(total=20), choices, prices, 8)
    assert searched[0] == len(possible.clients) > searched[1]
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
