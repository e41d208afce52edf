"""The rules around the week: on duty, standing in, comparing weeks, calendars."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from homeward.kernel.periods import Period
from homeward.kernel.reasons import State
from homeward.program.rules.defaults import safe_number
from homeward.timetable.rules.calendar_text import Appointment, calendar_text
from homeward.timetable.rules.duty import (
    COVERED,
    EMPTY,
    NOBODY_HERE,
    SHORT,
    DutyAsked,
    Shift,
    duty_of,
    on_site,
)
from homeward.timetable.rules.duty_filling import filling
from homeward.timetable.rules.substitute import (
    OFFER,
    Colleague,
    SessionAsked,
    substitute_of,
)
from homeward.timetable.rules.week_difference import (
    Meeting,
    When,
    changes_between,
)

NINE = datetime(2026, 11, 24, 15, tzinfo=UTC)  # nine o'clock in Chicago
ZONE = "America/Chicago"
ASKED = DutyAsked(
    safe_number("on_duty_staff"), safe_number("on_duty_naloxone"), timedelta(minutes=60)
)
ADOPTED = DutyAsked(
    replace(ASKED.staff, is_adopted=True), replace(ASKED.naloxone, is_adopted=True), ASKED.between
)


def hours(first: float, last: float) -> Period:
    """From so many hours after nine to so many."""
    return Period(NINE + timedelta(hours=first), NINE + timedelta(hours=last))


def shift(worker: str, first: float, last: float, *, trained: bool = False) -> Shift:
    return Shift(worker, hours(first, last), trained)


GROUP = [hours(0.5, 2)]
PAIR = (shift("a", 0, 3, trained=True), shift("b", 0, 3))


class TestDuty:
    def test_two_with_one_trained_cover_the_day(self):
        decision = duty_of(GROUP, PAIR, ADOPTED, ZONE)

        assert (decision.outcome, decision.extras["blocks"]) == (COVERED, False)

    def test_an_empty_roster_blocks_whether_adopted_or_not(self):
        for asked in (ASKED, ADOPTED):
            decision = duty_of(GROUP, (), asked, ZONE)
            assert (decision.outcome, decision.extras["blocks"]) == (EMPTY, True)
        (line,) = decision.reasons
        assert (line.detail["from"], line.detail["until"]) == ("09:30", "11:00")

    @pytest.mark.parametrize(
        "shifts, code",
        [((PAIR[0],), "duty_too_few"), ((PAIR[1], shift("c", 0, 3)), "duty_no_naloxone")],
    )
    def test_too_few_warns_until_the_number_is_adopted(self, shifts, code):
        warned, refused = (duty_of(GROUP, shifts, asked, ZONE) for asked in (ASKED, ADOPTED))

        assert [line.code for line in warned.lines(State.NOT_MET)] == [code]
        assert (warned.outcome, warned.extras["blocks"]) == (SHORT, False)
        assert refused.extras["blocks"] is True

    def test_the_wait_between_two_sessions_counts_and_a_long_gap_does_not(self):
        near, far = [hours(0, 1), hours(2, 3)], [hours(0, 1), hours(3, 4)]

        assert on_site(near, ASKED.between) == (hours(0, 3),)
        assert on_site(far, ASKED.between) == (hours(0, 1), hours(3, 4))

    def test_nobody_need_be_there_on_a_day_without_sessions(self):
        assert duty_of([], (), ADOPTED, ZONE).outcome == NOBODY_HERE

    def test_a_gap_in_the_middle_is_named_with_its_times(self):
        decision = duty_of(
            [hours(0, 3)], (shift("a", 0, 1, trained=True), shift("b", 0, 3)), ADOPTED, ZONE
        )

        (line,) = decision.lines(State.NOT_MET)
        assert (line.code, line.detail["from"], line.detail["until"]) == (
            "duty_too_few", "10:00", "12:00",
        )  # fmt: skip

    @given(st.lists(st.tuples(st.integers(0, 8), st.integers(1, 6), st.booleans()), max_size=6))
    @settings(deadline=None, max_examples=60)
    def test_filling_covers_whatever_the_colleagues_could_cover(self, could):
        """Where everybody at work together would cover the day, the proposal covers it too."""
        offered = [shift(f"w{n}", a, a + length, trained=t) for n, (a, length, t) in
                   enumerate(could)]  # fmt: skip
        here = [hours(2, 5)]
        best = duty_of(here, offered, ASKED, ZONE).outcome

        chosen = filling(here, (), offered, staff=2, naloxone=1)

        assert duty_of(here, chosen, ASKED, ZONE).outcome == best
        assert len({each.worker for each in chosen}) == len(chosen) <= len(offered)


SESSION = SessionAsked(credentials=frozenset({"lpc"}), seated=8)
FITS = Colleague(credentials=frozenset({"lpc"}), known=8)


class TestStandingIn:
    @pytest.mark.parametrize(
        "change, code",
        [
            ({"credentials": frozenset({"rn"})}, "stand_in_credential"),
            ({"clashes": ("Evening A",)}, "stand_in_is_free"),
            ({"is_leading": True}, "stand_in_is_another"),
            ({"is_absent": True}, "stand_in_is_here"),
            ({"has_conflict": True}, "stand_in_no_conflict"),
        ],
    )
    def test_each_line_refuses_by_itself(self, change, code):
        decision = substitute_of(SESSION, replace(FITS, **change))

        assert decision.outcome != OFFER
        assert [line.code for line in decision.lines(State.NOT_MET)] == [code]

    @pytest.mark.parametrize("change", [{"is_at_work": False}, {"led_that_day": 3}, {"known": 2}])
    def test_advice_refuses_nobody(self, change):
        decision = substitute_of(SESSION, replace(FITS, **change))

        assert decision.outcome == OFFER and decision.lines(State.NOT_MET)

    def test_new_faces_are_counted(self):
        assert substitute_of(SESSION, replace(FITS, known=3)).extras["new_faces"] == 5


def meeting(key: str, day: int, at: int, **more: object) -> Meeting:
    when = When(day, time(at), time(at + 1), str(more.pop("room", "Room 1")), "Dana")
    return Meeting(key, key.capitalize(), when, people=6, **more)  # type: ignore[arg-type]


class TestComparing:
    def test_the_same_week_twice_changes_nothing(self):
        week = [meeting("a", 0, 9), meeting("a", 2, 9), meeting("b", 1, 18)]

        assert changes_between(week, list(reversed(week))) == ()

    def test_names_what_moved_came_and_went(self):
        before = [meeting("a", 0, 9), meeting("b", 1, 18), meeting("c", 2, 9)]
        after = [meeting("a", 0, 10), meeting("c", 2, 9, room="Hall"), meeting("d", 4, 9)]

        lines = changes_between(before, after)

        assert [(line.kind, line.name) for line in lines] == [
            ("moved", "A"), ("removed", "B"), ("room", "C"), ("added", "D"),
        ]  # fmt: skip

    def test_what_is_cancelled_is_told_once(self):
        (line,) = changes_between([meeting("a", 0, 9)], [meeting("a", 0, 9, is_cancelled=True)])
        assert line.kind == "cancelled"


def appointment(**more: object) -> Appointment:
    made = Appointment(
        uid="one@appointments", starts_at=NINE, ends_at=NINE + timedelta(hours=1), zone=ZONE,
        changed_at=NINE - timedelta(days=3), revision=1,
    )  # fmt: skip
    return replace(made, **more)  # type: ignore[arg-type]


def read(text: bytes) -> list:
    from icalendar import Calendar

    return list(Calendar.from_ical(text).walk("VEVENT"))


class TestCalendarText:
    def test_says_appointment_and_nothing_else(self):
        text = calendar_text([appointment()], "en").decode()

        (event,) = read(text.encode())
        assert str(event["SUMMARY"]) == "Appointment"
        assert str(event["STATUS"]) == "CONFIRMED"
        for word in (
            "Homeward",
            "group",
            "Group",
            "LOCATION",
            "DESCRIPTION",
            "ATTENDEE",
            "ORGANIZER",
        ):
            assert word not in text

    def test_speaks_spanish_and_shows_a_place_only_when_set(self):
        (event,) = read(calendar_text([appointment(place="418 Linden Street")], "es"))

        assert str(event["SUMMARY"]) == "Cita"
        assert str(event["LOCATION"]) == "418 Linden Street"

    def test_a_cancelled_one_stays_with_its_uid_and_a_higher_revision(self):
        (event,) = read(calendar_text([appointment(is_cancelled=True, revision=2)], "en"))

        assert (str(event["UID"]), str(event["STATUS"])) == ("one@appointments", "CANCELLED")
        assert event["SEQUENCE"] == 2

    @pytest.mark.parametrize("day", [date(2026, 3, 8), date(2026, 11, 1), date(2027, 3, 14)])
    @pytest.mark.parametrize("hour", [1, 3, 9, 18])
    def test_keeps_the_wall_time_over_a_change_of_clocks(self, day, hour):
        """The day before, the day itself and the day after: nine o'clock stays nine o'clock."""
        zone = ZoneInfo(ZONE)
        days = [day + timedelta(days=n) for n in (-1, 0, 1)]
        starts = [datetime.combine(each, time(hour, 30), zone).astimezone(UTC) for each in days]
        told = [
            appointment(uid=f"{n}", starts_at=at, ends_at=at + timedelta(hours=1))
            for n, at in enumerate(starts)
        ]

        events = read(calendar_text(told, "en"))

        assert [event["DTSTART"].dt.astimezone(UTC) for event in events] == starts
        assert all(event["DTSTART"].dt.strftime("%H:%M") == f"{hour:02}:30" for event in events)
        assert {event["DURATION"].dt for event in events} == {timedelta(hours=1)}

    def test_the_second_of_a_repeated_hour_is_told_without_doubt(self):
        """Half past one for the second time, in the night of 1 November 2026."""
        second = datetime(2026, 11, 1, 7, 30, tzinfo=UTC)

        (event,) = read(calendar_text([appointment(starts_at=second, ends_at=second)], "en"))

        assert event["DTSTART"].dt == second

    def test_the_same_appointments_give_the_same_bytes(self):
        two = [appointment(), appointment(uid="two", starts_at=NINE - timedelta(hours=4))]

        assert calendar_text(two, "en") == calendar_text(reversed(two), "en")
