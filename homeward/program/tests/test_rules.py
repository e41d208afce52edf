"""The pure rules of the program room."""

from datetime import UTC, date, datetime

import pytest

from homeward.kernel.reasons import Source
from homeward.program.file.positions import Positions, dotted
from homeward.program.rules.default_deadlines import DEADLINES, DueRule
from homeward.program.rules.defaults import NUMBERS, UNITS, safe_number
from homeward.program.rules.due import business_days_after, due_at
from homeward.program.rules.holidays import NAMES, holiday_on
from homeward.program.rules.week_shape import longest_gap

DEFAULT = Source("x", "X")


class TestLongestGap:
    @pytest.mark.parametrize(
        "days, gap",
        [
            ("0 2 4", 2),  # Mon Wed Fri: the weekend
            ("0 1 3 4", 2),
            ("0 1 3", 3),  # Mon Tue Thu leaves Fri to Sun empty
            ("0 1 2 3", 3),  # Mon to Thu as well
            ("0 3 5", 2),
            ("0 1 2 3 4 5 6", 0),
            ("2", 6),
            ("", 7),
        ],
    )
    def test_counts_round_the_turn_of_the_week(self, days, gap):
        """Every cyclic gap is looked at, not only those inside one week."""
        assert longest_gap({int(day) for day in days.split()}) == gap


class TestHolidays:
    @pytest.mark.parametrize(
        "code, day",
        [
            ("thanksgiving", date(2026, 11, 26)),
            ("day_after_thanksgiving", date(2026, 11, 27)),
            ("memorial_day", date(2026, 5, 25)),
            ("labor_day", date(2026, 9, 7)),
            ("martin_luther_king_day", date(2026, 1, 19)),
            ("presidents_day", date(2026, 2, 16)),
            ("indigenous_peoples_day", date(2026, 10, 12)),
            ("independence_day", date(2026, 7, 4)),
            ("memorial_day", date(2027, 5, 31)),
        ],
    )
    def test_fall_on_their_dates(self, code, day):
        """Checked against the published federal calendar of 2026 and 2027."""
        assert holiday_on(code, day.year) == day

    def test_are_all_computable(self):
        assert len({holiday_on(code, 2028) for code in NAMES}) == len(NAMES)


class TestDueAt:
    def rule(self, limit, unit, calendar="calendar"):
        return DueRule("note", "all", "session_end", limit, unit, calendar, DEFAULT)

    def at(self, *parts):
        return datetime(*parts, tzinfo=UTC)

    def test_counts_hours_exactly(self):
        due = due_at(self.rule(24, "hours"), self.at(2026, 11, 24, 18), "America/Chicago")
        assert due == self.at(2026, 11, 25, 18)

    def test_gives_days_to_the_end_of_the_day(self):
        """Seven days after the 24th in Chicago end at midnight after the 1st."""
        due = due_at(self.rule(7, "days"), self.at(2026, 11, 24, 18), "America/Chicago")
        assert due == self.at(2026, 12, 2, 6)

    def test_leaves_out_weekends_and_closed_days(self):
        """Five business days after Tuesday, with Thanksgiving closed, end on the next Wednesday."""
        closed = {date(2026, 11, 26)}
        assert business_days_after(date(2026, 11, 24), 5, closed) == date(2026, 12, 2)

    def test_is_the_start_itself_for_zero(self):
        assert due_at(self.rule(0, "days"), self.at(2026, 11, 24, 18), "UTC") == self.at(
            2026, 11, 24, 18
        )


class TestDefaults:
    def test_say_where_they_come_from_and_lie_in_their_own_bounds(self):
        """No number without a source, a known unit, and a value its own check would accept."""
        for known in NUMBERS.values():
            assert known.source.title
            assert known.unit in UNITS
            assert known.least <= known.value <= known.most
            assert not safe_number(known.code).is_adopted

    def test_every_document_has_one_rule(self):
        assert {rule.document for rule in DEADLINES.values()} == set(DEADLINES)

    def test_an_unknown_number_is_an_error(self):
        with pytest.raises(KeyError):
            safe_number("no_such_number")


class TestPositions:
    TEXT = """# a comment
[one]
a = 1
"b c" = '''
long
'''
d = [
  { e = 1, f = "x # y" },
  { e = 2 },
]

[[two]]
g.h = 2024-01-01 10:00:00
[two.three]
i = 1
[[two]]
j = "]"
"""

    @pytest.mark.parametrize(
        "path, line",
        [
            (("one",), 2),
            (("one", "a"), 3),
            (("one", "b c"), 4),
            (("one", "d"), 7),
            (("one", "d", 0, "f"), 8),
            (("one", "d", 1), 9),
            (("two", 0), 12),
            (("two", 0, "g", "h"), 13),
            (("two", 0, "three", "i"), 15),
            (("two", 1, "j"), 17),
            (("two", 1, "missing"), 16),
            (("nowhere",), 1),
        ],
    )
    def test_find_the_line_of_every_value(self, path, line):
        assert Positions(self.TEXT).line_of(path) == line

    def test_read_as_people_write_paths(self):
        assert dotted(("cohorts", 0, "meetings", 2, "room")) == "cohorts[0].meetings[2].room"
