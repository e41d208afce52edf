"""The door over the wire."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.attendance.models import AttendanceMark, Punch
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.tasks.models import CareTask
from homeward.testing.cast import cast
from homeward.timetable.tests.planned import HALF_PAST_NINE, planned_room

__all__ = ["cast"]


@pytest.fixture
def room(cast):
    clock.shift_to(HALF_PAST_NINE)
    return planned_room(cast)


@pytest.mark.django_db
class TestArrivals:
    def arrive(self, room, player, **more):
        address = reverse("desk:arrival", args=[room.seat.pk])
        return signed_in(player).post(address, {"form_key": new_key(), **more})

    def test_the_front_desk_lets_somebody_in(self, room):
        """Listed as expected, then here."""
        assert "Jo A." in signed_in(room.fay).get(reverse("desk:arrivals")).content.decode()

        assert self.arrive(room, room.fay).status_code == 302
        assert AttendanceMark.objects.unscoped("test").get().state == "present"
        assert Punch.objects.unscoped("test").get().out_at is None

    def test_too_late_asks_for_the_counselor(self, room):
        """The front desk cannot decide that."""
        clock.shift_to(HALF_PAST_NINE + timedelta(minutes=20))

        answer = self.arrive(room, room.fay)

        assert answer.status_code == 422
        assert "Ask the counselor" in answer.content.decode()

    def test_intoxicated_is_kept_safe(self, room):
        """Written down with an owner, said at the door, and offered no second time."""
        answer = self.arrive(room, room.fay, how="intoxicated")

        assert answer.status_code == 302
        page = signed_in(room.fay).get(reverse("desk:arrivals")).content.decode()
        assert "Not to the group: safety first" in page
        assert "Has arrived" not in page
        assert AttendanceMark.objects.unscoped("test").get().credited_minutes == 0
        assert CareTask.objects.unscoped("test").filter(owner=room.dana.row).count() == 2

    def test_is_hidden_from_another_site(self, room):
        """Omar sees nobody of ours and marks nobody."""
        assert "Jo A." not in signed_in(room.omar).get(reverse("desk:arrivals")).content.decode()
        assert self.arrive(room, room.omar).status_code == 404

    def test_query_count_is_pinned(self, room, django_assert_max_num_queries):
        """However many sessions and clients."""
        browser = signed_in(room.fay)
        with django_assert_max_num_queries(30):
            browser.get(reverse("desk:arrivals"))
