"""Distances, opening hours, checks, searches: tables of cases and properties."""

from datetime import date, timedelta
from math import isclose

import pytest
from hypothesis import given
from hypothesis import strategies as some

from homeward.directory.rules.checking import CURRENT, DUE, NEVER, standing
from homeward.directory.rules.distance import Point, miles_between, nearest_first, shown
from homeward.directory.rules.opening import (
    DAY_MINUTES,
    HoursUnclear,
    Stretch,
    is_open,
    read_hours,
    write_hours,
)
from homeward.directory.rules.searching import Entry, Wanted, fits
from homeward.directory.zips import area_of, is_written_right

CHICAGO, NEW_YORK = Point(41.8781, -87.6298), Point(40.7128, -74.0060)
points = some.builds(Point, some.floats(-90, 90), some.floats(-180, 180))
stretches = some.builds(
    lambda day, a, b: Stretch(day, min(a, b), max(a, b) + 1),
    some.integers(0, 6),
    some.integers(0, DAY_MINUTES - 1),
    some.integers(0, DAY_MINUTES - 1),
)


class TestDistance:
    @pytest.mark.parametrize(
        ("here", "there", "miles"),
        [
            (CHICAGO, CHICAGO, 0),
            (CHICAGO, NEW_YORK, 711.6),
            (Point(0, 0), Point(0, 180), 12436.8),  # half the way round
            (Point(90, 0), Point(-90, 77), 12436.8),
            (Point(0, 179.5), Point(0, -179.5), 69.1),  # across the date line
        ],
    )
    def test_known_ways(self, here: Point, there: Point, miles: float) -> None:
        """Distances along great circles, one part in a thousand."""
        assert isclose(miles_between(here, there), miles, rel_tol=1e-3, abs_tol=0.05)

    @given(points, points)
    def test_is_the_same_both_ways_and_never_beyond_half_the_earth(
        self, here: Point, there: Point
    ) -> None:
        """Symmetric, non-negative, bounded."""
        there_and, back = miles_between(here, there), miles_between(there, here)
        assert isclose(there_and, back, abs_tol=1e-6)
        assert 0 <= there_and <= 12437

    @given(points, points, points)
    def test_a_detour_is_never_shorter(self, a: Point, b: Point, c: Point) -> None:
        """The triangle inequality on the sphere."""
        assert miles_between(a, c) <= miles_between(a, b) + miles_between(b, c) + 1e-6

    @given(some.lists(some.tuples(some.floats(0, 50) | some.none(), some.text(max_size=3))))
    def test_the_order_depends_on_nothing_but_the_things(
        self, drawn: list[tuple[float | None, str]]
    ) -> None:
        """Shuffled input, equal output; what has no distance comes last."""
        things = [(miles, name, str(n)) for n, (miles, name) in enumerate(drawn)]

        def order(rows: list[tuple[float | None, str, str]]) -> list[tuple[float | None, str, str]]:
            return nearest_first(rows, lambda t: t[0], lambda t: t[1], lambda t: t[2])

        first = order(things)
        assert first == order(list(reversed(things)))
        known = [miles is not None for miles, _name, _key in first]
        assert known == sorted(known, reverse=True)

    def test_equal_shown_miles_go_by_name(self) -> None:
        """3.14 and 3.12 are both shown as 3.1: the name decides, not a hidden digit."""
        rows = [(3.12, "Zinnia", "a"), (3.14, "aster", "b"), (3.14, "Aster", "a")]
        found = nearest_first(rows, lambda t: t[0], lambda t: t[1], lambda t: t[2])
        assert [row[1] for row in found] == ["Aster", "aster", "Zinnia"]

    @pytest.mark.parametrize(
        ("miles", "words"), [(0, 0), (0.04, 0), (3.14, 3.1), (9.96, 10.0), (10.4, 10), (87.6, 88)]
    )
    def test_shown_miles(self, miles: float, words: float) -> None:
        """A tenth where it matters, whole miles where it does not."""
        assert shown(miles) == words


class TestZips:
    def test_a_known_area(self) -> None:
        """Lincoln Park, Chicago."""
        found = area_of("60614")
        assert found is not None
        assert (found.city, found.state, found.zone) == ("Chicago", "IL", "America/Chicago")
        assert miles_between(found.point, CHICAGO) < 5

    @pytest.mark.parametrize(
        "text", ["", "6061", "606145", "abcde", "60614-1234", " 60614", "٦٠٦١٤"]
    )
    def test_what_is_no_zip(self, text: str) -> None:
        """Anything but five digits has no area; some of it is not even asked for."""
        assert area_of(text) is None
        assert not is_written_right(text)

    @pytest.mark.parametrize("text", ["00000", "99999", "09001"])
    def test_what_lies_nowhere(self, text: str) -> None:
        """Not given out, or a military post office."""
        assert area_of(text) is None


class TestHours:
    @pytest.mark.parametrize(
        ("text", "found"),
        [
            ("", ()),
            ("Mon 08:00-17:00", (Stretch(0, 480, 1020),)),
            ("mon-wed 8:00-9:30", tuple(Stretch(day, 480, 570) for day in range(3))),
            ("Mon, Wed 08:00-09:00", (Stretch(0, 480, 540), Stretch(2, 480, 540))),
            ("Sat-Mon 10:00-12:00", tuple(Stretch(day, 600, 720) for day in (0, 5, 6))),
            ("Fri 20:00-02:00", (Stretch(4, 1200, 1440), Stretch(5, 0, 120))),
            ("Sun 20:00-00:00", (Stretch(6, 1200, 1440),)),
            ("Mon 08:00-12:00; Mon 12:00-17:00", (Stretch(0, 480, 1020),)),
            ("24/7", tuple(Stretch(day, 0, 1440) for day in range(7))),
        ],
    )
    def test_reads(self, text: str, found: tuple[Stretch, ...]) -> None:
        """Days alone, in a list, in a run that may wrap; hours that may pass midnight."""
        assert read_hours(text) == found

    @pytest.mark.parametrize(
        "text",
        ["always", "Mon", "Mon 8-17", "Mon 08:00-08:00", "Mon 25:00-26:00", "Mon 08:61-09:00",
         "Day 08:00-09:00", "Mon-Tue-Wed 08:00-09:00", "Mon 24:00-01:00"],
    )  # fmt: skip
    def test_names_the_part_it_cannot_read(self, text: str) -> None:
        """The part comes back as it was written."""
        with pytest.raises(HoursUnclear) as unclear:
            read_hours(f"Tue 08:00-09:00; {text}")
        assert unclear.value.args == (text,)

    @given(some.lists(stretches, max_size=8))
    def test_what_is_written_is_read_again(self, rows: list[Stretch]) -> None:
        """And every minute is open in both or closed in both."""
        again = read_hours(write_hours(rows))
        for day in range(7):
            for minute in range(0, DAY_MINUTES, 13):
                assert is_open(rows, day, minute) == is_open(again, day, minute)

    @given(some.lists(stretches, max_size=8))
    def test_the_text_is_settled(self, rows: list[Stretch]) -> None:
        """Written, read and written again, it is the same line."""
        text = write_hours(rows)
        assert write_hours(read_hours(text)) == text


class TestChecking:
    @pytest.mark.parametrize(
        ("ago", "state"), [(None, NEVER), (0, CURRENT), (179, CURRENT), (180, DUE), (400, DUE)]
    )
    def test_standing(self, ago: int | None, state: str) -> None:
        """Due on the day itself."""
        today = date(2026, 11, 24)
        on = None if ago is None else today - timedelta(days=ago)
        assert standing(on, today, 180).state == state


ENTRY = Entry(
    options=frozenset({"detox", "residential"}),
    languages=frozenset({"en", "es"}),
    payers=frozenset({"medicaid"}),
    takes=frozenset({"adults", "pregnant"}),
    hours=(Stretch(0, 480, 1020),),
    weekday=0,
    minute=600,
    miles=4.0,
)


class TestSearching:
    @pytest.mark.parametrize(
        ("wanted", "fit"),
        [
            (Wanted(), True),
            (Wanted(options=frozenset({"detox", "outpatient"})), True),
            (Wanted(options=frozenset({"outpatient"})), False),
            (Wanted(language="es"), True),
            (Wanted(language="pl"), False),
            (Wanted(payer="medicaid"), True),
            (Wanted(payer="private"), False),
            (Wanted(takes="pregnant"), True),
            (Wanted(takes="veterans"), False),
            (Wanted(open_now=True), True),
            (Wanted(within_miles=4), True),
            (Wanted(within_miles=3.9), False),
            (Wanted(frozenset({"detox"}), "es", "medicaid", open_now=True), True),
        ],
    )  # fmt: skip
    def test_each_question(self, wanted: Wanted, fit: bool) -> None:
        """One thing at a time, then several."""
        assert fits(ENTRY, wanted) is fit

    def test_what_is_not_known_is_not_counted_against_a_place(self) -> None:
        """Payers and people unknown fit every question; hours unknown are not open now."""
        blank = Entry(options=frozenset({"detox"}))
        assert fits(blank, Wanted(payer="private", takes="veterans"))
        assert not fits(blank, Wanted(open_now=True))
        assert not fits(blank, Wanted(within_miles=5))
        assert blank.is_open is None

    @given(
        some.builds(
            Wanted,
            options=some.frozensets(some.sampled_from(["detox", "outpatient"])),
            language=some.sampled_from(["", "es", "pl"]),
            payer=some.sampled_from(["", "medicaid", "private"]),
            takes=some.sampled_from(["", "pregnant", "veterans"]),
            open_now=some.booleans(),
            within_miles=some.none() | some.floats(0, 9),
        )
    )
    def test_asking_less_never_finds_less(self, wanted: Wanted) -> None:
        """Every question dropped keeps what fitted."""
        if fits(ENTRY, wanted):
            for empty in (
                {"options": frozenset()}, {"language": ""}, {"payer": ""}, {"takes": ""},
                {"open_now": False}, {"within_miles": None},
            ):  # fmt: skip
                parts = {name: getattr(wanted, name) for name in Wanted.__slots__} | empty
                assert fits(ENTRY, Wanted(**parts))
