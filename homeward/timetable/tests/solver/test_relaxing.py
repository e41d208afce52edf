"""A relaxation is never dearer than whole numbers, and means the same rows."""

import itertools

import pytest
from ortools.sat.python import cp_model

from homeward.timetable.solver.blocks.cohorts import unseated_price
from homeward.timetable.solver.blocks.looking_ahead import Ahead
from homeward.timetable.solver.blocks.relaxing import LEAST_OPEN, relaxation, relaxed_seats
from homeward.timetable.solver.blocks.seating import Seating
from homeward.timetable.solver.blocks.templates import templates
from homeward.timetable.solver.engine import Effort, search
from homeward.timetable.solver.generating.generate import generate
from homeward.timetable.solver.ordering import ordered
from homeward.timetable.solver.possible import Possible


def small_model(kind: str) -> tuple[cp_model.CpModel, list[cp_model.IntVar]]:
    """Three choices at 5, 3 and 1 with one kind of row that forbids the cheapest."""
    model = cp_model.CpModel()
    one, two, three = (model.new_bool_var(name) for name in "abc")
    model.minimize(5 * one + 3 * two + three + 7)
    if kind == "exactly one":
        model.add_exactly_one([one, two])
    elif kind == "at least":
        model.add(one + two + three >= 2)
    elif kind == "implication":
        model.add(three == 1)
        model.add_implication(three, two)
    elif kind == "at most one":
        model.add(one + two + three == 2)
        model.add_at_most_one([two, three])
    elif kind == "counted":
        count = model.new_int_var(0, 4, "n")
        model.add(count >= 1).only_enforce_if(three)
        model.add(count == 0).only_enforce_if(~three)
        model.add(count + two >= 1)
    return model, [one, two, three]


@pytest.mark.parametrize(
    ("kind", "values"),
    [
        ("exactly one", [0, 1, 0]), ("at least", [0, 1, 1]), ("implication", [0, 1, 1]),
        ("at most one", [1, 0, 1]), ("counted", [0, 0, 0.25]),
    ],
)  # fmt: skip
def test_each_kind_of_row_is_carried_over(kind, values):
    """The relaxation chooses what the rows leave; a count opens its cell by a part."""
    model, variables = small_model(kind)
    found = relaxation(model, Effort(total=1))
    assert [round(found[each.index], 6) for each in variables] == values


@pytest.fixture(scope="module")
def seating():
    instance, _planted = generate(12, "normal", 2)
    possible = Possible(ordered(instance))
    ahead = Ahead(possible)
    choices = {
        id_: templates(possible, each, ahead, partial=False)
        for id_, each in possible.clients.items()
    }
    prices = {id_: unseated_price(possible, each) for id_, each in possible.clients.items()}
    return Seating(possible, choices, prices)


def test_no_seats_are_cheaper_than_the_relaxation(seating):
    """Searched out, whole seats cost at least what the relaxation costs."""
    values = relaxation(seating.model, Effort(total=5))
    objective = seating.model.proto.objective
    relaxed = objective.offset + sum(
        price * values[place] for place, price in zip(objective.vars, objective.coeffs, strict=True)
    )
    answer = search(seating.model, Effort(total=5), 5)
    assert answer.is_optimal
    assert relaxed <= answer.objective + 1e-6


def test_used_templates_are_some_of_those_offered_and_somebody_has_one(seating):
    """Nothing is made up, and what nobody could take part in is not used."""
    used = relaxed_seats(seating, Effort(total=5)).used
    for client, listed in used.items():
        assert set(listed) <= set(seating.choices[client])
    assert any(used.values())
    assert len(list(itertools.chain(*used.values()))) < len(seating.seat)


def test_what_may_be_taken_in_turn_lies_in_open_cells(seating):
    """Every cell of a kept template is open by a part; what is left out has one that is not."""
    relaxed = relaxed_seats(seating, Effort(total=5))
    kept = relaxed.over_open(seating.choices)
    open_ = {cell for cell, number in relaxed.counts.items() if number > LEAST_OPEN}
    assert set(kept) == set(seating.choices)
    for client, listed in seating.choices.items():
        assert [each for each in listed if set(each.cells) <= open_] == kept[client]
    assert 0 < sum(map(len, kept.values())) < len(seating.seat)


def test_a_relaxation_that_is_not_solved_gives_nothing(seating, monkeypatch):
    """Without an optimum nothing half-solved is passed on."""
    where = "homeward.timetable.solver.blocks.relaxing.relaxation"
    monkeypatch.setattr(where, lambda _model, _effort: None)
    assert relaxed_seats(seating, Effort(total=5)) is None


def test_the_relaxation_costs_effort(seating):
    """What it takes is counted, so that the same effort ends at the same place."""
    one, other = Effort(total=5), Effort(total=5)
    relaxation(seating.model, one)
    relaxation(seating.model, other)
    assert one.spent == other.spent > 0
