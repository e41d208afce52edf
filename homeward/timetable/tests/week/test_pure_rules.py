"""Days of a series, hours of a client, sessions that stay: pure rules."""

from datetime import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.program.rules.week_shape import longest_gap
from homeward.timetable.rules.day_patterns import day_patterns
from homeward.timetable.rules.hours import (
    Stretch,
    WeekHours,
    common,
    joined,
    why_of,
    without,
)
from homeward.timetable.rules.session_matching import Stands, matched

WEEKDAYS, ALL = range(5), range(7)


class TestDayPatterns:
    def test_leave_no_three_days_empty(self):
        """Monday, Tuesday, Thursday leaves Friday to Sunday; Monday, Wednesday, Friday does not."""
        three = day_patterns(WEEKDAYS, 0, 2)[3]

        assert (0, 2, 4) in three
        assert (0, 1, 3) not in three

    def test_keep_a_day_between_two(self):
        """Two meetings do not follow each other where the week allows it."""
        assert (0, 1) not in day_patterns(WEEKDAYS, 0, 2)[2]
        assert day_patterns([3, 4], 0, 2)[2] == {(3, 4)}

    def test_take_the_shortest_gap_of_a_holiday_week(self):
        """Thursday and Friday closed: nothing keeps the rule, so the best of what is left."""
        assert day_patterns([0, 1, 2], 0, 2)[3] == {(0, 1, 2)}

    def test_count_from_the_weeks_first_day(self):
        """A week that begins on Sunday knows that its day 1 is Monday."""
        assert (1, 3, 5) in day_patterns(ALL, 6, 2)[3]

    @settings(deadline=None)
    @given(days=st.sets(st.integers(0, 6), min_size=1), gap=st.integers(0, 6))
    def test_are_within_the_gap_or_the_best_there_is(self, days, gap):
        """Of every number of meetings."""
        for number, choices in day_patterns(days, 0, gap).items():
            assert choices
            if number > 2:
                longest = {longest_gap(each) for each in choices}
                assert max(longest) <= gap or len(longest) == 1


class TestHours:
    def test_subtract_what_binds_and_not_what_can_move(self):
        """Work that can move with notice leaves the hours free, but less welcome."""
        hours = WeekHours(
            free=(Stretch(0, time(9), time(17)),),
            busy=(
                Stretch(0, time(9), time(11), "court", "court until eleven"),
                Stretch(0, time(14), time(15), "work", "a call", is_fixed=False),
            ),
            origin="schedule",
        )

        assert hours.can_come(0) == ((660, 1020),)
        assert hours.welcome(0) == ((660, 840), (900, 1020))
        assert hours.can_come(1) == ()

    @pytest.mark.parametrize(
        ("words", "why"),
        [
            ("Court on Tuesdays", "court"), ("Picking up my daughter", "childcare"),
            ("Night shift", "work"), ("GED class", "school"), ("The last bus", "transport"),
            ("Choir", "other"), ("Trabajo", "work"),
        ],
    )  # fmt: skip
    def test_read_the_reason_from_the_words(self, words, why):
        """Known words name a kind; the rest is something else."""
        assert why_of(words) == why

    INTERVALS = st.lists(
        st.tuples(st.integers(0, 1440), st.integers(0, 1440)).map(
            lambda pair: (min(pair), max(pair))
        ),
        max_size=6,
    )

    @settings(deadline=None)
    @given(some=INTERVALS, others=INTERVALS)
    def test_split_every_minute_into_taken_or_left(self, some, others):
        """What is left and what is common make the whole, and never meet."""
        whole, taken = _minutes(joined(some)), _minutes(joined(others))

        assert _minutes(without(joined(some), others)) == whole - taken
        assert _minutes(common(joined(some), joined(others))) == whole & taken


def _minutes(intervals):
    return {minute for begins, ends in intervals for minute in range(begins, ends)}


def stands(ref, members="ab", what=("group", 1), leader="dana", room="r1", is_group=True):
    return Stands(ref, what, frozenset(members), leader, room, is_group)


class TestMatching:
    def test_the_same_people_keep_their_session(self):
        """Two groups at one time that change rooms are still the two groups."""
        old = [stands(1, "abc", room="r1"), stands(2, "xyz", room="r2")]
        new = [stands("n1", "xyzw", room="r1"), stands("n2", "abc", room="r2")]

        assert matched(old, new) == {"n1": 2, "n2": 1}

    def test_another_time_is_another_session(self):
        """A promise is a kind of session at a time."""
        assert matched([stands(1)], [stands("n", what=("group", 2))]) == {}

    def test_a_one_to_one_belongs_to_one_client(self):
        """The same hour with somebody else is not the same appointment."""
        old = [stands(1, "a", is_group=False)]

        assert matched(old, [stands("n", "b", is_group=False)]) == {}
        assert matched(old, [stands("n", "a", is_group=False)]) == {"n": 1}
