"""Seats, topics and wall times as tables."""

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from homeward.kernel.reasons import State
from homeward.program.rules.defaults import safe_number
from homeward.timetable.rules.reminding import ReminderNumbers, word_due
from homeward.timetable.rules.rotation import Topic, choose_topic
from homeward.timetable.rules.seating import ClientFacts, GroupFacts, HoursAsked, seat_for
from homeward.timetable.rules.wall_time import meeting_on

GROUP = GroupFacts(
    code="early-b", site="s", track="day", phases=frozenset({"early"}), capacity=10, taken=9,
    minutes=90,
)  # fmt: skip
JO = ClientFacts(site="s", track="day", phase="early", planned_minutes=360)
HOURS = HoursAsked(required=540, most=1140)


@pytest.mark.parametrize(
    ("group", "client", "unmet"),
    [
        ({}, {}, ()),
        ({"taken": 10}, {}, ("seat_is_free",)),
        ({"phases": frozenset()}, {"phase": "late"}, ()),
        ({}, {"phase": "late"}, ("seat_same_phase",)),
        ({}, {"track": "evening"}, ("seat_same_track",)),
        ({"track": ""}, {"track": "evening"}, ()),
        ({}, {"site": "other"}, ("seat_same_site",)),
        ({}, {"clashes": ("Skills",)}, ("seat_client_is_free",)),
        ({}, {"is_seated": True}, ("seat_not_yet_held",)),
        ({}, {"is_kept_apart": True}, ("seat_placement_rule",)),
        ({"taken": 11}, {"phase": "late"}, ("seat_is_free", "seat_same_phase")),
    ],
)
def test_every_unmet_line_is_named(group, client, unmet):
    """A seat is refused exactly when a line other than hours is not met."""
    decision = seat_for(replace(GROUP, **group), replace(JO, **client), HOURS)

    assert tuple(line.code for line in decision.lines(State.NOT_MET)) == unmet
    assert decision.outcome == ("refuse" if unmet else "offer")


@pytest.mark.parametrize(
    ("planned", "code", "state"),
    [
        (0, "seat_hours_needed", State.MET),
        (539, "seat_hours_needed", State.MET),
        (540, "seat_hours_already_met", State.NOT_MET),
        (1050, "seat_hours_already_met", State.NOT_MET),
        (1051, "seat_over_level_hours", State.NOT_MET),
    ],
)
def test_hours_advise_and_never_refuse(planned, code, state):
    """Too many hours warn; the seat is still offered."""
    decision = seat_for(GROUP, replace(JO, planned_minutes=planned), HOURS)

    assert (decision.reasons[-1].code, decision.reasons[-1].state) == (code, state)
    assert decision.outcome == "offer"


@given(topics=st.integers(1, 8), joins=st.lists(st.integers(0, 20), min_size=1, max_size=6))
def test_whoever_joins_hears_every_topic_before_one_twice(topics, joins):
    """Open enrolment into one cohort, each member from another week on."""
    pool = tuple(Topic(f"t{n}", n) for n in range(topics))
    heard: dict[str, dict[str, int]] = {}
    last: dict[str, int] = {}
    for week in range(40):
        people = [f"p{n}" for n, joined in enumerate(joins) if joined <= week]
        chosen = choose_topic(pool, people, heard, last)
        last[chosen.ref] = week
        for person in people:
            counts = heard.setdefault(person, {})
            assert counts.get(chosen.ref, 0) == min(counts.get(t.ref, 0) for t in pool)
            counts[chosen.ref] = counts.get(chosen.ref, 0) + 1


def test_an_empty_pool_has_no_topic():
    """A process group has no curriculum."""
    assert choose_topic((), ["p"], {}, {}) is None


@pytest.mark.parametrize(
    ("day", "starts", "instant"),
    [
        (date(2026, 3, 8), time(2, 30), datetime(2026, 3, 8, 8, 30, tzinfo=UTC)),
        (date(2026, 11, 1), time(1, 30), datetime(2026, 11, 1, 6, 30, tzinfo=UTC)),
        (date(2026, 7, 1), time(9, 30), datetime(2026, 7, 1, 14, 30, tzinfo=UTC)),
        (date(2026, 12, 1), time(9, 30), datetime(2026, 12, 1, 15, 30, tzinfo=UTC)),
    ],
)
def test_wall_times_survive_the_clocks(day, starts, instant):
    """A skipped hour moves forward, a repeated hour takes the first, the length stays."""
    ends = (datetime.combine(day, starts) + timedelta(minutes=90)).time()

    meeting = meeting_on(day, starts, ends, "America/Chicago")

    assert meeting.starts_at == instant
    assert meeting.length == timedelta(minutes=90)


@pytest.mark.parametrize(
    ("hours", "word"),
    [
        (49, ""), (48, "first"), (36.5, "first"), (36, ""), (12, ""), (2.1, ""), (2, "second"),
        (0.1, "second"), (0, ""), (-1, ""),
    ],
)  # fmt: skip
def test_which_word_is_due_before_a_session(hours, word):
    """By the program's hours; another number is another hour."""
    numbers = ReminderNumbers(
        safe_number("reminder_first_hours"), safe_number("reminder_second_hours")
    )
    assert word_due(timedelta(hours=hours), numbers) == word
    sooner = replace(numbers, first=replace(numbers.first, value=Decimal(24)))
    assert word_due(timedelta(hours=24), sooner) == "first"
