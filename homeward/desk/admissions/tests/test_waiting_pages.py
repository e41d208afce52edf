"""The wait list, the reminders and the figures over the wire."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from homeward.admissions import actions
from homeward.admissions.models import CapacityNotice, Inquiry, Reminder
from homeward.admissions.tests import walking
from homeward.admissions.tests.test_holds import rows
from homeward.core import clock
from homeward.core.actors import Actor
from homeward.desk.admissions.tests.browsing import send, signed_in
from homeward.desk.capacity import fullness, watch_capacity
from homeward.testing.cast import NOON, Cast
from homeward.timetable.tests.planned import another_client

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("tuesday")]


def walking_service() -> Any:
    """The house itself."""
    return Actor.of_service("admissions")


class TestWaiting:
    def listed(self, cast: Cast) -> Any:
        inquiry = walking.call(cast, injects=True)
        client = walking.open_record(cast, inquiry)
        walking.screen(cast, client)
        walking.give_appointment(cast, inquiry)
        walking.decide(cast, walking.rate(cast, client))
        actions.put_on_wait_list(actor=cast.ada.actor, inquiry_id=inquiry.pk, now=clock.now())
        return inquiry

    def test_shows_the_clocks_and_takes_services(self, cast: Cast) -> None:
        """The number, the group, both limits; then the service and the contact."""
        inquiry = self.listed(cast)
        ada, url = signed_in(cast.ada), reverse("desk:admissions_waitlist")
        page = ada.get(url).content.decode()
        for words in ("WL-00001", "Injecting: before others", "interim services by", "admit by"):
            assert words in page
        send(ada, "desk:admissions_interim", [inquiry.pk], {"kind": "hiv_tb_counseling"})
        send(ada, "desk:admissions_reached", [inquiry.pk], {})
        assert "interim services began" in ada.get(url).content.decode()

    def test_reminds_on_the_first_page(self, cast: Cast) -> None:
        """A reminder is a line with its act, and goes once it is answered."""
        walking.call(cast)
        actions.open_reminders(actor=walking_service(), now=clock.now())
        ada = signed_in(cast.ada)
        assert "Call back" in ada.get(reverse("desk:admissions")).content.decode()
        row = rows(Reminder).get()
        send(ada, "desk:admissions_reminder", [row.pk], {"disposition": "done"})
        assert "Do next" not in ada.get(reverse("desk:admissions")).content.decode()

    def test_figures_open_their_rows_and_the_notice_is_the_directors(self, cast: Cast) -> None:
        """Each figure has rows; Dina records that the state was told, Ada may not."""
        inquiry = self.listed(cast)
        actions.close_inquiry(
            actor=cast.ada.actor, inquiry_id=inquiry.pk, outcome="lost", reason="waited_too_long",
            now=clock.now(),
        )  # fmt: skip
        actions.keep_capacity_notice(
            actor=walking_service(), program=cast.program, site=cast.site, seats=10, taken=9,
            now=clock.now(),
        )  # fmt: skip
        ada, dina = signed_in(cast.ada), signed_in(cast.dina)
        url = reverse("desk:admissions_figures")
        for asked in ("?rows=contact", "?rows=assessment", "?reason=waited_too_long"):
            assert inquiry.number in ada.get(url + asked).content.decode(), asked
        row = rows(CapacityNotice).get()
        assert ada.get(reverse("desk:admissions_notice", args=[row.pk])).status_code == 403
        send(dina, "desk:admissions_notice", [row.pk], {"reference": "letter of today"})
        assert "letter of today" in dina.get(url).content.decode()


@pytest.mark.parametrize(
    "route", ["desk:admissions", "desk:admissions_waitlist", "desk:admissions_figures"]
)
def test_queries_do_not_grow_with_rows(cast: Cast, route: str) -> None:
    """Three people or twelve: the same number of queries."""
    ada = signed_in(cast.ada)
    counts = []
    made = 0
    for until in (3, 12):
        while made < until:
            made += 1
            row = Inquiry.objects.create(
                site=cast.site, program=cast.program, number=f"Q-{made:05}",
                caller_name="Lee Brown", first_request_at=NOON - timedelta(hours=made),
                taken_by=cast.ada.row, injects=bool(made % 2), state=Inquiry.State.PLACED,
            )  # fmt: skip
            actions.put_on_wait_list(actor=cast.ada.actor, inquiry_id=row.pk, now=NOON)
        actions.open_reminders(actor=walking_service(), now=NOON + timedelta(days=8))
        ada.get(reverse(route))
        with CaptureQueriesContext(connection) as asked:
            assert ada.get(reverse(route)).status_code == 200
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert counts[1] <= 40, counts


def test_the_seats_of_a_site_are_watched(cast: Cast) -> None:
    """Ten seats and one client in care: nothing; with eight more the director is told."""
    assert watch_capacity(now=NOON) == 0
    for number in range(8):
        another_client(cast, f"Racer {number}", 500 + number)
    found = {each.site.pk: (each.seats, each.taken) for each in fullness(NOON)}
    assert found[cast.site.pk] == (10, 9)
    assert watch_capacity(now=NOON) == watch_capacity(now=NOON) == 1
    assert rows(CapacityNotice).get().owner_id == cast.dina.pk


@pytest.mark.parametrize("days", ["²", "9" * 5000, "-1", "30"])
def test_any_stretch_in_the_address_opens_the_figures(cast: Cast, days: str) -> None:
    """What is no stretch of the page is the usual one."""
    url = reverse("desk:admissions_figures")
    assert signed_in(cast.ada).get(url, {"days": days}).status_code == 200
