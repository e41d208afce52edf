"""Times to talk are read from working hours and what fills them, across clock changes too."""

from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from homeward.timetable.rules.open_times import (
    Busy,
    Hours,
    Limits,
    choices_of,
    open_times,
    openings,
)

ZONE = ZoneInfo("America/Chicago")
MONDAY = datetime(2026, 11, 23, 14, 0, tzinfo=UTC)  # 08:00 in Chicago
WEEKDAYS = [Hours("a", day, time(9), time(17)) for day in range(5)]


def wall(*answer):
    return [each.astimezone(ZONE).strftime("%a %H:%M") for each in answer]


def test_the_next_two_days_with_their_first_free_start():
    assert wall(*open_times(WEEKDAYS, [], MONDAY, ZONE)) == ["Mon 10:00", "Tue 09:00"]


def test_what_is_taken_is_not_offered():
    busy = [Busy("a", MONDAY, datetime(2026, 11, 24, 0, 0, tzinfo=UTC))]
    assert wall(*open_times(WEEKDAYS, busy, MONDAY, ZONE)) == ["Tue 09:00", "Wed 09:00"]


def test_another_workers_day_does_not_fill_mine():
    busy = [Busy("b", MONDAY, datetime(2026, 11, 24, 0, 0, tzinfo=UTC))]
    assert wall(*open_times(WEEKDAYS, busy, MONDAY, ZONE))[0] == "Mon 10:00"


def test_a_talk_must_fit_before_the_day_ends():
    late = datetime(2026, 11, 23, 20, 0, tzinfo=UTC)  # 14:00: with notice, 16:00 is too late
    assert wall(*open_times(WEEKDAYS, [], late, ZONE)) == ["Tue 09:00", "Wed 09:00"]


def test_closed_days_and_no_hours_offer_nothing():
    closed = frozenset({date(2026, 11, 23)})
    assert wall(*open_times(WEEKDAYS, [], MONDAY, ZONE, closed))[0] == "Tue 09:00"
    assert open_times([], [], MONDAY, ZONE) == ()


def test_wall_time_holds_when_the_clocks_change():
    saturday = datetime(2026, 10, 31, 12, 0, tzinfo=UTC)
    sunday = [Hours("a", 6, time(9), time(12))]
    assert wall(*open_times(sunday, [], saturday, ZONE)) == ["Sun 09:00"]


@given(
    st.lists(st.tuples(st.integers(0, 6), st.integers(0, 20), st.integers(1, 8)), max_size=6),
    st.lists(st.tuples(st.integers(0, 24 * 8), st.integers(1, 30)), max_size=8),
)
def test_whatever_is_offered_is_ahead_within_hours_and_free(hours, busy):
    stretches = [
        Hours("a", day, time(start), time(min(23, start + length))) for day, start, length in hours
    ]
    taken = [
        Busy("a", datetime.fromtimestamp(MONDAY.timestamp() + at * 3600, UTC),
             datetime.fromtimestamp(MONDAY.timestamp() + (at + length) * 3600, UTC))
        for at, length in busy
    ]  # fmt: skip
    limits = Limits()
    for start in open_times(stretches, taken, MONDAY, ZONE, limits=limits):
        end = start.timestamp() + limits.minutes * 60
        assert start.timestamp() >= MONDAY.timestamp() + limits.notice_minutes * 60
        assert any(each.weekday == start.astimezone(ZONE).weekday() for each in stretches)
        assert not any(each.starts_at.timestamp() < end and start < each.ends_at for each in taken)


def test_a_list_to_choose_from_names_whose_time_it_is():
    """Two workers, the first start of each day each; what one has taken is only theirs."""
    both = [*WEEKDAYS, *(Hours("b", day, time(9), time(17)) for day in range(5))]
    busy = [Busy("b", MONDAY, datetime(2026, 11, 24, 0, 0, tzinfo=UTC))]
    found = choices_of(openings(both, busy, MONDAY, ZONE), ZONE, a_day=1, most=3)
    assert [each.worker for each in found] == ["a", "a", "b"]
    assert wall(*(each.starts_at for each in found)) == ["Mon 10:00", "Tue 09:00", "Tue 09:00"]


def test_a_list_to_choose_from_ends():
    found = choices_of(openings(WEEKDAYS, [], MONDAY, ZONE), ZONE, a_day=2, most=5)
    assert wall(*(each.starts_at for each in found)) == [
        "Mon 10:00", "Mon 10:30", "Tue 09:00", "Tue 09:30", "Wed 09:00",
    ]  # fmt: skip
