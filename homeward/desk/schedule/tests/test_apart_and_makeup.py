"""Contact restrictions and make-up seats over the wire."""

from datetime import timedelta

import pytest
from django.urls import reverse

from homeward.attendance.actions import mark_attendance
from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.desk.schedule.tests.test_schedule import words_of
from homeward.program.models import Track
from homeward.testing.cast import cast
from homeward.timetable.models import GroupSession, KeptApart, Seat, TherapyGroup
from homeward.timetable.tests.planned import (
    ELEVEN,
    HALF_PAST_NINE,
    MONDAY,
    another_client,
    on_team,
    planned_room,
    seat,
)

__all__ = ["cast"]
pytestmark = pytest.mark.django_db


@pytest.fixture
def room(cast):
    """Jo missed Tuesday; Lee, also Dana's, sits in the same group."""
    clock.shift_to(ELEVEN)
    made = planned_room(cast)
    made.lee = another_client(cast, "Lee Zambrano", 3)
    on_team(cast, made.lee, cast.dana)
    yield made
    clock.shift_to(None)


def keep_apart(room, by="dana", number="HW-00003", **more):
    return signed_in(getattr(room, by)).post(
        reverse("desk:schedule_apart", args=[room.jo.pk]),
        {
            "form_key": new_key(), "chart_number": number, "reason": "An order protects her.",
            "starts_on": MONDAY, **more,
        },
    )  # fmt: skip


def tab(room, by="dana"):
    return words_of(signed_in(getattr(room, by)).get(address(room)))


def address(room):
    return reverse("desk:chart_schedule", args=[room.jo.pk])


class TestKeptApart:
    def test_is_set_shown_and_ended_in_the_chart(self, room):
        assert keep_apart(room).status_code == 302
        assert "Lee Z., HW-00003" in tab(room)
        pair = KeptApart.objects.unscoped("test").get()

        answer = signed_in(room.dana).post(
            reverse("desk:schedule_apart_end", args=[pair.pk]),
            {
                "form_key": new_key(), "form_version": pair.version, "client": room.jo.pk,
                "ends_on": MONDAY,
            },
        )  # fmt: skip

        assert answer.status_code == 302
        assert "HW-00003" not in tab(room)

    def test_its_reason_is_for_its_author_and_who_supervises(self, room):
        keep_apart(room)
        on_team(room.cast, room.jo.row, room.ruth)

        assert "An order protects her." in tab(room)
        assert "An order protects her." in tab(room, "sam")
        assert "An order protects her." not in tab(room, "ruth")

    def test_the_desks_obey_it_without_reading_it(self, room):
        keep_apart(room)

        assert "Kept apart" not in tab(room, "fay")
        assert keep_apart(room, "fay").status_code == 404

    @pytest.mark.parametrize("number", ["HW-00002", "HW-77777"])
    def test_nobody_out_of_reach_is_told_from_nobody(self, room, number):
        """Pat of the other site reads exactly like a number nobody has."""
        answer = keep_apart(room, number=number)

        assert answer.status_code == 422
        assert "No such chart number within your reach." in words_of(answer)
        assert "An order protects her." in answer.content.decode()

    def test_the_group_is_warned_without_a_name(self, room):
        seat(room.cast, client=room.lee, now=HALF_PAST_NINE)
        keep_apart(room)
        page = reverse("desk:group_room", args=[room.session.pk])

        words = words_of(signed_in(room.dana).get(page))

        assert "Two people on this list are not to sit in one group" in words
        assert "An order" not in words

    def test_another_team_may_not_end_it(self, room):
        keep_apart(room)
        pair = KeptApart.objects.unscoped("test").get()

        answer = signed_in(room.omar).post(
            reverse("desk:schedule_apart_end", args=[pair.pk]),
            {"form_key": new_key(), "form_version": pair.version, "ends_on": MONDAY},
        )

        assert answer.status_code == 404


class TestMakingUp:
    @pytest.fixture
    def thursday(self, room):
        mark_attendance(actor=room.dana.actor, seat_id=room.seat.pk, state="no_show", now=ELEVEN)
        group = TherapyGroup.objects.create(
            code="evening-a", name="Evening A", program=room.program, site=room.site,
            track=Track.objects.get(code="evening"), session_type=room.types["group"],
            room=room.rooms[1], leader=room.sam.row, weekday=3, starts=HALF_PAST_NINE.time(),
            ends=ELEVEN.time(), clinical_minutes=90, capacity=2, starts_on=MONDAY,
        )  # fmt: skip
        return GroupSession.objects.create(
            group=group, site=room.site, program=room.program, session_type=room.types["group"],
            name="Evening A", on=MONDAY + timedelta(days=3),
            starts_at=HALF_PAST_NINE + timedelta(days=2), ends_at=ELEVEN + timedelta(days=2),
            clinical_minutes=90, capacity=2,
        )  # fmt: skip

    def test_is_offered_from_the_missed_session_and_taken(self, room, thursday):
        browser = signed_in(room.dana)
        page = reverse("desk:schedule_makeup", args=[room.seat.pk])
        assert page in browser.get(address(room)).content.decode()
        assert "Evening A" in words_of(browser.get(page))

        answer = browser.post(page, {"form_key": new_key(), "session": thursday.pk})

        assert answer.status_code == 302
        assert Seat.objects.unscoped("test").get(makes_up=room.seat).session_id == thursday.pk

    def test_says_why_a_second_one_is_refused(self, room, thursday):
        browser = signed_in(room.dana)
        page = reverse("desk:schedule_makeup", args=[room.seat.pk])
        browser.post(page, {"form_key": new_key(), "session": thursday.pk})

        answer = browser.post(page, {"form_key": new_key(), "session": thursday.pk})

        assert answer.status_code == 422
        assert "It is not made up yet" in words_of(answer)

    def test_is_hidden_from_another_site(self, room):
        page = reverse("desk:schedule_makeup", args=[room.seat.pk])

        assert signed_in(room.omar).get(page).status_code == 404


class TestAskingForASeat:
    def test_offers_what_fits_and_folds_the_rest_with_its_reason(self, room):
        TherapyGroup.objects.create(
            code="evening-a", name="Evening A", program=room.program, site=room.site,
            track=Track.objects.get(code="evening"), session_type=room.types["group"],
            room=room.rooms[1], leader=room.sam.row, weekday=3, starts=HALF_PAST_NINE.time(),
            ends=ELEVEN.time(), clinical_minutes=90, capacity=2, starts_on=MONDAY,
        )  # fmt: skip

        page = signed_in(room.dana).get(address(room)).content.decode()

        assert "another track" in page
        assert "Groups that do not fit, and why" in page
        options = page[page.index('name="group"') : page.index("</select>")]
        assert "Evening A" not in options
