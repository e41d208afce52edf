"""A supervisor in a real browser: two co-signatures by key, one note voided and brought back."""

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notes import actions
from homeward.notes.models import ClientNote, CoSignature
from homeward.notes.tests.written import BODY, ready, sign
from homeward.staff.models import Credential
from homeward.testing.cast import PASSWORD, make_cast
from homeward.timetable.models import Seat
from homeward.timetable.tests.planned import (
    ELEVEN,
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


@pytest.fixture(scope="module", autouse=True)
def _a_loop_is_running() -> Iterator[None]:
    """The browser's driver keeps an event loop in this thread; the database calls are ours."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture
def room() -> Any:
    """Dana does not sign alone; notes of Jo and of Dev wait."""
    from homeward.attendance.actions import mark_attendance

    clock.shift_to(HALF_PAST_NINE)
    made = planned_room(make_cast())
    dev = another_client(made.cast, "Dev Lopez", 700)
    on_team(made.cast, dev, made.dana)
    seat(made.cast, dev)
    there = Seat.objects.unscoped("test").get(session=made.session, client=dev)
    mark_attendance(actor=made.dana.actor, seat_id=there.pk, state="present", now=HALF_PAST_NINE)
    Credential.objects.filter(worker=made.dana.row).update(may_sign_alone=False)
    first = ready(made)
    other = actions.save_note_draft(
        actor=made.dana.actor, session_id=made.session.pk, client_id=dev.pk, now=ELEVEN,
        participation=["shared"], response=["engaged"], body="Fixed a bicycle with a nephew.",
    )  # fmt: skip
    sign(made, first)
    sign(made, other, now=ELEVEN + timedelta(minutes=1))
    clock.shift_to(ELEVEN + timedelta(minutes=5))
    return made


def test_two_notes_are_cosigned_by_key_and_one_is_voided(live_server: Any, room: Any) -> None:
    """Password once, then C; the next one opens by itself; axe finds nothing on any page."""
    from axe_playwright_python.sync_playwright import Axe

    with chromium() as browser:
        context = browser.new_context(viewport={"width": 1280, "height": 900})
        cookies = signed_in(room.sam).cookies.items()
        context.add_cookies(
            [{"name": key, "value": each.value, "url": live_server.url} for key, each in cookies]
        )
        page = context.new_page()
        page.goto(f"{live_server.url}{reverse('desk:tasks')}")
        assert not Axe().run(page).response["violations"]
        page.get_by_role("link", name="Read and co-sign").first.click()
        page.wait_for_selector(f"text={BODY}")
        assert not Axe().run(page).response["violations"]
        page.keyboard.press("c")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector("text=Fixed a bicycle with a nephew.")
        page.keyboard.press("c")
        page.wait_for_selector("text=Nothing waits for you")
        assert CoSignature.objects.unscoped("test").count() == 2

        note = ClientNote.objects.unscoped("test").get(client=room.jo.pk)
        page.goto(f"{live_server.url}{reverse('desk:note_void', args=[note.pk])}")
        page.get_by_label("Written in the wrong record").check()
        page.get_by_label("In a sentence").fill("The session was another person's.")
        page.get_by_role("button", name="Void the note").click()
        page.wait_for_selector("text=Voided: this note does not belong to this record")
        assert not Axe().run(page).response["violations"]
        assert BODY not in page.content()
        page.get_by_label("Why it comes back").fill("It was the right record after all.")
        page.get_by_role("button", name="Bring back").click()
        page.wait_for_selector(f"text={BODY}")
