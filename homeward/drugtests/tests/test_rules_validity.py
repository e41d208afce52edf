"""The federal categories, as a table a clinician can check."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.drugtests.rules.validity import Specimen, ValidityNumbers, is_warm_enough, judge
from homeward.kernel.reasons import State
from homeward.program.rules.defaults import NUMBERS, safe_number

LIMITS = ValidityNumbers.of({code: safe_number(code) for code in NUMBERS})


def specimen(**values) -> Specimen:
    decimals = {"creatinine", "gravity", "ph", "nitrite", "temperature_f"}
    return Specimen(**{k: Decimal(v) if k in decimals else v for k, v in values.items()})


@pytest.mark.parametrize(
    ("measured", "outcome"),
    [
        ({}, "not_measured"),
        ({"creatinine": "1.0"}, "not_measured"),
        ({"creatinine": "19.9"}, "not_measured"),
        ({"creatinine": "20"}, "valid"),
        ({"gravity": "1.017"}, "not_measured"),
        ({"ph": "6"}, "not_measured"),
        ({"creatinine": "120", "gravity": "1.017", "ph": "6"}, "valid"),
        ({"creatinine": "12", "gravity": "1.0018"}, "dilute_neg"),
        ({"creatinine": "12", "gravity": "1.0018", "is_positive": True}, "dilute_pos"),
        ({"creatinine": "2", "gravity": "1.0029"}, "dilute_neg"),
        ({"creatinine": "20", "gravity": "1.0018"}, "valid"),
        ({"creatinine": "12", "gravity": "1.003"}, "valid"),
        ({"creatinine": "1.9", "gravity": "1.001"}, "substituted"),
        ({"creatinine": "1.9", "gravity": "1.020"}, "substituted"),
        ({"creatinine": "1.5", "gravity": "1.010"}, "invalid"),
        ({"creatinine": "1.9", "gravity": "1.0011"}, "invalid"),
        ({"creatinine": "1.9", "gravity": "1.0199"}, "invalid"),
        ({"creatinine": "2", "gravity": "1.001"}, "invalid"),
        ({"creatinine": "12", "gravity": "1.001"}, "invalid"),
        ({"creatinine": "12", "gravity": "1.0011"}, "dilute_neg"),
        ({"creatinine": "120", "gravity": "1.001"}, "invalid"),
        ({"ph": "3.9"}, "adulterated"),
        ({"ph": "4"}, "invalid"),
        ({"ph": "4.5", "creatinine": "90"}, "valid"),
        ({"ph": "8.9", "creatinine": "90"}, "valid"),
        ({"ph": "9"}, "invalid"),
        ({"ph": "11"}, "adulterated"),
        ({"nitrite": "199", "creatinine": "90"}, "valid"),
        ({"nitrite": "200"}, "invalid"),
        ({"nitrite": "500"}, "adulterated"),
        ({"has_foreign_substance": True}, "adulterated"),
        ({"is_called_invalid": True}, "invalid"),
        ({"ph": "3", "creatinine": "1", "gravity": "1.0"}, "adulterated"),
        ({"temperature_f": "70", "creatinine": "90"}, "valid"),
    ],
)
def test_the_gravest_category_that_applies(measured, outcome):
    assert judge(specimen(**measured), LIMITS).outcome == outcome


def test_what_was_not_measured_is_unknown():
    """An absent value is shown as not known, never as fine."""
    lines = judge(Specimen(), LIMITS).reasons
    assert {line.state for line in lines} == {State.UNKNOWN}
    assert all(line.source.citation == "49 CFR 40; 82 FR 7920" for line in lines)


@pytest.mark.parametrize(
    ("degrees", "minutes", "warm"),
    [("90", 4, True), ("100", 0, True), ("89.9", 1, False), ("100.1", 1, False),
     ("95", 5, False), ("95", None, None), ("88", None, False), (None, 2, None)],
)  # fmt: skip
def test_warmth_within_four_minutes(degrees, minutes, warm):
    measured = Specimen(
        temperature_f=Decimal(degrees) if degrees else None, temperature_minutes=minutes
    )
    assert is_warm_enough(measured, LIMITS) is warm


@given(
    st.decimals("0", "400", places=1), st.decimals("1", "1.04", places=4),
    st.decimals("0", "14", places=1), st.decimals("0", "2000", places=0),
)  # fmt: skip
def test_every_measurement_has_exactly_one_outcome(creatinine, gravity, ph, nitrite):
    decision = judge(
        Specimen(creatinine=creatinine, gravity=gravity, ph=ph, nitrite=nitrite), LIMITS
    )
    assert decision.outcome in {"valid", "dilute_neg", "substituted", "adulterated", "invalid"}
    met = {line.code for line in decision.lines(State.MET)}
    assert (decision.outcome == "valid") is not bool(met)
