"""Who answers at an instant: on duty, in a gap, closed, after midnight, as clocks change."""

from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from homeward.kernel.periods import Period
from homeward.timetable.rules.answering import OnDuty, answering

CHICAGO = ZoneInfo("America/Chicago")


def wall(text, fold=0):
    return datetime.fromisoformat(text).replace(tzinfo=CHICAGO, fold=fold)


def shift(name, begins, ends):
    starts_at = wall(begins)
    return OnDuty(name, starts_at.date(), Period(starts_at, wall(ends)))


TUESDAY = (
    shift("Sam", "2026-11-17T08:00", "2026-11-17T12:00"),
    shift("Dana", "2026-11-17T11:00", "2026-11-17T16:00"),
    shift("Ruth", "2026-11-17T18:00", "2026-11-18T01:00"),
)
# Clocks go back at two in the night to Sunday, 1 November: the hour from one to two comes twice.
LONG_NIGHT = (shift("Ruth", "2026-10-31T22:00", "2026-11-01T06:00"),)


@pytest.mark.parametrize(
    ("at", "names", "until", "again"),
    [
        ("2026-11-17T07:59", (), None, "2026-11-17T08:00"),
        ("2026-11-17T08:00", ("Sam",), "2026-11-17T12:00", "2026-11-17T11:00"),
        ("2026-11-17T11:30", ("Sam", "Dana"), "2026-11-17T12:00", "2026-11-17T18:00"),
        ("2026-11-17T12:00", ("Dana",), "2026-11-17T16:00", "2026-11-17T18:00"),
        ("2026-11-17T16:00", (), None, "2026-11-17T18:00"),
        ("2026-11-18T00:30", ("Ruth",), "2026-11-18T01:00", None),
        ("2026-11-18T01:00", (), None, None),
    ],
)
def test_who_answers_on_a_day(at, names, until, again):
    found = answering(TUESDAY, wall(at), ())
    assert (found.names, found.is_known) == (names, True)
    assert found.until == (wall(until) if until else None)
    assert found.again_at == (wall(again) if again else None)


def test_a_closed_day_has_nobody_and_the_night_before_it_has():
    """What was planned on a closed day does not count; who came the evening before still does."""
    closed = {date(2026, 11, 17)}
    found = answering(TUESDAY, wall("2026-11-17T09:00"), closed)
    assert (found.names, found.again_at, found.is_known) == ((), None, True)
    assert answering(TUESDAY, wall("2026-11-18T00:30"), {date(2026, 11, 18)}).names == ("Ruth",)


@pytest.mark.parametrize("stretches", [(), (shift("Sam", "2026-10-01T08:00", "2026-10-01T12:00"),)])
def test_without_a_roster_nothing_is_known(stretches):
    found = answering(stretches, wall("2026-11-17T09:00"), ())
    assert found.is_known is False and found.names == ()


@pytest.mark.parametrize(("fold", "hours_left"), [(0, 5.5), (1, 4.5)])
def test_the_night_in_which_clocks_change(fold, hours_left):
    """Half past one comes twice; both times somebody answers, and for as long as it truly is."""
    now = wall("2026-11-01T01:30", fold).astimezone(ZoneInfo("UTC"))
    found = answering(LONG_NIGHT, now, ())
    assert found.names == ("Ruth",)
    assert found.until - now == timedelta(hours=hours_left)
    assert answering(LONG_NIGHT, wall("2026-11-01T06:00"), ()).names == ()
