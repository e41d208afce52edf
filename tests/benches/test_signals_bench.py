"""The figures the page shows are those of the public data, where that lies beside the house."""

import pytest

from homeward.cli.bench.outside.finding import NAMED_BY, folder
from homeward.cli.bench.signalling import ctn
from homeward.program.rules.defaults import NUMBERS, safe_number
from homeward.retention.figures import measured
from homeward.retention.rules.course import SignalNumbers
from homeward.retention.rules.measuring import measure


def test_the_kept_figures_come_out_again():
    """Everything but the intervals, which need people drawn again thousands of times."""
    data = folder("data")
    if data is None or not ctn.is_here(data):
        pytest.skip(f"no public trial data beside the house and none named by {NAMED_BY}")
    numbers = SignalNumbers.of({code: safe_number(code) for code in NUMBERS})
    again = measure(ctn.people_of(data, numbers), ctn.MEASURED, seed=1, draws=0)
    kept = measured()
    assert kept is not None
    history = next(each for each in kept.histories if each.code == "ctn0094")
    assert (again["people"], again["looks"], again["left"]) == (
        history.people, history.looks, history.left,
    )  # fmt: skip
    for each in history.signals:
        found = again["signals"][each.code]
        lead = found["lead_days"]
        assert (each.looks, each.precision, each.chance, each.lift, each.recall) == (
            found["looks"], found["precision"], found["chance"], found["lift"], found["recall"],
        )  # fmt: skip
        assert each.recall_while_coming == found["recall_while_coming"]
        assert each.lead_days == (lead[1] if lead else None)
