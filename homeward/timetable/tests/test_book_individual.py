"""Booking one client with one worker."""

from datetime import timedelta

import pytest

from homeward.admissions.models import Episode
from homeward.staff.models import RoleGrant
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.actions.book_individual import NotAnIndividualType, SessionInThePast
from homeward.timetable.leading import LeaderWritesNoNotes
from homeward.timetable.models import GroupSession
from homeward.timetable.tests.planned import (
    ELEVEN,
    FRIDAY_BEFORE,
    HALF_PAST_NINE,
    another_client,
    on_team,
    planned,
)
from homeward.timetable.walls import ClientIsBusy, RoomIsTaken, WorkerIsBusy

__all__ = ["cast"]


def book(cast, starts_at=ELEVEN, by=None, client=None, worker=None, room=None, kind="individual"):
    return actions.book_individual(
        actor=(by or cast.dana).actor, client_id=(client or cast.jo).pk,
        worker_id=(worker or cast.dana).pk, session_type_id=cast.types[kind].pk,
        starts_at=starts_at, now=FRIDAY_BEFORE, room_id=room.pk if room else None,
    )  # fmt: skip


@pytest.mark.django_db
class TestBookIndividual:
    def test_books_fifty_minutes_with_one_seat(self, cast):
        """The type's own length, one seat, one leader."""
        session = book(cast)

        assert session.ends_at - session.starts_at == timedelta(minutes=50)
        assert (session.capacity, session.clinical_minutes) == (1, 50)
        assert session.leaders.get().worker_id == cast.dana.pk

    def test_refuses_a_busy_client_worker_or_room(self, cast):
        """Each by the database's own constraint."""
        session = planned(cast)
        other = another_client(cast, "Lee Novak", 300)
        on_team(cast, other, cast.dana)
        with pytest.raises(ClientIsBusy):
            book(cast, HALF_PAST_NINE, worker=cast.ruth)
        with pytest.raises(WorkerIsBusy):
            book(cast, HALF_PAST_NINE, client=other)
        with pytest.raises(RoomIsTaken):
            book(cast, HALF_PAST_NINE, client=other, worker=cast.ruth, room=session.room)
        assert GroupSession.objects.count() == 1

    def test_refuses_who_writes_no_notes_when_it_is_given(self, cast):
        """Sam supervises: he reads notes and writes none. With a clinician's role he may lead."""
        with pytest.raises(LeaderWritesNoNotes) as refused:
            book(cast, worker=cast.sam)
        assert refused.value.codes == ("leader_writes_no_notes",)
        assert not GroupSession.objects.exists()
        RoleGrant.objects.create(
            worker=cast.sam.row, role="counselor", site=cast.site, program=cast.program,
            starts_on=FRIDAY_BEFORE.date(),
        )  # fmt: skip
        assert book(cast, worker=cast.sam).leaders.get().worker_id == cast.sam.pk

    def test_a_second_click_finds_the_client_busy(self, cast):
        """Nothing is booked twice."""
        book(cast)

        with pytest.raises((ClientIsBusy, WorkerIsBusy)):
            book(cast)

    def test_refuses_groups_and_the_past(self, cast):
        """Groups come with the week."""
        with pytest.raises(NotAnIndividualType):
            book(cast, kind="group")
        with pytest.raises(SessionInThePast):
            book(cast, FRIDAY_BEFORE - timedelta(days=1))

    def test_is_hidden_from_another_site(self, cast):
        """Omar books nothing with Jo."""
        with pytest.raises(Episode.DoesNotExist):
            book(cast, by=cast.omar)
