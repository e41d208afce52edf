"""Two who are kept apart: the database itself refuses, by direct writing and in a race."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from homeward.testing.cast import cast
from homeward.timetable.models import GroupSession, KeptApart, Seat
from homeward.timetable.racing import race
from homeward.timetable.seating import new_seat
from homeward.timetable.tests.planned import MONDAY, another_client, planned
from homeward.timetable.walls import PlacementRule, constraint_of, walls

__all__ = ["cast"]


@pytest.fixture
def pair(cast):
    """Jo sits on Tuesday; Robin is kept apart from Jo."""
    session = planned(cast)
    robin = another_client(cast, "Robin Hale", 700)
    kept = KeptApart.objects.create(
        client=robin, other=cast.jo.row, site=cast.site, starts_on=MONDAY, by=cast.dana.row
    )
    return session, robin, kept


def insert(session, client, number=9):
    """A seat written past every action, as a script with the database open would."""
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO timetable_seat (id, version, created_at, client_id, site_id, session_id,"
            " episode_id, number, starts_at, ends_at, capacity, origin, released_reason)"
            " SELECT gen_random_uuid(), 1, now(), %s, s.site_id, s.id, e.id, %s, s.starts_at,"
            " s.ends_at, s.capacity, 'group', '' FROM timetable_groupsession s,"
            " admissions_episode e WHERE s.id = %s AND e.client_id = %s",
            [client.pk, number, session.pk, client.pk],
        )


@pytest.mark.django_db
class TestTheWall:
    def test_refuses_direct_writing(self, pair):
        """By its own name, so that the refusal finds its words."""
        session, robin, _ = pair

        with pytest.raises(IntegrityError) as refused, transaction.atomic():
            insert(session, robin)

        assert constraint_of(refused.value) == "timetable_kept_apart"
        with pytest.raises(PlacementRule), walls():
            insert(session, robin)

    def test_lets_pass_what_is_not_meant(self, pair):
        """A pair that ended, one that begins later, a seat given back."""
        session, robin, kept = pair
        kept.change(starts_on=MONDAY + timedelta(days=7))
        insert(session, robin)
        seats = Seat.objects.unscoped("test").filter(client=robin)
        seats.update(released_at=session.starts_at)
        kept.change(starts_on=MONDAY)
        with pytest.raises(IntegrityError), transaction.atomic():
            seats.update(released_at=None)

    def test_keeps_the_site_apart_where_the_pair_says_so(self, pair, cast):
        """Another room at the same hour is the same house; telehealth is not."""
        session, robin, kept = pair
        beside = GroupSession.objects.create(
            site=cast.site, program=cast.program, session_type=cast.types["education"],
            name="Beside", room=cast.rooms[1], on=session.on, starts_at=session.starts_at,
            ends_at=session.ends_at, clinical_minutes=45, capacity=10,
        )  # fmt: skip
        insert(beside, robin)
        Seat.objects.unscoped("test").filter(client=robin).update(released_at=session.starts_at)
        kept.change(level="site")
        with pytest.raises(IntegrityError), transaction.atomic():
            insert(beside, robin)
        beside.change(mode="telehealth")
        insert(beside, robin)


@pytest.mark.django_db(transaction=True)
def test_of_two_at_one_instant_one_is_seated(cast):
    """Both look, neither sees the other: the pair's row makes the second wait and look again."""
    session = planned(cast)
    Seat.objects.unscoped("test").update(released_at=session.starts_at)
    robin = another_client(cast, "Robin Hale", 700)
    KeptApart.objects.create(
        client=robin, other=cast.jo.row, site=cast.site, starts_on=MONDAY, by=cast.dana.row
    )
    episodes = {cast.jo.pk: cast.episode, robin.pk: robin.episodes.get()}

    def attempt(client_id, number):
        def run():
            with walls():
                new_seat(session, episodes[client_id], set(range(1, number))).save()
                connection.cursor().execute("SELECT pg_sleep(0.2)")
            return client_id

        return run

    result = race([attempt(cast.jo.pk, 1), attempt(robin.pk, 2)])

    assert not result.broken
    assert len(result.won) == 1
    assert result.refused == {"placement_rule": 1}
