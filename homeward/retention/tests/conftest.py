"""Tests of this room happen on the cast's Tuesday, with somebody who stays away."""

from datetime import timedelta

import pytest

from homeward.attendance.models import AttendanceMark
from homeward.core import clock
from homeward.people.models import TeamMembership
from homeward.testing.cast import NOON, Cast
from homeward.timetable.models import GroupSession, Seat


@pytest.fixture
def tuesday(cast: Cast):
    """Noon of the cast's Tuesday; a nurse and a technician are on Jo's team, and Jo has a phone."""
    clock.shift_to(NOON)
    for player, role in ((cast.tess, "technician"), (cast.ruth, "nurse")):
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=player.row, role=role,
            starts_at=NOON - timedelta(days=20),
        )  # fmt: skip
    cast.jo.row.change(phone="+15550100", phone_ending="0100")
    yield cast
    clock.shift_to(None)


@pytest.fixture
def misses(tuesday):
    """A function that writes Jo's line of a group some days before noon of that Tuesday.

    Without a state nobody marked it: the seat alone.
    """

    def line(ago, state="no_show", hours=3, minutes=0):
        starts = NOON - timedelta(days=ago, hours=hours, minutes=minutes)
        session = GroupSession.objects.create(
            site=tuesday.site, program=tuesday.program, session_type=tuesday.types["group"],
            name="Early recovery B", room=tuesday.rooms[0], on=starts.date(), starts_at=starts,
            ends_at=starts + timedelta(minutes=90), clinical_minutes=90, capacity=10,
        )  # fmt: skip
        seat = Seat.objects.create(
            client=tuesday.jo.row, site=tuesday.site, session=session, episode=tuesday.episode,
            number=1, starts_at=starts, ends_at=session.ends_at, capacity=10,
        )  # fmt: skip
        if state is None:
            return seat
        return AttendanceMark.objects.create(
            client=tuesday.jo.row, site=tuesday.site, seat=seat, session=session,
            episode=tuesday.episode, on=session.on, state=state, credited_minutes=0,
            marked_at=session.ends_at, marked_by=tuesday.dana.row,
        )  # fmt: skip

    return line
