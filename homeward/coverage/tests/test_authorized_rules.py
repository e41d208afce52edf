"""How an authorization stands, as a table; units as payers count them; true of every number."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as some

from homeward.coverage.rules.authorized import (
    IN_FORCE,
    NOT_GIVEN,
    OPEN,
    OVER,
    RUNNING_OUT,
    TO_COME,
    USED_UP,
    Authorized,
    Warnings,
    standing_of,
    units_used,
)
from homeward.kernel.numbers import ProgramNumber
from homeward.kernel.reasons import Source, decision_from_json

PRACTICE = Source("payer_practice", "Common payer policy", "payer")
FIRST, LAST = date(2026, 11, 2), date(2026, 11, 29)


def number(value: int) -> ProgramNumber:
    return ProgramNumber("n", Decimal(value), "count", PRACTICE, FIRST)


WARN = Warnings(number(3), number(5))


def held(**over: object) -> Authorized:
    """Twelve days in November, none used."""
    given = {"state": "approved", "starts_on": FIRST, "last_on": LAST, "units": 12, **over}
    return Authorized(**given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("what", "row", "on", "outcome"),
    [
        ("nobody answered", held(state="requested"), FIRST, OPEN),
        ("the payer wants more", held(state="pended"), FIRST, OPEN),
        ("denied", held(state="denied"), FIRST, NOT_GIVEN),
        ("taken back", held(state="withdrawn"), FIRST, NOT_GIVEN),
        ("the day before", held(), FIRST - timedelta(days=1), TO_COME),
        ("the first day", held(), FIRST, IN_FORCE),
        ("six days left", held(), date(2026, 11, 24), IN_FORCE),
        ("five days left", held(), date(2026, 11, 25), RUNNING_OUT),
        ("the last day", held(), LAST, RUNNING_OUT),
        ("the day after", held(), LAST + timedelta(days=1), OVER),
        ("four units left", held(used=8), FIRST, IN_FORCE),
        ("three units left", held(used=9), FIRST, RUNNING_OUT),
        ("no unit left", held(used=12), FIRST, USED_UP),
        ("more used than given", held(used=14), FIRST, USED_UP),
        ("units not counted", held(units=None, used=40), FIRST, IN_FORCE),
        ("a review in five days", held(review_on=date(2026, 11, 7)), FIRST, RUNNING_OUT),
        ("a review in six days", held(review_on=date(2026, 11, 8)), FIRST, IN_FORCE),
        ("in part", held(state="partial"), FIRST, IN_FORCE),
    ],
)
def test_stands(what: str, row: Authorized, on: date, outcome: str) -> None:
    decision = standing_of(row, on, WARN)

    assert decision.outcome == outcome, what
    assert decision_from_json(decision.to_json()) == decision


@pytest.mark.parametrize(
    ("counted_in", "minutes", "used"),
    [
        ("day", [180, 179, 185], 2),
        ("day", [], 0),
        ("half_day", [180, 90, 0], 3),
        ("hour", [90, 90, 59], 3),
        ("quarter_hour", [50, 44], 5),
    ],
)
def test_units_are_counted_as_the_payer_counts(
    counted_in: str, minutes: list[int], used: int
) -> None:
    """A day needs its minutes; hours and quarters count as far as they are full."""
    assert units_used(counted_in, minutes, 180) == used


@settings(deadline=None)
@given(
    minutes=some.lists(some.integers(0, 600), max_size=12),
    least=some.integers(1, 400),
    counted_in=some.sampled_from(["day", "half_day", "hour", "quarter_hour"]),
    more=some.integers(0, 600),
)
def test_more_care_never_uses_less(
    minutes: list[int], least: int, counted_in: str, more: int
) -> None:
    assert units_used(counted_in, [*minutes, more], least) >= units_used(counted_in, minutes, least)
