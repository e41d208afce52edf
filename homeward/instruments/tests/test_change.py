"""A change is said only where it is larger than the measure's own noise."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.instruments.library import instrument
from homeward.instruments.rules.change import THRESHOLDS, change_between

PHQ9 = THRESHOLDS["phq9", "total"]
# before, after, threshold -> outcome
CASES = [
    (15, 9, PHQ9, "improved"),
    (15, 10, PHQ9, "improved"),
    (15, 11, PHQ9, "no_real_change"),
    (15, 14, PHQ9, "no_real_change"),
    (15, 15, PHQ9, "no_real_change"),
    (9, 13, PHQ9, "no_real_change"),
    (9, 14, PHQ9, "worsened"),
    (None, 9, PHQ9, "unknown"),
    (9, None, PHQ9, "unknown"),
    (9, 3, None, "no_threshold"),
    (50, 45, THRESHOLDS["pcl5", "total"], "improved"),
    (10, 7, THRESHOLDS["gad7", "total"], "no_real_change"),
    (10, 6, THRESHOLDS["gad7", "total"], "improved"),
]


@pytest.mark.parametrize(("before", "after", "threshold", "expected"), CASES)
def test_counts_from_the_published_size(before, after, threshold, expected):
    assert change_between(before, after, threshold).outcome == expected


def test_thresholds_are_of_shipped_scores_with_their_source():
    for (name, score), threshold in THRESHOLDS.items():
        assert instrument(name).score(score).high > threshold.points
        assert threshold.source.citation


@given(st.integers(0, 27), st.integers(0, 27))
def test_one_point_is_never_a_change_and_directions_mirror(before, after):
    there, back = change_between(before, after, PHQ9), change_between(after, before, PHQ9)
    if abs(before - after) <= 1:
        assert there.outcome == "no_real_change"
    mirror = {"improved": "worsened", "worsened": "improved"}
    assert back.outcome == mirror.get(there.outcome, there.outcome)
