"""Sheets: the wall names no client, a sign-in sheet says little, a week is one's own."""

from datetime import time, timedelta

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.testing.cast import cast
from homeward.timetable import actions
from homeward.timetable.models import GroupSession
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY, plan, planned_room
from homeward.timetable.week_changes import week_changes

__all__ = ["cast"]
WEEK = "?week=2026-11-23"


@pytest.fixture
def room(cast):
    clock.shift_to(FRIDAY_BEFORE)
    cast.jo.row.preferred_name = "Joey"
    cast.jo.row.save()
    yield planned_room(cast)
    clock.shift_to(None)


def shown(player, address):
    answer = signed_in(player).get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.django_db
class TestSheets:
    def test_the_wall_names_groups_and_no_client(self, room):
        page = shown(room.dana, f"/desk/week/wall/{WEEK}")

        assert "Early recovery B" in page and "09:30–11:00" in page and "Dana Reyes" in page
        for name in ("Joey", "Jo A", "Avery", "HW-00001"):
            assert name not in page

    def test_appointments_of_one_client_hang_on_no_wall(self, room):
        actions.book_individual(
            actor=room.dana.actor, client_id=room.jo.pk, worker_id=room.dana.pk,
            session_type_id=room.types["individual"].pk, now=FRIDAY_BEFORE,
            starts_at=FRIDAY_BEFORE + timedelta(days=5),
        )  # fmt: skip

        assert "Individual" not in shown(room.dana, f"/desk/week/wall/{WEEK}")
        assert "Individual" in shown(room.dana, f"/desk/week/mine/{WEEK}")

    def test_a_sign_in_sheet_holds_preferred_name_and_initial(self, room):
        page = shown(room.dana, reverse("desk:print_sign_in", args=[room.session.pk]))

        assert "Joey A." in page
        for word in ("Avery", "Early recovery", "HW-00001", "Triggers"):
            assert word not in page

    def test_the_day_has_a_sheet_a_group(self, room):
        page = shown(room.dana, "/desk/week/sign-in/?on=2026-11-24")

        assert page.count('class="paper-sheet"') == 1 and "Joey A." in page

    def test_the_days_of_another_week_are_one_step_away(self, room):
        clock.shift_to(FRIDAY_BEFORE)

        page = shown(room.dana, f"/desk/week/sign-in/{WEEK}")

        assert "on=2026-11-23" in page and "on=2026-11-29" in page
        assert "No group that day" in page

    def test_nobody_of_another_site_prints_a_sheet(self, room):
        address = reverse("desk:print_sign_in", args=[room.session.pk])

        assert signed_in(room.omar).get(address).status_code == 404

    def test_ones_own_week_holds_what_one_leads_and_ones_duty(self, room):
        actions.put_on_duty(
            actor=room.sam.actor, site_id=room.site.pk, worker_id=room.ruth.pk,
            on=MONDAY + timedelta(days=1), starts=time(9), ends=time(12), now=FRIDAY_BEFORE,
        )  # fmt: skip

        assert "Early recovery B" in shown(room.dana, f"/desk/week/mine/{WEEK}")
        ruth = shown(room.ruth, f"/desk/week/mine/{WEEK}")
        assert "On duty" in ruth and "Early recovery B" not in ruth

    def test_a_client_prints_times_and_rooms_alone(self, room):
        clock.shift_to(FRIDAY_BEFORE + timedelta(days=3))

        page = shown(room.jo, "/me/week/paper/")

        assert "09:30–11:00" in page and "Early recovery" not in page


@pytest.mark.django_db
class TestComparing:
    def test_a_week_beside_the_one_before(self, room):
        """The same week again changes nothing; moved to another hour it says so, for one client."""
        plan(room.cast, starts_on=MONDAY + timedelta(days=7))
        same = week_changes(room.site, room.program, MONDAY + timedelta(days=7))
        assert (same.lines, same.clients_who_see_a_change, same.clients) == ((), 0, 1)
        assert same.hours_now == same.hours_before == 90

        later = GroupSession.objects.get(on=MONDAY + timedelta(days=8))
        later.starts_at += timedelta(hours=1)
        later.ends_at += timedelta(hours=1)
        later.save()

        changed = week_changes(room.site, room.program, MONDAY + timedelta(days=7))
        (line,) = changed.lines
        assert (line.kind, line.name, line.people) == ("moved", "Early recovery B", 1)
        assert changed.clients_who_see_a_change == 1
