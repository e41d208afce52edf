"""The door over the wire."""

import re
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


@pytest.mark.django_db
class TestPersonAndSteps:
    def send(self, player, name, pk, **typed):
        return signed_in(player).post(reverse(name, args=[pk]), {"form_key": new_key(), **typed})

    def test_in_out_and_back_with_large_buttons(self, room):
        """Each press leads back to the person; leaving without a word says who has until when."""
        door = {"name": "desk:arrival", "pk": room.seat.pk, "person": "1"}
        self.send(room.fay, how="here", **door)
        clock.shift_to(HALF_PAST_NINE + timedelta(minutes=20))
        answer = self.send(room.fay, how="left", **door)

        assert answer.headers["Location"] == reverse("desk:arrival", args=[room.seat.pk])
        page = signed_in(room.fay).get(answer.headers["Location"]).content.decode()
        assert "Left without a word" in page or "Came back" in page
        assert "Came back" in page and 'value="here"' not in page
        assert self.send(room.fay, how="fly", **door).status_code == 422
        assert (
            signed_in(room.omar).get(reverse("desk:arrival", args=[room.seat.pk])).status_code
            == 404
        )

    def test_the_steps_one_after_the_other(self, room):
        """The first that is missing is asked; a word too few is named at its field."""
        self.send(room.fay, "desk:arrival", room.seat.pk, how="intoxicated")
        step = {"name": "desk:arrival_safety", "pk": room.seat.pk}
        here = reverse("desk:arrival_safety", args=[room.seat.pk])
        assert "How are they now?" in signed_in(room.fay).get(here).content.decode()
        self.send(room.fay, step="check", answer="can_wait", **step)
        refused = self.send(room.fay, step="driving", answer="drove_off", note="", **step)

        assert refused.status_code == 422 and "Say in a word or two" in refused.content.decode()
        page = signed_in(room.fay).get(here).content.decode()
        assert "They do not drive home" in page and "step 2 of 5" in page
        assert signed_in(room.omar).get(here).status_code == 404

    def test_a_sheet_keeps_what_was_typed_when_a_line_is_wrong(self, room):
        """Then it is entered whole, and the minutes page says where it comes from."""
        clock.shift_to(HALF_PAST_NINE + timedelta(hours=2))
        sheet = {"name": "desk:arrival_sheet", "pk": room.session.pk, "kept_by": str(room.tess.pk)}
        wrong = self.send(
            room.fay, **sheet, **{f"in1_{room.seat.pk}": "09:40", f"in2_{room.seat.pk}": "10:40"}
        )
        assert wrong.status_code == 422 and 'value="10:40"' in wrong.content.decode()

        right = {f"in1_{room.seat.pk}": "09:40", f"out1_{room.seat.pk}": "10:50"}
        answer = self.send(room.fay, **sheet, **right)
        assert answer.headers["Location"] == reverse("desk:arrival_minutes", args=[room.session.pk])
        page = signed_in(room.fay).get(answer.headers["Location"]).content.decode()
        assert "70 minutes credited" in page and "From the sign-in sheet" in page
        assert "Not billable so far" in page

    def test_a_number_for_the_door_is_given_and_told(self, room):
        """On a card without a name; nobody of another site gets it."""
        address = reverse("desk:arrival_code", args=[room.jo.pk])
        assert "No number yet" in signed_in(room.fay).get(address).content.decode()
        self.send(room.fay, "desk:arrival_code", room.jo.pk)
        page = signed_in(room.fay).get(address).content.decode()

        said = re.sub(r"<[^>]*>", " ", page.split('id="main"')[1])  # tokens may hold any letters
        assert "code-card__number" in page and "Jo" not in said.split()
        assert signed_in(room.omar).get(address).status_code == 404

    @pytest.mark.parametrize(
        ("name", "most"),
        [("desk:arrival_sheet", 30), ("desk:arrival_minutes", 40), ("desk:offline_waiting", 20)],
    )
    def test_query_counts_are_pinned(self, room, django_assert_max_num_queries, name, most):
        browser = signed_in(room.fay)
        args = [] if name == "desk:offline_waiting" else [room.session.pk]
        with django_assert_max_num_queries(most):
            assert browser.get(reverse(name, args=args)).status_code == 200
