"""The database by itself keeps a room, a leader and a client to one thing at a time, and seats to
their numbers: rows are written past every rule of the program, and refused by name."""

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction

from homeward.testing.cast import cast
from homeward.timetable.models import GroupSession, Seat, SessionLeader
from homeward.timetable.tests.planned import another_client, planned_room

__all__ = ["cast"]
pytestmark = pytest.mark.django_db
QUARTER = timedelta(minutes=15)


@pytest.fixture
def room(cast):
    return planned_room(cast)


def beside(session, minutes, **changed):
    """A second session that begins so many minutes after the first; not written yet."""
    made = GroupSession.objects.get(pk=session.pk)
    made.pk, made._state.adding, made.group = uuid4(), True, None
    made.starts_at, made.ends_at = (at + minutes * QUARTER / 15 for at in (
        session.starts_at, session.ends_at))  # fmt: skip
    for name, value in changed.items():
        setattr(made, name, value)
    return made


def lead(session, worker, **more):
    return SessionLeader(
        session=session, worker=worker, starts_at=session.starts_at, ends_at=session.ends_at, **more
    )


def seat(session, client, number, episode, **more):
    return Seat(
        session=session, client=client, site_id=session.site_id, episode=episode, number=number,
        starts_at=session.starts_at, ends_at=session.ends_at, capacity=session.capacity, **more,
    )  # fmt: skip


def refused_by(row):
    """The name of the constraint that refuses a row; empty where it is taken."""
    try:
        with transaction.atomic():
            row.save(force_insert=True)
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        return error.__cause__.diag.constraint_name
    return ""


LENGTH = 90


@pytest.mark.parametrize(
    ("minutes", "changed", "by"),
    [
        (0, {}, "timetable_room_is_free"),
        (LENGTH - 15, {}, "timetable_room_is_free"),
        (LENGTH, {}, ""),
        (-LENGTH, {}, ""),
        (0, {"room": None}, ""),
    ],
)
def test_a_room_holds_one_session_at_a_time(room, minutes, changed, by):
    """Sessions that touch may follow each other; one without a room takes none."""
    assert (room.session.ends_at - room.session.starts_at) == timedelta(minutes=LENGTH)
    assert refused_by(beside(room.session, minutes, **changed)) == by


def test_a_cancelled_session_gives_its_room_back(room):
    """What does not take place keeps nobody out."""
    GroupSession.objects.filter(pk=room.session.pk).update(cancelled_at=room.session.starts_at)
    assert refused_by(beside(room.session, 0)) == ""


def test_nobody_leads_two_at_once(room):
    """Dana leads the first; released from it she may lead the other."""
    other = beside(room.session, 15, room=None)
    other.save(force_insert=True)
    assert refused_by(lead(other, room.dana.row)) == "timetable_worker_is_free"
    assert refused_by(lead(other, room.sam.row)) == ""
    SessionLeader.objects.filter(session=room.session).update(is_released=True)
    assert refused_by(lead(other, room.dana.row)) == ""


def test_a_client_sits_in_one_place_at_a_time(room):
    """Jo has the first seat; given back, the second may be taken."""
    other = beside(room.session, 15, room=None)
    other.save(force_insert=True)
    jo = room.seat.client
    assert refused_by(seat(other, jo, 1, room.seat.episode)) == "timetable_client_is_free"
    Seat.objects.unscoped("test").update(released_at=room.session.starts_at)
    assert refused_by(seat(other, jo, 1, room.seat.episode)) == ""


def test_seats_are_numbered_and_end_with_the_last(room):
    """No number twice, none above the size of the group, none below one; a size of its own that
    the session does not have is no way around it."""
    session, last = room.session, room.session.capacity
    ana = another_client(room.cast, "Ana Field", 640)
    episode = ana.episodes.get()

    def by(number, **more):
        return refused_by(seat(session, ana, number, episode, **more))

    assert by(room.seat.number) == "timetable_seat_number_once"
    assert by(last + 1) == "timetable_seat_within_capacity"
    assert by(0) == "timetable_seat_within_capacity"
    larger = seat(session, ana, last + 1, episode)
    larger.capacity = last + 1
    assert refused_by(larger) not in ("", "timetable_seat_within_capacity")
    assert by(last) == ""
