"""Costs, fees and reminders: tables a biller can read, and properties over any numbers."""

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from homeward.coverage.rules.cents import dollars, from_dollars, share_of
from homeward.coverage.rules.cost import ESTIMATED, UNVERIFIED, Care, Terms, estimate
from homeward.coverage.rules.rechecking import last_recheck, needs_recheck
from homeward.coverage.rules.sliding import Band, PovertyLine, sliding_fee
from homeward.coverage.tests.reference import client_pays

DAYS = [Care("intensive", 30, 35_000)]
LINE = PovertyLine(1_596_000, 568_000)
BANDS = [
    Band(Decimal(up_to), Decimal(pays))
    for up_to, pays in ((100, 5), (133, 25), (167, 50), (200, 75))
]


def terms(**over: object) -> Terms:
    """A plan that covers everything at no cost, unless something is named."""
    given: dict[str, object] = {"is_covered": True, "out_of_pocket_left_cents": None, **over}
    return Terms(**given)  # type: ignore[arg-type]


class TestCost:
    @pytest.mark.parametrize(
        ("what", "said", "sliding", "client"),
        [
            ("everything covered", terms(), 100, 0),
            ("copay of $40 a day", terms(copay_cents=4_000), 100, 120_000),
            ("copay above the charge", terms(copay_cents=99_999_99), 100, 1_050_000),
            ("coinsurance of a fifth", terms(coinsurance_percent=Decimal(20)), 100, 210_000),
            ("deductible of $1,000", terms(deductible_left_cents=100_000), 100, 100_000),
            ("deductible, then copay on what is left of the day",
             terms(deductible_left_cents=100_000, copay_cents=4_000), 100, 100_000 + 28 * 4_000),
            ("deductible, then a fifth",
             terms(deductible_left_cents=100_000, coinsurance_percent=Decimal(20)), 100,
             100_000 + 190_000),
            ("deductible above all of it", terms(deductible_left_cents=9_999_999), 100, 1_050_000),
            ("copay wins over coinsurance",
             terms(copay_cents=4_000, coinsurance_percent=Decimal(20)), 100, 120_000),
            ("maximum of $500 left",
             terms(copay_cents=4_000, out_of_pocket_left_cents=50_000), 100, 50_000),
            ("maximum reached", terms(copay_cents=4_000, out_of_pocket_left_cents=0), 100, 0),
            ("maximum in the middle of the deductible",
             terms(deductible_left_cents=100_000, out_of_pocket_left_cents=60_000), 100, 60_000),
            ("20 days covered, 10 paid in full", terms(days_left=20), 100, 350_000),
            ("no days left", terms(days_left=0), 100, 1_050_000),
            ("days beyond the limit ignore the maximum",
             terms(days_left=20, out_of_pocket_left_cents=0), 100, 350_000),
            ("not covered", Terms(is_covered=False), 100, 1_050_000),
            ("not covered, half by income", Terms(is_covered=False), 50, 525_000),
            ("not covered, free by income", Terms(is_covered=False), 0, 0),
            ("a fee by income leaves copays alone", terms(copay_cents=4_000), 25, 120_000),
            ("days beyond the limit, a quarter by income", terms(days_left=20), 25, 87_500),
            ("out of network changes no sum that was told",
             terms(copay_cents=4_000, is_in_network=False), 100, 120_000),
            ("nobody was asked", None, 100, 1_050_000),
        ],
    )  # fmt: skip
    def test_thirty_days_at_350(
        self, what: str, said: Terms | None, sliding: int, client: int
    ) -> None:
        """One plan a line."""
        found = estimate(DAYS, said, Decimal(sliding))
        assert found.extras["client_cents"] == client, what
        assert found.extras["charge_cents"] == 1_050_000
        assert found.outcome == (ESTIMATED if said else UNVERIFIED)

    def test_the_order_of_care_is_the_order_of_the_deductible(self) -> None:
        """Intensive days first, at their own charge; then the later visits."""
        care = [Care("intensive", 2, 35_000), Care("visits", 2, 12_000)]
        found = estimate(care, terms(deductible_left_cents=80_000))
        assert found.extras["client_cents"] == 80_000
        codes = [line.code for line in found.reasons]
        assert codes[:2] == ["cost_intensive", "cost_visits"]

    def test_what_was_not_said_is_unknown(self) -> None:
        """Never nought: the maximum and the limit stand as open questions."""
        unknown = [line.code for line in estimate(DAYS, terms()).reasons if line.state == "unknown"]
        assert unknown == ["cost_maximum_unknown", "cost_days_limit_unknown"]

    @given(
        some.lists(
            some.builds(Care, some.just("x"), some.integers(0, 12), some.integers(0, 99_999)),
            max_size=3,
        ),
        some.none()
        | some.builds(
            Terms,
            is_covered=some.booleans(),
            copay_cents=some.just(0) | some.integers(0, 60_000),
            coinsurance_percent=some.integers(0, 100).map(Decimal),
            deductible_left_cents=some.integers(0, 400_000),
            out_of_pocket_left_cents=some.none() | some.integers(0, 400_000),
            days_left=some.none() | some.integers(0, 20),
        ),
        some.integers(0, 100),
    )
    def test_agrees_with_another_way_and_adds_up(
        self, care: list[Care], said: Terms | None, percent: int
    ) -> None:
        """Client, payer and what is forgone are the charge, to the cent; none is below nought."""
        found = estimate(care, said, Decimal(percent)).extras
        assert found["client_cents"] == client_pays(care, said, percent)
        parts = (found["client_cents"], found["payer_cents"], found["forgone_cents"])
        assert min(parts) >= 0
        assert sum(parts) == found["charge_cents"]

    @given(some.integers(0, 400_000), some.integers(0, 400_000), some.integers(0, 60_000))
    def test_a_better_plan_never_costs_more(self, less: int, more: int, copay: int) -> None:
        """A smaller deductible, a smaller maximum."""
        low, high = sorted((less, more))
        for name in ("deductible_left_cents", "out_of_pocket_left_cents"):
            cheap, dear = (
                estimate(DAYS, terms(copay_cents=copay, **{name: amount})) for amount in (low, high)
            )
            assert cheap.extras["client_cents"] <= dear.extras["client_cents"]


class TestCents:
    @pytest.mark.parametrize(
        ("cents", "percent", "share"),
        [(1, 50, 1), (1, 49, 0), (99, 33, 33), (333, 50, 167), (0, 9, 0)],
    )
    def test_half_a_cent_counts_as_one(self, cents: int, percent: int, share: int) -> None:
        """Half up, never to even."""
        assert share_of(cents, Decimal(percent)) == share

    @given(some.integers(0, 10**10))
    def test_dollars_come_back(self, cents: int) -> None:
        """Written and read, the same cents."""
        assert from_dollars(Decimal(dollars(cents).strip("$").replace(",", ""))) == cents

    def test_parts_of_a_cent_are_refused(self) -> None:
        """Money has no third decimal."""
        with pytest.raises(ValueError, match="parts of a cent"):
            from_dollars(Decimal("1.005"))


class TestSliding:
    @pytest.mark.parametrize(
        ("household", "income", "pays"),
        [
            (1, 0, "5"),
            (1, 1_596_000, "5"),  # exactly the level
            (1, 1_596_001, "25"),
            (1, 2_122_680, "25"),  # exactly 133 percent
            (1, 2_122_681, "50"),
            (1, 2_665_320, "50"),  # exactly 167 percent
            (1, 2_665_321, "75"),
            (1, 3_192_000, "75"),  # exactly 200 percent
            (1, 3_192_001, "100"),
            (4, 3_300_000, "5"),  # $33,000 for four
            (4, 3_300_001, "25"),
            (4, 6_600_000, "75"),
            (4, 6_600_001, "100"),
            (8, 5_572_000, "5"),
        ],
    )
    def test_bands(self, household: int, income: int, pays: str) -> None:
        """2026 figures; an income on the edge is inside."""
        assert sliding_fee(household, income, LINE, BANDS).extras["pays_percent"] == pays

    def test_exactly_one_band_is_met_or_none(self) -> None:
        """And the reasons name all of them."""
        for income in (0, 2_000_000, 9_000_000):
            found = sliding_fee(1, income, LINE, BANDS)
            met = [
                line for line in found.reasons if line.code == "fee_band" and line.state == "met"
            ]
            assert len(met) == (0 if found.outcome == "full" else 1)
            assert len(found.reasons) == 5

    @given(some.integers(1, 12), some.integers(0, 10**8), some.integers(0, 10**8))
    def test_less_income_or_more_people_never_pay_more(
        self, household: int, one: int, other: int
    ) -> None:
        """Monotone in both."""
        low, high = sorted((one, other))

        def pays(people: int, income: int) -> Decimal:
            return Decimal(sliding_fee(people, income, LINE, BANDS).extras["pays_percent"])

        assert pays(household, low) <= pays(household, high)
        assert pays(household + 1, low) <= pays(household, low)

    @pytest.mark.parametrize(("household", "income"), [(0, 1), (-1, 1), (1, -1)])
    def test_refuses_what_cannot_be(self, household: int, income: int) -> None:
        """A household of nobody, an income below nought."""
        with pytest.raises(ValueError, match=r"never below|at least one"):
            sliding_fee(household, income, LINE, BANDS)


class TestRechecking:
    @pytest.mark.parametrize(
        ("verified", "today", "due"),
        [
            (None, date(2026, 11, 24), True),
            (date(2026, 10, 31), date(2026, 11, 1), True),
            (date(2026, 11, 1), date(2026, 11, 1), False),
            (date(2026, 11, 1), date(2026, 11, 30), False),
            (date(2026, 11, 30), date(2026, 12, 1), True),
            (date(2026, 12, 31), date(2027, 1, 1), True),
        ],
    )
    def test_on_the_first(self, verified: date | None, today: date, due: bool) -> None:
        """Every month, across years."""
        assert needs_recheck(verified, today, 1) is due

    @given(some.dates(date(2020, 1, 1), date(2040, 1, 1)), some.integers(1, 28))
    def test_the_last_one_is_within_a_month(self, today: date, day: int) -> None:
        """It has come, it is on its day, and the next has not come."""
        found = last_recheck(today, day)
        assert found <= today < found + timedelta(days=31)
        assert found.day == day
        assert not needs_recheck(today, today, day)

    @pytest.mark.parametrize("day", [0, 29])
    def test_a_day_not_every_month_has_is_refused(self, day: int) -> None:
        """February decides."""
        with pytest.raises(ValueError, match="between 1 and 28"):
            last_recheck(date(2026, 11, 24), day)
