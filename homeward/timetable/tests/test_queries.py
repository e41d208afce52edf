"""The reads that other rooms rely on."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from homeward.core import clock
from homeward.testing.cast import NOON, TUESDAY, Cast, cast
from homeward.timetable import actions, queries

__all__ = ["cast"]
MONDAY = date(2026, 11, 23)
BEFORE = datetime(2026, 11, 20, 15, tzinfo=ZoneInfo("UTC"))


@pytest.fixture
def seated(cast: Cast) -> Cast:
    """Jo has a standing seat and the week is planned."""
    actions.take_seat(
        actor=cast.dana.actor, group_id=cast.group.pk, client_id=cast.jo.pk,
        starts_on=MONDAY, now=BEFORE,
    )  # fmt: skip
    actions.plan_week(
        actor=cast.sam.actor, program_id=cast.program.pk, site_id=cast.site.pk,
        starts_on=MONDAY, now=BEFORE,
    )  # fmt: skip
    clock.shift_to(NOON)
    return cast


@pytest.mark.django_db
class TestSessionsOn:
    def test_lists_the_day_with_seats_counted(self, seated):
        """One session at half past nine local time, one seat held."""
        (session,) = queries.sessions_on(seated.dana.actor, TUESDAY)

        assert session.starts_at.astimezone(ZoneInfo("America/Chicago")).time() == time(9, 30)
        assert session.seats_taken == 1
        assert [leader.worker.name for leader in session.leaders.all()] == ["Dana Reyes"]

    def test_shows_nothing_of_another_site(self, seated):
        """Omar works elsewhere."""
        assert queries.sessions_on(seated.omar.actor, TUESDAY) == []

    def test_my_sessions_are_those_i_lead(self, seated):
        """Dana leads; Sam does not."""
        assert len(queries.my_sessions(seated.dana.actor, TUESDAY)) == 1
        assert queries.my_sessions(seated.sam.actor, TUESDAY) == []


@pytest.mark.django_db
class TestSeatsFor:
    def test_gives_seats_in_scope(self, seated):
        """The leader sees who is expected; Omar sees nobody."""
        (session,) = queries.sessions_on(seated.dana.actor, TUESDAY)

        held = queries.seats_for(seated.dana.actor, session)
        assert [seat.client.name for seat in held] == ["Jo Avery"]
        assert queries.seats_for(seated.omar.actor, session) == []

    def test_next_sessions_of_a_client(self, seated):
        """Jo sees her own; Omar does not."""
        early = NOON - timedelta(hours=12)
        assert len(queries.next_sessions_of(seated.dana.actor, seated.jo.row, early)) == 1
        assert len(queries.next_sessions_of(seated.jo.actor, seated.jo.row, early)) == 1
        assert queries.next_sessions_of(seated.omar.actor, seated.jo.row, early) == []

    def test_planned_minutes_count_held_seats_of_the_week(self, seated, django_assert_num_queries):
        """Ninety clinical minutes this week, none the next, in one query."""
        with django_assert_num_queries(1):
            this_week = queries.planned_minutes([seated.jo.row], MONDAY)
        next_week = queries.planned_minutes([seated.jo.pk], MONDAY + timedelta(days=7))

        assert this_week == {seated.jo.pk: 90}
        assert next_week == {seated.jo.pk: 0}


@pytest.mark.django_db
class TestLeadingAGroupRelates:
    def test_leading_a_group_makes_its_clients_reachable_for_a_day(self, seated):
        """Tess is on nobody's team; when she assists the group, Jo comes within reach."""
        (session,) = queries.sessions_on(seated.dana.actor, TUESDAY)
        assert queries.seats_for(seated.tess.actor, session) == []

        session.leaders.create(
            worker=seated.tess.row, is_assistant=True,
            starts_at=session.starts_at, ends_at=session.ends_at,
        )  # fmt: skip

        assert len(queries.seats_for(seated.tess.actor, session)) == 1
        clock.shift_to(NOON + timedelta(days=2))
        assert queries.seats_for(seated.tess.actor, session) == []
