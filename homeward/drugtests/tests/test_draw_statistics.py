"""A small part of `homeward bench draw`: chance as published, bounds kept, tampering found."""

import pytest

from homeward.cli.bench.draw import lived_through
from homeward.drugtests.chances import tail


@pytest.fixture(scope="module")
def lived():
    """Sixty days of three pools; both verifiers look at each, and at a tampered copy of it."""
    return lived_through(60, 3)


def test_what_is_left_to_chance_is_drawn_as_published(lived):
    """By weekday, place in the list and history, corrected for how much was asked (Holm)."""
    assert lived["smallest_corrected_p"] > 0.01
    assert len(lived["p_values"]) == 18


@pytest.mark.parametrize("pool", ["early", "middle", "stable"])
def test_bounds_hold_and_both_verifiers_agree(lived, pool):
    found = lived["pools"][pool]
    assert found["windows"] > 0
    assert (found["below_minimum"], found["above_maximum"]) == (0, 0)
    assert (found["verifiers_differ"], found["not_found"], found["tampered"]) == (0, 0, 60)


@pytest.mark.parametrize(
    ("statistic", "freedom", "chance"), [(3.841, 1, 0.05), (18.307, 10, 0.05), (5.0, 5, 0.416)]
)
def test_chances_are_those_of_the_tables(statistic, freedom, chance):
    assert tail(statistic, freedom) == pytest.approx(chance, abs=0.001)
