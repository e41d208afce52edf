"""The Schedule tab over the wire."""

import re

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.submissions import new_key
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.testing.cast import cast
from homeward.timetable.models import GroupMembership, GroupSession
from homeward.timetable.tests.planned import FRIDAY_BEFORE, MONDAY, seat

__all__ = ["cast"]


@pytest.fixture
def friday(cast):
    clock.shift_to(FRIDAY_BEFORE)
    return cast


def tab(cast):
    return reverse("desk:chart_schedule", args=[cast.jo.pk])


def words_of(answer):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", answer.content.decode()))


@pytest.mark.django_db
class TestSchedule:
    def test_asks_with_reasons_then_takes_the_seat(self, friday):
        """First what the rule says, then the seat; the tab shows it with its reasons."""
        browser = signed_in(friday.dana)
        asked = browser.get(f"{tab(friday)}?group={friday.group.pk}&from_day={MONDAY}")
        assert "0 of 10 seats are taken" in words_of(asked)

        taken = browser.post(
            reverse("desk:schedule_seat", args=[friday.jo.pk]),
            {"form_key": new_key(), "group": friday.group.pk, "from_day": MONDAY},
        )

        assert taken.status_code == 302
        assert "Why this seat" in words_of(browser.get(tab(friday)))

    def test_a_refused_seat_names_every_reason(self, friday):
        """The second time she holds it already."""
        seat(friday)

        answer = signed_in(friday.dana).post(
            reverse("desk:schedule_seat", args=[friday.jo.pk]),
            {"form_key": new_key(), "group": friday.group.pk, "from_day": MONDAY},
        )

        assert answer.status_code == 422
        assert "The client does not hold a seat here yet" in words_of(answer)

    def test_gives_a_seat_back(self, friday):
        """Stale first, then done; nothing for Omar."""
        membership = seat(friday)
        address = reverse("desk:schedule_release", args=[membership.pk])
        typed = {"ends_on": MONDAY, "reason": "client_asked"}

        def send(player, **more):
            return signed_in(player).post(address, {"form_key": new_key(), **typed, **more})

        assert send(friday.dana, form_version=9).status_code == 422
        assert send(friday.dana, reason="because").status_code == 422
        assert send(friday.omar).status_code == 404
        assert send(friday.dana, form_version=membership.version).status_code == 302
        assert GroupMembership.objects.unscoped("test").get().ends_on == MONDAY

    def test_books_one_session_in_wall_time(self, friday):
        """Half past one in Chicago."""
        typed = {
            "session_type": friday.types["individual"].pk, "worker": friday.dana.pk, "room": "",
            "on": "2026-11-25", "at": "13:30",
        }  # fmt: skip
        address = reverse("desk:schedule_booking", args=[friday.jo.pk])
        browser = signed_in(friday.dana)

        assert browser.post(address, {"form_key": new_key(), **typed}).status_code == 302
        assert GroupSession.objects.get().starts_at.isoformat() == "2026-11-25T19:30:00+00:00"
        again = browser.post(address, {"form_key": new_key(), **typed})
        assert again.status_code == 422
        bad = browser.post(address, {"form_key": new_key(), **typed, "at": "25:99"})
        assert bad.status_code == 422

    def test_is_hidden_from_another_site(self, friday):
        """No client, no seat, no booking."""
        browser = signed_in(friday.omar)
        for address in ("desk:schedule_seat", "desk:schedule_booking"):
            answer = browser.post(
                reverse(address, args=[friday.jo.pk]),
                {"form_key": new_key(), "group": friday.group.pk, "from_day": MONDAY},
            )
            assert answer.status_code == 404

    def test_wrong_questions_are_answered_in_words(self, friday):
        """A malformed group or day is an error of the form, not of the house."""
        answer = signed_in(friday.dana).get(f"{tab(friday)}?group=x&from_day=never")

        assert answer.status_code == 200
        assert "valid" in words_of(answer)
