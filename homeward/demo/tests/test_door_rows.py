"""The demo's door: a number for everybody in care, and a few who have arrived."""

from datetime import timedelta

import pytest

from homeward.attendance.models import ArrivalCode, AttendanceMark, SafetyStep
from homeward.core import clock
from homeward.demo.rows.door import add_door
from homeward.timetable.tests.planned import (
    HALF_PAST_NINE,
    another_client,
    on_team,
    planned_room,
    seat,
)

pytestmark = pytest.mark.django_db


def test_the_door_of_a_running_day(cast):
    """Three by the device, one not fit for the group and in somebody's care."""
    now = HALF_PAST_NINE + timedelta(minutes=5)
    clock.shift_to(now)
    room = planned_room(cast)
    for number in range(4):
        client = another_client(cast, f"Person {number}", 700 + number)
        on_team(cast, client, room.dana)
        seat(cast, client)

    add_door(now)
    states = AttendanceMark.objects.unscoped("test").values_list("state", flat=True)
    assert sorted(states) == ["present", "present", "present", "removed"]
    codes = ArrivalCode.objects.unscoped("test").filter(ended_at=None)
    assert codes.count() == 6
    assert SafetyStep.objects.unscoped("test").count() == 1
