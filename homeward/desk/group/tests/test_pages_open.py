"""Every page of the rooms opens for those who may, and not for those who may not."""

import pytest
from django.test import Client as Browser
from django.urls import reverse

from homeward.core import clock
from homeward.notes.tests.written import ready
from homeward.testing.cast import PASSWORD, cast
from homeward.timetable.tests.planned import ELEVEN, planned_room

__all__ = ["cast"]


@pytest.fixture
def room(cast):
    clock.shift_to(ELEVEN)
    return planned_room(cast)


def signed_in(player) -> Browser:
    browser = Browser()
    assert browser.login(username=player.account.username, password=PASSWORD)
    return browser


@pytest.mark.django_db
class TestPagesOpen:
    def test_for_the_counselor(self, room):
        """Week, room, review, note, both tabs."""
        note = ready(room)
        browser = signed_in(room.dana)

        for address in (
            reverse("desk:week"),
            reverse("desk:week") + "?by=room",
            reverse("desk:week") + "?by=staff",
            reverse("desk:week") + f"?by=client&of={room.jo.pk}",
            reverse("desk:group_room", args=[room.session.pk]),
            reverse("desk:group_review", args=[room.session.pk]),
            reverse("desk:note", args=[note.pk]),
            reverse("desk:chart_notes", args=[room.jo.pk]),
            reverse("desk:chart_schedule", args=[room.jo.pk]),
            reverse("desk:chart_schedule", args=[room.jo.pk])
            + f"?group={room.group.pk}&from_day=2026-11-24",
        ):
            answer = browser.get(address)
            assert answer.status_code == 200, address

    def test_not_for_another_site(self, room):
        """Omar finds no session, no note, no client."""
        note = ready(room)
        browser = signed_in(room.omar)

        for address in (
            reverse("desk:group_room", args=[room.session.pk]),
            reverse("desk:group_review", args=[room.session.pk]),
            reverse("desk:note", args=[note.pk]),
            reverse("desk:chart_notes", args=[room.jo.pk]),
            reverse("desk:chart_schedule", args=[room.jo.pk]),
        ):
            assert browser.get(address).status_code == 404, address
        assert "Jo A." not in browser.get(reverse("desk:week")).content.decode()
