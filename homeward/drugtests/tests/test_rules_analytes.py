"""What a reading means, and what it does not."""

from datetime import date
from decimal import Decimal

import pytest

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
    ("frequency", "most", "gap"),
    [(8, 12, 7), (4, 12, 7), (2, 3, 30), (1, 3, 30), (0, 0, 0), (20, 20, 7)],
)
def test_the_limits_of_a_phase(frequency, most, gap):
    limits = limits_for(frequency, NUMBERS)
    assert (limits.most_per_month, limits.longest_gap_days) == (most, gap)


def test_the_panel_is_the_persons_own():
    assert panel_for(["alcohol"]) == ("etg",)
    assert panel_for(["heroin"]) == ("opiates", "fentanyl")
    assert panel_for([""]) == WHEN_UNKNOWN
