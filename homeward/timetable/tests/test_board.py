"""Plain rows of a board say what the room's own rows say."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.core.reach import array_of
from homeward.core.routes import addresses
from homeward.people.models import Client
from homeward.timetable.board import board_sessions, day_sessions
from homeward.timetable.models import GroupSession
from homeward.timetable.queries import session_rows
from homeward.timetable.tests.planned import MONDAY, planned

WEEK = timedelta(days=7)


@pytest.mark.django_db
class TestBoard:
    def test_says_what_the_rows_say(self, cast):
        """Every word, count and colour, read both ways."""
        planned(cast)
        (row,) = session_rows()

        (shown,) = board_sessions(cast.program.pk, cast.site.pk, MONDAY, MONDAY + WEEK)

        assert (shown.pk, shown.name, shown.on) == (row.pk, row.name, row.on)
        assert (shown.starts_at, shown.ends_at) == (row.starts_at, row.ends_at)
        assert (shown.seats_taken, shown.capacity) == (1, row.capacity)
        assert shown.room == (row.room.name if row.room else "")
        assert shown.topic == (row.topic.title if row.topic else "")
        assert shown.kind == row.session_type.kind
        assert shown.phases == tuple(phase.color for phase in row.group.phases.all())
        assert [who.name for who in shown.leaders] == ["Dana Reyes"]

    def test_a_day_says_what_the_rows_say(self, cast):
        """One read."""
        session = planned(cast)
        with CaptureQueriesContext(connection) as asked:
            (shown,) = day_sessions(GroupSession.objects.all())

        assert len(asked) == 1
        assert (shown.pk, shown.seats_taken) == (session.pk, 1)
        assert shown.track == (session.group.track.code if session.group.track else "")

    def test_another_week_and_another_site_are_not_on_it(self, cast):
        """Nothing planned there."""
        planned(cast)

        assert not board_sessions(cast.program.pk, cast.site.pk, MONDAY + WEEK, MONDAY + 2 * WEEK)
        assert not board_sessions(cast.program.pk, cast.other_site.pk, MONDAY, MONDAY + WEEK)


@pytest.mark.django_db
def test_ids_named_in_any_way_find_the_same_rows(cast):
    """As a list, or as the array that a page writes once."""
    ids = [cast.jo.pk, cast.pat.pk]
    rows = Client.objects.unscoped("test")

    found = {client.pk for client in rows.filter(pk__among=ids)}

    assert found == set(ids)
    assert found == {client.pk for client in rows.filter(pk__among=array_of(reversed(ids)))}
    assert not rows.filter(pk__among=array_of([]))


def test_addresses_are_those_of_the_route():
    """Written from one pattern."""
    pk = uuid4()

    assert addresses("desk:group_room")(pk) == reverse("desk:group_room", args=[pk])
