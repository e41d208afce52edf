"""Fifty clients, ten seats."""

import pytest

from homeward.core.actors import Actor
from homeward.testing.cast import make_cast
from homeward.timetable.models import GroupMembership, GroupSession, Seat
from homeward.timetable.racing import race_for_seats
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY, another_client, plan


@pytest.mark.django_db(transaction=True)
def test_fifty_threads_racing_for_the_last_seats_give_exactly_capacity():
    """Ten win, forty are told that the group is full, in the group and in its next session."""
    cast = make_cast()
    plan(cast)
    clients = [another_client(cast, f"Client {n}", 500 + n).pk for n in range(50)]

    result = race_for_seats(
        actor=Actor.of_service("race"), group_id=cast.group.pk, client_ids=clients,
        starts_on=MONDAY, now=FRIDAY_BEFORE,
    )  # fmt: skip

    assert not result.broken
    assert (len(result.won), result.refused["seat_is_free"]) == (10, 40)
    assert GroupMembership.objects.unscoped("test").count() == 10
    session = GroupSession.objects.get()
    numbers = Seat.objects.unscoped("test").filter(session=session).values_list("number", flat=True)
    assert sorted(numbers) == list(range(1, 11))
