"""The draw is fair, can be recomputed, and shows every tampering."""

import hashlib
import hmac
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.drugtests.commands import verify_draw
from homeward.drugtests.rules.draw import METHOD, drawn_from, held_back, lot_of, weeks_to_come
from homeward.kernel.bad_input import BadInput

from .drawing import DAY, EARLY, POOL, SECRET, document, roster
from .second_verifier import holds

TOP = (1 << 64) - 1
TODAY = date.fromisoformat(DAY)


def is_drawn(entry, lot, day=TODAY):
    return entry.is_drawn(lot, day)


@pytest.mark.parametrize(
    ("changes", "lot", "drawn"),
    [
        ({}, 0, True),
        ({}, TOP, False),
        # 8 tests a month on 4 days a week: 8 * 7 of 4 * 30 days, a share of 56 / 120.
        ({}, (1 << 64) * 55 // 120, True),
        ({}, (1 << 64) * 57 // 120, False),
        ({"eligible": False}, 0, False),
        ({"times_this_month": 12}, 0, False),
        # One Monday is left in the month: one of the twelve is kept for that week's minimum.
        ({"times_this_month": 10}, 0, True),
        ({"times_this_month": 11}, 0, False),
        ({"times_this_month": 11, "eligible_days_left": 0}, TOP, True),
        ({"times_this_month": 11, "least_per_window": 0}, 0, True),
        ({"eligible_days_left": 0}, TOP, True),
        ({"eligible_days_left": 0, "times_this_window": 1}, TOP, False),
        ({"least_per_window": 2, "eligible_days_left": 1}, TOP, True),
        ({"least_per_window": 3, "eligible_days_left": 2}, TOP, True),
        ({"eligible_days_left": 0, "times_this_month": 12}, TOP, False),
        ({"window": "month", "most_per_month": 3, "times_this_month": 2}, 0, True),
        ({"tests_per_month": 0, "least_per_window": 0}, 0, False),
        ({"tests_per_month": 100}, TOP, True),
    ],
)
def test_one_entry_is_drawn_by_the_table(changes, lot, drawn):
    """Maximum before minimum before chance."""
    assert is_drawn(replace(EARLY, **changes), lot) is drawn


def test_a_stranger_recomputes_a_lot():
    """The lot is the first eight bytes of HMAC-SHA256 under the secret's bytes."""
    message = f"homeward-draw-2|{POOL}|{DAY}|token0001".encode()
    digest = hmac.new(bytes.fromhex(SECRET), message, hashlib.sha256).digest()
    assert lot_of(SECRET, METHOD, POOL, DAY, "token0001") == int.from_bytes(digest[:8], "big")


def test_the_share_drawn_is_the_share_asked_for():
    """Of 20,000 lots the share lies within three standard deviations of 56 / 120."""
    drawn = len(drawn_from(roster(20_000), secret=SECRET, pool=POOL, day=DAY))
    share, expected = drawn / 20_000, 56 / 120
    assert abs(share - expected) < 3 * (expected * (1 - expected) / 20_000) ** 0.5


@given(st.integers(0, 10), st.integers(1, 6), st.binary(min_size=32, max_size=32))
def test_tomorrow_is_always_possible_after_today(times, left, secret):
    """Until the maximum, less what the minimum needs, some lot draws an eligible day."""
    entry = replace(EARLY, times_this_month=times, eligible_days_left=left)
    assert is_drawn(entry, 0)
    lots = {lot_of(secret.hex(), METHOD, POOL, f"2026-11-{d:02}", "token") for d in (24, 25)}
    assert len(lots) == 2, "the lots of two days have nothing to do with each other"


@pytest.mark.parametrize(
    ("day", "mondays"), [("2026-11-01", 5), ("2026-11-02", 4), ("2026-11-24", 1), ("2026-11-30", 0)]
)
def test_what_is_kept_back_counts_mondays(day, mondays):
    on = date.fromisoformat(day)
    assert weeks_to_come(on) == mondays
    assert held_back(EARLY, on) == mondays
    assert held_back(replace(EARLY, least_per_window=2), on) == 2 * mondays + 1
    assert held_back(replace(EARLY, window="month"), on) == 0


@settings(max_examples=40)
@given(st.integers(0, 30), st.binary(min_size=32, max_size=32))
def test_a_published_day_holds(count, secret):
    entries = roster(count)
    assert verify_draw(document(entries, secret.hex()), arguments=()) == (
        {"valid": True, "reasons": []},
        0,
    )


def _codes(day) -> list[str]:
    answer, status = verify_draw(day, arguments=())
    assert status == (0 if answer["valid"] else 1)
    return [reason["code"] for reason in answer["reasons"]]


class TestTampering:
    """Whatever staff or server might change afterwards shows."""

    def test_shows_another_secret(self):
        day = document(roster(20)) | {"secret": "5b" * 32}
        assert "commitment_differs" in _codes(day)

    def test_shows_another_day_or_pool(self):
        assert "commitment_differs" in _codes(document(roster(5)) | {"day": "2026-11-25"})
        assert "commitment_differs" in _codes(document(roster(5)) | {"pool": "iop-north"})

    def test_shows_an_added_client(self):
        day = document(roster(20))
        spared = next(e["token"] for e in day["roster"] if e["token"] not in day["drawn"])
        day["drawn"].append(spared)
        assert _codes(day) == ["seal_differs", "drawn_without_being_chosen"]

    def test_shows_a_skipped_client(self):
        day = document(roster(20))
        day["drawn"].pop()
        assert _codes(day) == ["seal_differs", "chosen_without_being_drawn"]

    def test_shows_a_stranger_among_the_drawn(self):
        day = document(roster(3))
        day["drawn"].append("nobody")
        assert _codes(day) == ["seal_differs", "drawn_not_on_roster"]

    def test_shows_tokens_given_twice(self):
        day = document(roster(20))
        day["drawn"].append(day["drawn"][0])
        day["roster"].append(day["roster"][0])
        assert sorted(_codes(day)) == ["drawn_twice", "seal_differs", "token_twice"]

    @settings(max_examples=60, deadline=None)
    @given(st.data())
    def test_shows_any_changed_state(self, data):
        """Also where the draw would be the same: the seal covers every value."""
        day = document(roster(12))
        entry = day["roster"][data.draw(st.integers(0, 11))]
        key = data.draw(st.sampled_from(sorted(set(entry) - {"token", "window"})))
        before = entry[key]
        entry[key] = data.draw(st.booleans() if key == "eligible" else st.integers(1, 30))
        assert (_codes(day) == []) is (entry[key] == before)
        assert holds(day) is (entry[key] == before)


@pytest.mark.parametrize(
    ("change", "path"),
    [
        ({"secret": "5A" * 32}, "secret"),
        ({"secret": "5a"}, "secret"),
        ({"commitment": None}, "commitment"),
        ({"method": "dice"}, "method"),
        ({"day": "2026-02-30"}, "day"),
        ({"day": 20261124}, "day"),
        ({"pool": "iop|main"}, "pool"),
        ({"drawn": "token0001"}, "drawn"),
        ({"drawn": [1]}, "drawn[0]"),
        ({"roster": [{}]}, "roster[0].token"),
        ({"roster": [EARLY.to_json() | {"eligible": 1}]}, "roster[0].eligible"),
        ({"roster": [EARLY.to_json() | {"times_this_window": -1}]}, "roster[0].times_this_window"),
        ({"roster": [EARLY.to_json() | {"days_per_week": 0}]}, "roster[0].days_per_week"),
        ({"roster": [EARLY.to_json() | {"times_this_month": True}]}, "roster[0].times_this_month"),
        ({"roster": [EARLY.to_json() | {"name": "Jo"}]}, "roster[0].name"),
        ({"roster": [EARLY.to_json() | {"window": "year"}]}, "roster[0].window"),
        ({"roster": [EARLY.to_json() | {"token": "a,b"}]}, "roster[0].token"),
        ({"seal": "5a"}, "seal"),
        ({"extra": 1}, "extra"),
    ],
)
def test_bad_input_names_its_field(change, path):
    with pytest.raises(BadInput) as fault:
        verify_draw(document(roster(2)) | change, arguments=())
    assert fault.value.path == path


@pytest.mark.parametrize("nothing", [None, [], "day", 3])
def test_what_is_no_object_is_bad_input(nothing):
    with pytest.raises(BadInput):
        verify_draw(nothing, arguments=())


@pytest.mark.parametrize(
    "key", ["pool", "day", "method", "commitment", "secret", "roster", "drawn", "seal"]
)
def test_a_missing_field_is_named(key):
    day = document(roster(2))
    del day[key]
    with pytest.raises(BadInput) as fault:
        verify_draw(day, arguments=())
    assert fault.value.path == key
