"""The line of hours, hard times, fillers and the calendar, as tables and as properties."""

from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.dayplans.rules import fillers, hard_times, line, prevention, use_calendar
from homeward.dayplans.rules.hard_times import Part, Told
from homeward.dayplans.rules.line import Entry, Rank, Shape, WeekLine, What
from homeward.dayplans.rules.numbers import DayNumbers
from homeward.dayplans.rules.use_calendar import CheckedIn, ToldDay
from homeward.kernel.reasons import State
from homeward.safety.rules.plan import Line

CHICAGO = ZoneInfo("America/Chicago")
TUESDAY = date(2026, 11, 24)
FORWARD, BACK = date(2026, 3, 8), date(2026, 11, 1)
SHAPE = Shape(least_minutes=60, wakes=time(7), sleeps=time(23))
NUMBERS = DayNumbers()
ALWAYS = date(2026, 1, 1)


def wall(hour: float, day: date = TUESDAY) -> datetime:
    return line.at_wall(day, time(int(hour), round(hour % 1 * 60)), CHICAGO)


def weekly(key: str, starts: int, ends: int, weekday: int = 1, **more: object) -> WeekLine:
    return WeekLine(key, weekday, time(starts), time(ends), ALWAYS, **more)  # type: ignore[arg-type]


def shown(pieces: tuple[line.Piece, ...]) -> list[tuple[str, str, str]]:
    return [
        (
            f"{each.starts.astimezone(CHICAGO):%H:%M}",
            f"{each.ends.astimezone(CHICAGO):%H:%M}",
            each.key or str(each.what),
        )
        for each in pieces
    ]


class TestTheLine:
    def test_what_wins_cuts_and_names_what_gives_way(self) -> None:
        """A session cuts work in two; half an hour between them is too short to fill."""
        entries = line.of_the_week(
            [weekly("work", 9, 17), weekly("sleep", 23, 7, is_sleep=True),
             weekly("eve", 23, 7, 0, is_sleep=True)], [], TUESDAY, CHICAGO,
        )  # fmt: skip
        entries.append(Entry("group", wall(13), wall(14.5), Rank.SESSION))
        entries.append(Entry("visit", wall(17.5), wall(18.5), Rank.APPOINTMENT))
        pieces = line.line_of(entries, TUESDAY, CHICAGO, SHAPE)
        assert shown(pieces) == [
            ("00:00", "07:00", "eve"), ("07:00", "09:00", "empty"), ("09:00", "13:00", "work"),
            ("13:00", "14:30", "group"), ("14:30", "17:00", "work"), ("17:00", "17:30", "short"),
            ("17:30", "18:30", "visit"), ("18:30", "23:00", "empty"), ("23:00", "00:00", "sleep"),
        ]  # fmt: skip
        assert next(each.beside for each in pieces if each.key == "group") == ("work",)

    @pytest.mark.parametrize(
        ("lines", "off", "expected"),
        [
            # No sleep is written: the hours of the house stand.
            ([], [], [("00:00", "07:00", "rest"), ("07:00", "23:00", "empty"),
                      ("23:00", "00:00", "rest")]),
            # Sleep of the morning alone says when that half begins.
            ([weekly("nap", 4, 10, is_sleep=True)], [],
             [("00:00", "04:00", "empty"), ("04:00", "10:00", "nap"), ("10:00", "23:00", "empty"),
              ("23:00", "00:00", "rest")]),
            # What began the evening before, and was taken out there, does not stand.
            ([weekly("shift", 22, 8, 0)], [("shift", TUESDAY - timedelta(days=1))],
             [("00:00", "07:00", "rest"), ("07:00", "23:00", "empty"), ("23:00", "00:00", "rest")]),
            ([weekly("shift", 22, 8, 0)], [],
             [("00:00", "08:00", "shift"), ("08:00", "23:00", "empty"),
              ("23:00", "00:00", "rest")]),
        ],
    )  # fmt: skip
    def test_hours_awake(self, lines: list, off: list, expected: list) -> None:
        entries = line.of_the_week(lines, off, TUESDAY, CHICAGO)
        assert shown(line.line_of(entries, TUESDAY, CHICAGO, SHAPE)) == expected

    def test_a_line_stands_from_its_day_until_its_end(self) -> None:
        row = WeekLine("a", 1, time(9), time(10), TUESDAY, TUESDAY + timedelta(days=7))
        days = [TUESDAY + timedelta(days=7 * number) for number in (-1, 0, 1)]
        assert [row.stands_on(day) for day in days] == [False, True, False]

    @pytest.mark.parametrize(("day", "hours", "night"), [(FORWARD, 23, 7), (BACK, 25, 9)])
    def test_days_of_23_and_25_hours(self, day: date, hours: int, night: int) -> None:
        """A night of eight hours by the wall is one of seven or nine, and nothing is lost."""
        eve = (day.weekday() - 1) % 7
        entries = line.of_the_week([weekly("n", 23, 7, eve, is_sleep=True)], [], day, CHICAGO)
        pieces = line.line_of(entries, day, CHICAGO, SHAPE)
        assert sum(each.minutes for each in pieces) == hours * 60
        starts, ends = line.stretch(day - line.DAY, time(23), time(7), CHICAGO)
        assert ends - starts == timedelta(hours=night)

    def test_a_skipped_hour_moves_forward_and_of_a_repeated_one_the_first_counts(self) -> None:
        skipped = line.at_wall(FORWARD, time(2, 30), CHICAGO)
        assert skipped.astimezone(CHICAGO).time() == time(3, 30)
        assert line.at_wall(BACK, time(1, 30), CHICAGO) == datetime(2026, 11, 1, 6, 30, tzinfo=UTC)

    @settings(max_examples=40, deadline=None)
    @given(
        st.sampled_from([TUESDAY, FORWARD, BACK]),
        st.lists(
            st.tuples(st.integers(-300, 1700), st.integers(1, 900), st.sampled_from(list(Rank))),
            max_size=7,
        ),
    )
    def test_pieces_touch_cover_the_day_and_leave_no_entry_out(
        self, day: date, drawn: list[tuple[int, int, Rank]]
    ) -> None:
        first, last = line.bounds(day, CHICAGO)
        entries = [
            Entry(str(number), first + timedelta(minutes=at), first + timedelta(minutes=at + long),
                  rank)
            for number, (at, long, rank) in enumerate(drawn)
        ]  # fmt: skip
        pieces = line.line_of(entries, day, CHICAGO, SHAPE)
        assert (pieces[0].starts, pieces[-1].ends) == (first, last)
        assert all(a.ends == b.starts for a, b in pairwise(pieces))
        for each in line.empty_in(pieces):
            assert each.minutes >= SHAPE.least_minutes
            assert not any(e.starts < each.ends and each.starts < e.ends for e in entries)
        for moment in (entry.starts for entry in entries if first <= entry.starts < last):
            here = next(each for each in pieces if each.starts <= moment < each.ends)
            best = min(e.rank for e in entries if e.starts <= moment < e.ends)
            assert here.what is What.ENTRY
            assert entries[int(here.key)].rank == best


def fridays(*cravings: int | None, hour: int = 19) -> list[Told]:
    start = date(2026, 10, 2)
    return [
        Told(start + timedelta(weeks=number), hour, craving)
        for number, craving in enumerate(cravings)
    ]


class TestHardTimes:
    @pytest.mark.parametrize(
        ("told", "outcome", "met"),
        [
            ([], "open", []),
            (fridays(9, 8), "open", []),  # two days are too few to say anything
            (fridays(7, 8, 2, 6, 9), "hard", [("hard_craving_weekday_part", 4, 5)]),
            (fridays(7, 8, 2, 6, 9, hour=9), "hard", [("hard_craving_weekday", 4, 5)]),
            (fridays(2, 3, 1, 6, 2), "open", []),
            (fridays(None, None, 9, 9), "open", []),  # not answered is not seen
        ],
    )
    def test_is_weighed_by_ones_own_days(self, told: list, outcome: str, met: list) -> None:
        decision = hard_times.weigh(4, [Part.EVENING], told, NUMBERS)
        found = [
            (each.code, each.detail["hard"], each.detail["seen"])
            for each in decision.lines(State.MET)
        ]
        assert (decision.outcome, found) == (outcome, met)

    def test_mood_and_use_count_too(self) -> None:
        start = date(2026, 10, 2)
        told = [Told(start + timedelta(weeks=number), 10, mood=1, used=True) for number in range(4)]
        decision = hard_times.weigh(4, [Part.EVENING], told, NUMBERS)
        codes = [each.code for each in decision.lines(State.MET)]
        assert codes == ["hard_mood_weekday", "hard_use_weekday"]

    @pytest.mark.parametrize(
        ("starts", "ends", "parts"),
        [
            (wall(18), wall(21), ["evening"]),
            (wall(11), wall(12), ["morning"]),
            (wall(11), wall(18.5), ["morning", "afternoon", "evening"]),
            (wall(22), wall(0, TUESDAY + timedelta(days=1)), ["evening"]),
        ],
    )
    def test_parts(self, starts: datetime, ends: datetime, parts: list[str]) -> None:
        local = (each.astimezone(CHICAGO) for each in (starts, ends))
        assert [str(each) for each in hard_times.parts_of(*local)] == parts

    @settings(max_examples=40, deadline=None)
    @given(
        st.lists(
            st.builds(
                Told,
                st.dates(date(2026, 9, 1), date(2026, 11, 20)),
                st.integers(0, 23),
                st.none() | st.integers(0, 10),
                st.none() | st.integers(1, 5),
                st.none() | st.booleans(),
            ),
            max_size=20,
        )
    )
    def test_never_certain_and_the_order_of_telling_is_nothing(self, told: list[Told]) -> None:
        one = hard_times.weigh(4, [Part.EVENING], told, NUMBERS)
        assert one == hard_times.weigh(4, [Part.EVENING], list(reversed(told)), NUMBERS)
        assert 0 <= one.extras["weight"] < 100
        for each in one.reasons:
            assert 0 <= each.detail["hard"] <= each.detail["seen"]
            assert each.state is not State.MET or each.detail["seen"] >= NUMBERS.least_days


ACTIVITIES = [
    fillers.Activity("walk", "Walk", 30, TUESDAY), fillers.Activity("gym", "Gym", 90),
    fillers.Activity("opera", "Opera", 300),
]  # fmt: skip
MEETINGS = [
    fillers.Meeting("a", "Near", wall(19), wall(20), False, 1.0),
    fillers.Meeting("b", "Nearer", wall(18), wall(19), False, 0.5),
    fillers.Meeting("c", "Secular", wall(18.5), wall(20), True, 9.0),
    fillers.Meeting("d", "Late", wall(20.5), wall(22), True, 0.1),
]
PEOPLE = [
    fillers.Person("kim", "Kim", wall(18), wall(23)),
    fillers.Person("sam", "Sam", wall(20), wall(22)),
    fillers.Person("bo", "Bo", wall(8), wall(18)),
]


class TestFillers:
    @pytest.mark.parametrize(
        ("wants", "away", "refs"),
        [
            ("any", (), ["gym", "walk", "b", "c", "kim", "sam"]),
            ("secular", (), ["gym", "walk", "c", "kim", "sam"]),
            ("none", ("kim",), ["gym", "walk", "sam"]),
        ],
    )
    def test_own_list_then_meetings_then_people(
        self, wants: str, away: tuple[str, ...], refs: list[str]
    ) -> None:
        """A secular meeting is among two; who is called at other hours, or kept away, is not."""
        offers = fillers.offers_for(
            wall(18), wall(21), activities=ACTIVITIES, meetings=MEETINGS, people=PEOPLE,
            wants=wants, kept_away=away,
        )  # fmt: skip
        assert [each.ref for each in offers] == refs

    @settings(max_examples=40, deadline=None)
    @given(st.integers(0, 1300), st.integers(1, 500))
    def test_nothing_is_offered_that_does_not_fit(self, at: int, long: int) -> None:
        starts = wall(0) + timedelta(minutes=at)
        ends = starts + timedelta(minutes=long)
        for each in fillers.offers_for(
            starts, ends, activities=ACTIVITIES, meetings=MEETINGS, people=PEOPLE
        ):
            assert starts <= each.starts < each.ends <= ends


DAY1, DAY2 = date(2026, 11, 2), date(2026, 11, 3)


class TestTheCalendar:
    @pytest.mark.parametrize(
        ("said", "told", "state", "since"),
        [
            ([], [], "unknown", None),
            ([(9, None)], [], "unknown", None),
            ([(9, False)], [], "not_used", None),
            ([(9, False), (21, True)], [], "used", None),
            ([(9, True), (21, False)], [], "used", None),
            ([(9, True)], [(12, False)], "not_used", None),
            ([(9, False)], [(12, True)], "used", None),
            ([(21, True)], [(12, False)], "used", None),
            ([(9, False)], [(12, True), (13, None)], "unknown", None),
            ([(9, True, date(2026, 10, 30))], [], "used", date(2026, 10, 30)),
            ([(9, True, date(2026, 11, 1))], [], "used", None),
        ],
    )
    def test_a_day_is_what_was_said_of_it(
        self, said: list, told: list, state: str, since: date | None
    ) -> None:
        check_ins = [CheckedIn(DAY1, wall(hour, DAY1), used, *more) for hour, used, *more in said]
        days = [ToldDay(DAY1, wall(hour, DAY1), used) for hour, used in told]
        first, second = use_calendar.calendar_of(DAY1, DAY2, check_ins, days)
        assert (first.state, first.since) == (state, since)
        assert second.state == "unknown"  # nothing is carried from one day to the next

    @settings(max_examples=40, deadline=None)
    @given(st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=12))
    def test_the_days_nobody_spoke_of_stay_unknown(self, said: list[tuple[int, bool]]) -> None:
        rows = [
            CheckedIn(DAY1 + timedelta(days=at), wall(9, DAY1 + timedelta(days=at)), used)
            for at, used in said
        ]
        days = use_calendar.calendar_of(DAY1, DAY1 + timedelta(days=20), rows, [])
        tally = use_calendar.tally_of(days)
        assert tally.known == len({at for at, _used in said})
        assert tally.known + tally.unknown == 21


def test_the_plan_names_what_it_lacks_and_keeps_to_one_sheet() -> None:
    whole = {code: (Line("x"),) for code in prevention.NEEDED}
    assert prevention.problems(whole) == ()
    assert prevention.problems({}) == tuple(f"prevention_needs_{c}" for c in prevention.NEEDED)
    much = {**whole, "helps": (Line("x"),) * 7, "people": (Line("x" * 121),)}
    assert prevention.problems(much) == ("prevention_line_too_many", "prevention_line_too_long")
    assert prevention.trimmed({"signs": (Line("  "), Line(" a  b "))}) == {"signs": (Line("a b"),)}
