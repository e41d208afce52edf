"""The rules of the hours guard: a week that holds or not, forecasts, places for one time."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.attendance.rules.drop_in import OFFER, REFUSE, Asking, Place, drop_in_of
from homeward.attendance.rules.forecast import (
    EVENING,
    LIKELY,
    MORNING,
    WATCH,
    ForecastWeights,
    History,
    Kept,
    chance_of,
    forecast_of,
    part_of_day,
)
from homeward.attendance.rules.hit_rate import Told, hit_rate_of
from homeward.attendance.rules.hours_guard import (
    HOLDS,
    SHORT,
    DayMinimum,
    GuardedDay,
    GuardedWeek,
    chosen_to_mend,
    guard_of,
)
from homeward.kernel.reasons import Source, State

MONDAY = date(2026, 11, 23)
PAYER = Source("min_minutes_per_day", "Payer policy", "payer")
NOW = datetime(2026, 11, 24, 18, tzinfo=UTC)
WEIGHTS = ForecastWeights(prior=8, cell=4, watch_percent=70)


def week(*minutes: tuple[int, int], **more: object) -> GuardedWeek:
    """Seven days from Monday: (delivered, planned) each, the rest empty."""
    filled = [*minutes, *[(0, 0)] * (7 - len(minutes))]
    days = [
        GuardedDay(MONDAY + timedelta(days=number), delivered, planned)
        for number, (delivered, planned) in enumerate(filled)
    ]
    return replace(GuardedWeek(required=540, min_days=3, days=days), **more)  # type: ignore[arg-type]


class TestGuard:
    def test_holds_when_hours_and_days_are_there(self):
        decision = guard_of(week((180, 0), (0, 180), (0, 180)), MONDAY)

        assert decision.outcome == HOLDS
        assert not decision.lines(State.NOT_MET)

    def test_says_what_is_missing(self):
        decision = guard_of(week((180, 0), (0, 90)), MONDAY)

        assert decision.outcome == SHORT
        assert decision.extras["missing_minutes"] == 270
        assert decision.extras["missing_days"] == 1

    def test_a_day_under_the_payers_minimum_does_not_count_as_a_day(self):
        """Ten hours over three days, one of them of an hour: two days count."""
        asked = week((0, 270), (0, 270), (0, 60), day_minimum=DayMinimum(180, PAYER))

        decision = guard_of(asked, MONDAY)

        assert decision.extras["missing_minutes"] == 0
        assert decision.extras["missing_days"] == 1
        assert decision.extras["thin_days"] == ["2026-11-25"]
        (thin,) = [line for line in decision.reasons if line.code == "guard_day_minimum"]
        assert thin.source == PAYER and thin.detail["minutes"] == 60

    def test_a_thin_day_beside_days_enough_is_no_shortfall(self):
        """An hour more on Thursday harms nobody's week of three full days."""
        asked = week((0, 180), (0, 180), (0, 180), (0, 60), day_minimum=DayMinimum(180, PAYER))

        assert guard_of(asked, MONDAY).outcome == HOLDS

    def test_a_thin_day_that_is_over_is_not_named(self):
        """It cannot be mended any more; it only does not count."""
        asked = week((60, 0), (0, 270), (0, 270), day_minimum=DayMinimum(180, PAYER))

        decision = guard_of(asked, MONDAY + timedelta(days=1))

        assert decision.extras["thin_days"] == []
        assert decision.extras["missing_days"] == 1

    @given(st.lists(st.tuples(st.integers(0, 300), st.integers(0, 300)), max_size=7))
    @settings(deadline=None, max_examples=60)
    def test_more_minutes_never_make_a_week_shorter(self, minutes):
        """Ten more planned minutes on any day never raise what is missing."""
        before = guard_of(week(*minutes), MONDAY).extras["missing_minutes"]
        for number, (delivered, planned) in enumerate(minutes):
            more = list(minutes)
            more[number] = delivered, planned + 10
            assert guard_of(week(*more), MONDAY).extras["missing_minutes"] <= before

    @pytest.mark.parametrize(
        "minutes, missing, wanted",
        [((90, 90, 90), 90, 1), ((90, 90), 100, 2), ((30,), 100, 1), ((), 60, 0)],
    )
    def test_as_many_offers_as_fill_what_is_missing(self, minutes, missing, wanted):
        assert chosen_to_mend(minutes, missing) == wanted


class TestForecast:
    def test_somebody_new_has_the_houses_rate(self):
        chance = chance_of(History({}, Kept(80, 100)), (0, MORNING), WEIGHTS)

        assert chance == Decimal("0.800")

    def test_worked_example(self):
        """House 0.8; own (18 + 8×0.8)/(24 + 8) = 0.7625; there (2 + 4×0.7625)/(6 + 4) = 0.505."""
        cells = {(0, EVENING): Kept(2, 6), (2, EVENING): Kept(16, 18)}

        decision = forecast_of(History(cells, Kept(80, 100)), (0, EVENING), WEIGHTS)

        assert decision.extras["percent"] == 50
        assert decision.outcome == WATCH
        assert {line.code: dict(line.detail) for line in decision.reasons}["forecast_own"] == {
            "came": 18, "expected": 24,
        }  # fmt: skip

    def test_a_cell_never_seen_leans_on_the_clients_own_rate(self):
        cells = {(0, EVENING): Kept(24, 24)}

        decision = forecast_of(History(cells, Kept(80, 100)), (3, MORNING), WEIGHTS)

        assert decision.outcome == LIKELY and decision.extras["percent"] == 95

    @given(
        st.integers(0, 40), st.integers(0, 40), st.integers(0, 40), st.integers(1, 60)
    )  # fmt: skip
    @settings(deadline=None, max_examples=80)
    def test_one_session_more_kept_never_lowers_the_chance(self, came, missed, house, all_house):
        """And it stays between nought and one."""
        rate = Kept(min(house, all_house), all_house)
        before = chance_of(History({(0, EVENING): Kept(came, came + missed)}, rate), (0, EVENING),
                           WEIGHTS)  # fmt: skip
        after = chance_of(
            History({(0, EVENING): Kept(came + 1, came + missed + 1)}, rate), (0, EVENING), WEIGHTS
        )
        assert 0 <= before <= after <= 1

    @pytest.mark.parametrize(
        "at, part",
        [(time(9), "morning"), (time(12), "afternoon"), (time(16, 59), "afternoon"),
         (time(17), "evening")],
    )  # fmt: skip
    def test_parts_of_the_day(self, at, part):
        assert part_of_day(at) == part


class TestHitRate:
    def test_counts_what_was_caught_beforehand(self):
        """Four sessions: one miss watched, one miss not, one watched and kept, one plain kept."""
        rate = Decimal("0.5")
        told = [
            Told(Decimal("0.4"), rate, False), Told(Decimal("0.9"), rate, False),
            Told(Decimal("0.6"), rate, True), Told(Decimal("0.95"), rate, True),
        ]  # fmt: skip

        figures = hit_rate_of(told, 70)

        assert (figures["sessions"], figures["missed"], figures["watched"]) == (4, 2, 2)
        assert (figures["right_percent"], figures["missed_watched_percent"]) == (50, 50)
        assert figures["brier_house"] == "0.2500"
        assert sum(band["sessions"] for band in figures["bands"]) == 4

    def test_nothing_to_measure_says_so(self):
        assert hit_rate_of([], 70) == {"sessions": 0}


ASKING = Asking(is_enrolled=True, missing_minutes=90)
PLACE = Place(
    on=date(2026, 11, 26), starts_at=NOW + timedelta(days=2), week_starts_on=MONDAY,
    clinical_minutes=90, capacity=10, taken=9, fits_windows=True,
)  # fmt: skip


def unmet(asking: Asking, place: Place) -> list[str]:
    return [line.code for line in drop_in_of(asking, place, NOW).lines(State.NOT_MET)]


@pytest.mark.parametrize(
    "change, code",
    [
        ({"taken": 10}, "seat_is_free"),
        ({"on": date(2026, 11, 30)}, "makeup_same_week"),
        ({"starts_at": NOW - timedelta(hours=1)}, "makeup_still_to_come"),
        ({"clinical_minutes": 0}, "makeup_is_treatment"),
        ({"is_group": False}, "drop_in_is_group"),
        ({"is_for_hours": False}, "drop_in_is_group"),
        ({"is_same_site": False}, "seat_same_site"),
        ({"is_for_phase": False}, "seat_same_phase"),
        ({"fits_windows": False}, "drop_in_fits_windows"),
        ({"clashes": ("Individual",)}, "seat_client_is_free"),
        ({"is_seated": True}, "seat_not_yet_held"),
        ({"is_kept_apart": True}, "seat_placement_rule"),
    ],
)
def test_each_line_refuses_a_place_by_itself(change, code):
    assert unmet(ASKING, PLACE) == []
    assert unmet(ASKING, replace(PLACE, **change)) == [code]


def test_an_outsider_is_refused_by_one_line_alone():
    """Nothing about the group is told to somebody who is not in the program."""
    decision = drop_in_of(Asking(is_enrolled=False), replace(PLACE, taken=10), NOW)

    assert decision.outcome == REFUSE
    assert [line.code for line in decision.reasons] == ["drop_in_is_enrolled"]


def test_a_full_week_needs_no_place():
    assert unmet(replace(ASKING, missing_minutes=0), PLACE) == ["drop_in_hours_missing"]


def test_a_missing_day_is_mended_by_a_new_day_alone():
    """Hours are there, a third day is missing: Thursday helps unless they come then anyhow."""
    asking = Asking(is_enrolled=True, missing_days=1, days_held=frozenset({MONDAY}))

    assert drop_in_of(asking, PLACE, NOW).outcome == OFFER
    held = replace(asking, days_held=frozenset({MONDAY, PLACE.on}))
    assert unmet(held, PLACE) == ["drop_in_hours_missing"]


def test_hours_nobody_was_asked_about_refuse_nothing():
    decision = drop_in_of(ASKING, replace(PLACE, fits_windows=None), NOW)

    assert decision.outcome == OFFER
    assert [line.code for line in decision.lines(State.UNKNOWN)] == ["drop_in_fits_windows"]
