"""Wherever the alcohol marker is told, its caution stands beside it."""

from decimal import Decimal

import pytest

from homeward.drugtests.findings import found_words, is_marker_alone
from homeward.drugtests.models import AnalyteResult

CAUTION = "never the only reason for a decision"


def row(analyte, result="positive", method="definitive", level=None):
    return AnalyteResult(
        analyte=analyte, method=method, result=result, unit="ng/mL",
        level=None if level is None else Decimal(level),
    )  # fmt: skip


@pytest.mark.parametrize(
    ("rows", "is_told", "is_alone"),
    [
        ([row("etg", level=620)], True, True),
        ([row("ets", level=80)], True, True),
        ([row("etg", "presumptive_positive", "presumptive")], True, True),
        ([row("etg", level=620), row("thc", level=62)], True, False),
        ([row("thc", level=62)], False, False),
        ([row("etg", "negative"), row("thc", level=62)], False, False),
        ([row("etg", "presumptive_positive", "presumptive"), row("etg", "negative")], False, False),
        ([], False, False),
    ],
)
def test_the_caution_follows_what_stands(rows, is_told, is_alone):
    """A reading that a laboratory has ruled out needs none."""
    assert (CAUTION in found_words(rows, ["etg", "thc"])) is is_told
    assert is_marker_alone(rows) is is_alone
