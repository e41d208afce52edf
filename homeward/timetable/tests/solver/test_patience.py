"""When an improvement ends: after a quiet stretch, which is longer while somebody lacks."""

import pytest

from homeward.timetable.solver.checking.report import Tiers
from homeward.timetable.solver.neighbourhoods.improving import (
    LACKING_TIMES,
    LEAST_QUIET,
    QUIET_PART,
    WORTH_GOING_ON,
    Patience,
)

WHOLE = Tiers(0, 0, 1000)
LACKING = Tiers(3000, 0, 1000)


def test_a_quiet_stretch_ends_the_search():
    """Nothing gained for the least stretch and no longer: then it is over, not before."""
    patience = Patience(WHOLE, 0.0)
    assert not patience.is_out(WHOLE, LEAST_QUIET)
    assert patience.is_out(WHOLE, LEAST_QUIET + 0.01)


def test_who_has_spent_much_is_patient_for_longer():
    """A long search is not given up after a short silence."""
    spent = 10 * LEAST_QUIET / QUIET_PART
    patience = Patience(WHOLE, spent)
    assert not patience.is_out(WHOLE, spent + 2 * LEAST_QUIET)
    assert patience.is_out(WHOLE, 2 * spent)


def test_while_somebody_lacks_something_it_goes_on():
    """Unmet need is worth many times the patience of comfort."""
    patience = Patience(LACKING, 0.0)
    assert not patience.is_out(LACKING, LEAST_QUIET * LACKING_TIMES)
    assert patience.is_out(LACKING, LEAST_QUIET * LACKING_TIMES + 0.01)


@pytest.mark.parametrize(
    ("now", "goes_on"),
    [
        (Tiers(1500, 0, 1200), True),
        (Tiers(3000, 0, int(1000 * (1 - 2 * WORTH_GOING_ON))), True),
        (Tiers(3000, 0, 999), False),
        (LACKING, False),
    ],
)
def test_what_counts_as_a_gain(now, goes_on):
    """Less unmet at any comfort does; comfort alone from a small part of it on."""
    patience = Patience(LACKING, 0.0)
    late = LEAST_QUIET * LACKING_TIMES + 1
    assert patience.is_out(now, late) is not goes_on


def test_small_gains_add_up_from_the_last_one_that_counted():
    """Many small steps are one gain once they come to enough together."""
    patience = Patience(WHOLE, 0.0)
    assert not patience.is_out(Tiers(0, 0, 999), LEAST_QUIET)
    enough = int(1000 * (1 - WORTH_GOING_ON)) - 1
    assert not patience.is_out(Tiers(0, 0, enough), LEAST_QUIET + 1)
