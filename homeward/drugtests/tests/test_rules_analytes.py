"""What a reading means, and what it does not."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from homeward.drugtests.rules.alcohol_marker import MarkerNumbers, band_of
from homeward.drugtests.rules.analytes import (
    Earlier,
    Reading,
    may_be_residual,
    outcome_of,
    result_of,
)
from homeward.drugtests.rules.limits import LimitNumbers, limits_for
from homeward.drugtests.rules.panel import WHEN_UNKNOWN, panel_for

P, D = "presumptive", "definitive"
DAY = date(2026, 11, 24)


@pytest.mark.parametrize(
    ("reading", "method", "prescribed", "result"),
    [
        ("negative", P, (), "negative"),
        ("positive", P, (), "presumptive_positive"),
        ("positive", D, (), "positive"),
        ("positive", P, ("thc",), "positive_expected"),
        ("negative", P, ("thc",), "negative_unexpected"),
        ("positive", P, ("etg",), "presumptive_positive"),
        ("invalid", D, ("thc",), "invalid"),
        ("not_tested", P, (), "not_tested"),
    ],
)
def test_a_reading_becomes_a_result(reading, method, prescribed, result):
    """Only a definitive method may say positive without "presumptive"."""
    assert (
        result_of(Reading(reading), method=method, analyte="thc", prescribed=prescribed) == result
    )


@pytest.mark.parametrize(
    ("results", "outcome"),
    [
        ([], "pending"),
        ([("thc", P, "negative"), ("etg", P, "negative")], "negative"),
        ([("thc", P, "presumptive_positive"), ("etg", P, "negative")], "presumptive"),
        ([("thc", P, "presumptive_positive"), ("thc", D, "negative")], "negative"),
        ([("thc", D, "negative"), ("thc", P, "presumptive_positive")], "negative"),
        ([("thc", P, "presumptive_positive"), ("thc", D, "positive")], "positive"),
        ([("buprenorphine", P, "positive_expected")], "negative"),
        ([("buprenorphine", P, "negative_unexpected")], "unexpected"),
        ([("thc", P, "invalid")], "invalid"),
    ],
)
def test_a_test_in_one_word(results, outcome):
    """What the laboratory names outranks what the cup suggests."""
    assert outcome_of(results) == outcome


@pytest.mark.parametrize(
    ("analyte", "days", "before", "after", "residual"),
    [
        ("thc", 20, None, None, True),
        ("thc", 31, None, None, False),
        ("cocaine", 4, None, None, True),
        ("cocaine", 5, None, None, False),
        ("thc", 10, "300", "80", True),
        ("thc", 10, "80", "300", False),
        ("something_new", 1, None, None, False),
    ],
)
def test_a_second_positive_may_be_left_over(analyte, days, before, after, residual):
    """Inside the window of the first it may be residual, unless its level rose."""
    earlier = Earlier(
        on=date.fromordinal(DAY.toordinal() - days), level=Decimal(before) if before else None
    )
    found = may_be_residual(analyte, DAY, Decimal(after) if after else None, [earlier])
    assert (found is earlier) is residual


NUMBERS = LimitNumbers(
    tests_early_min_per_week=1, tests_stable_min_per_month=1, presumptive_max_per_week=3
)


@pytest.mark.parametrize(
    ("frequency", "most", "window", "least"),
    [
        (8, 12, "week", 1), (4, 12, "week", 1), (2, 3, "month", 1), (1, 3, "month", 1),
        (0, 0, "month", 0), (20, 20, "week", 1),
    ],
)  # fmt: skip
def test_the_limits_of_a_phase(frequency, most, window, least):
    limits = limits_for(frequency, NUMBERS)
    assert (limits.most_per_month, limits.window, limits.least_per_window) == (most, window, least)


def test_the_maximum_always_leaves_room_for_the_minimum():
    """Six weeks may touch a month."""
    numbers = replace(NUMBERS, tests_early_min_per_week=3)
    assert limits_for(8, numbers).most_per_month == 18


def test_levels_are_compared_per_creatinine():
    """The same level in a specimen half as thin is a rise."""
    earlier = Earlier(on=date(2026, 11, 1), level=Decimal(80), creatinine=Decimal(200))
    now = {"analyte": "thc", "on": date(2026, 11, 10), "earlier": [earlier]}
    assert may_be_residual(level=Decimal(70), **now) is earlier
    assert may_be_residual(level=Decimal(70), creatinine=Decimal(50), **now) is None


@pytest.mark.parametrize(
    ("level", "band"),
    [(None, "etg_level_unknown"), (99, "etg_below"), (100, "etg_contact"), (500, "etg_earlier"),
     (999, "etg_earlier"), (1000, "etg_recent")],
)  # fmt: skip
def test_the_alcohol_marker_is_a_hint(level, band):
    bands = MarkerNumbers(
        etg_contact_from=Decimal(100), etg_earlier_from=Decimal(500), etg_recent_from=Decimal(1000)
    )
    assert band_of(Decimal(level) if level is not None else None, bands) == band


def test_the_panel_is_the_persons_own():
    assert panel_for(["alcohol"]) == ("etg",)
    assert panel_for(["heroin"]) == ("opiates", "fentanyl")
    assert panel_for([""]) == WHEN_UNKNOWN
