"""The network goes, the group goes on: marks and words are kept sealed and arrive exactly once."""

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse

from homeward.attendance.models import AttendanceMark, OfflineEntry, Punch
from homeward.core import clock
from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notes.models import ClientNote
from homeward.testing.cast import make_cast
from homeward.timetable.tests.planned import (
    HALF_PAST_NINE,
    another_client,
    on_team,
    planned_room,
    seat,
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
    pytest.mark.django_db(transaction=True),
]
CANARY = "Marigold in the third drawer"
STORED = "JSON.stringify([Object.entries(localStorage), Object.entries(sessionStorage)])"
WAITING = "Object.keys(localStorage).filter((name) => name.startsWith('homeward-sealed:')).length"


@pytest.fixture(autouse=True)
def _a_loop_is_running() -> Iterator[None]:
    """The browser's driver keeps an event loop in this thread; the database calls are ours."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture
def room() -> Any:
    """Jo and Dev in Dana's group, ten minutes in."""
    clock.shift_to(HALF_PAST_NINE + timedelta(minutes=10))
    room = planned_room(make_cast())
    dev = another_client(room.cast, "Dev Lopez", 700)
    on_team(room.cast, dev, room.dana)
    seat(room.cast, dev)
    return room


def test_the_room_goes_on_without_a_network(live_server, room):
    """Marked and written offline, unreadable on the device, then on the record once and in time."""
    with chromium() as browser:
        context = browser.new_context(viewport={"width": 1440, "height": 900})
        context.add_cookies(
            [
                {"name": key, "value": each.value, "url": live_server.url}
                for key, each in signed_in(room.dana).cookies.items()
            ]
        )
        context.clock.install()
        page = context.new_page()
        faults: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        page.goto(
            f"{live_server.url}{reverse('desk:group_room', args=[room.session.pk])}"
            f"?client={room.jo.pk}"
        )
        page.wait_for_selector("[data-offline][data-ready]", state="attached")

        context.set_offline(True)
        page.wait_for_selector("[data-offline] >> text=No network")
        page.locator(f"#row-{room.jo.pk}").focus()
        page.keyboard.press("p")
        page.locator("#id_body").fill(f"{CANARY}, said once.")
        page.locator("#id_body").blur()
        page.locator("[data-choose]", has_text="Dev L.").click()
        page.locator("[data-pad] textarea").fill(f"{CANARY}, said of another.")
        page.locator("[data-pad] textarea").blur()
        page.wait_for_selector("[data-offline] >> text=3 entries wait sealed")
        stored = page.evaluate(STORED)
        assert "Marigold" not in stored and "drawer" not in stored and "present" not in stored
        assert str(room.jo.pk) not in page.evaluate("JSON.stringify(Object.entries(localStorage))")
        assert Axe().run(page).response["violations"] == []
        clock.shift_to(clock.now() + timedelta(minutes=20))
        page.clock.fast_forward(20 * 60 * 1000)
        context.set_offline(False)
        page.wait_for_selector("[data-offline] >> text=Sent at")
        assert page.evaluate(WAITING) == 0

    assert faults == []
    mark = AttendanceMark.objects.unscoped("test").get()
    assert (mark.state, mark.source, mark.seat_id) == ("present", "offline", room.seat.pk)
    assert timedelta(minutes=19) < mark.entered_at - mark.marked_at < timedelta(minutes=21)
    assert Punch.objects.unscoped("test").get().in_at == mark.marked_at
    notes = {note.client_id: note.body for note in ClientNote.objects.unscoped("test")}
    assert notes.pop(room.jo.pk) == f"{CANARY}, said once."
    assert list(notes.values()) == [f"{CANARY}, said of another."]
    assert OfflineEntry.objects.filter(outcome="applied").count() == 3
    assert set(OfflineEntry.objects.values_list("words", flat=False)) == {("",)}
