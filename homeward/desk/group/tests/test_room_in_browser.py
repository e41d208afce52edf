"""The group room in a real browser: keys, and saving while typing."""

import os
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.desk.group.tests.test_pages_open import signed_in
from homeward.notes.actions.keep_abbreviation import keep_abbreviation
from homeward.notes.models import ClientNote, SessionNote
from homeward.testing.cast import PASSWORD, make_cast
from homeward.timetable.tests.planned import (
    HALF_PAST_NINE,
    Room,
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
CURRENT = "[data-roster] tr[aria-current]"


@pytest.fixture(scope="module", autouse=True)
def _a_loop_is_running() -> Iterator[None]:
    """The browser's driver keeps an event loop in this thread; the database calls are ours."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One Chromium for the module."""
    with chromium() as found:
        yield found


@pytest.fixture
def room() -> Room:
    """Jo and Dev in Dana's group, ten minutes in."""
    clock.shift_to(HALF_PAST_NINE + timedelta(minutes=10))
    room = planned_room(make_cast())
    dev = another_client(room.cast, "Dev Lopez", 700)
    on_team(room.cast, dev, room.dana)
    seat(room.cast, dev)
    return room


def opened(browser: Any, live_server: Any, room: Room, *, wide: bool, dark: bool) -> Any:
    context = browser.new_context(
        viewport={"width": 1440 if wide else 390, "height": 900},
        color_scheme="dark" if dark else "light",
    )
    cookies = signed_in(room.dana).cookies
    context.add_cookies(
        [
            {"name": key, "value": each.value, "url": live_server.url}
            for key, each in cookies.items()
        ]
    )
    page = context.new_page()
    page.goto(f"{live_server.url}{reverse('desk:group_room', args=[room.session.pk])}")
    return page


def test_keys_choose_and_mark_and_typing_is_saved(browser, live_server, room):
    """J, K, P and A from the roster; leaving the text saves it and shows whom it names."""
    page = opened(browser, live_server, room, wide=True, dark=False)
    page.locator(f"{CURRENT} [data-choose]").focus()
    page.keyboard.press("j")
    page.wait_for_selector("[data-choose]:focus >> text=Jo A.")

    page.wait_for_selector(f"{CURRENT} >> text=Jo A.")
    page.keyboard.press("a")
    page.keyboard.press("p")
    page.wait_for_selector(f"{CURRENT} >> text=Here 09:4")
    page.locator("#id_body").fill("Helped Dev name a state.")
    page.locator("#id_body").blur()
    page.wait_for_selector("#note-names >> text=1 found")

    assert ClientNote.objects.unscoped("test").get().body == "Helped Dev name a state."
    assert page.locator("#note-version").input_value() == "1"
    page.context.close()


def test_a_counselor_goes_through_a_group_by_keys(browser, live_server, room):
    """Marks, chips by digits, a short form, last words, the end, a signature; ? says every key."""
    keep_abbreviation(actor=room.dana.actor, short="rp", long="relapse prevention", now=clock.now())
    page = opened(browser, live_server, room, wide=True, dark=True)
    page.wait_for_selector("[data-choose]:focus >> text=Dev L.")
    page.keyboard.press("?")
    assert page.locator("#group-keys").get_by_text("late, absent").is_visible()
    page.keyboard.press("Escape")
    page.keyboard.press("a")
    page.wait_for_selector("[data-choose]:focus >> text=Jo A.")
    page.keyboard.press("p")
    page.wait_for_selector(f"{CURRENT} >> text=Jo A.")
    page.wait_for_selector(f"#note-form[action*='{room.jo.pk}'] [data-now] [name=participation]")

    page.keyboard.press("2")
    page.keyboard.press("Shift+5")
    page.keyboard.press("1")
    page.wait_for_selector("#note-form [data-now] [name=progress]")
    page.keyboard.press("w")
    page.keyboard.type("Named rp steps for Friday.")
    assert page.locator("#id_body").input_value() == "Named relapse prevention steps for Friday."
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("#id_shared:focus")
    page.keyboard.type("Four states, one action each.")
    page.keyboard.press("Control+Enter")
    page.wait_for_selector("[data-end] button:focus")
    page.keyboard.press("Enter")
    page.wait_for_url("**/review/")

    page.wait_for_selector(".review-now")
    page.keyboard.press("s")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/notes/**")

    note = ClientNote.objects.unscoped("test").get()
    assert note.signed_by_id == room.dana.pk
    assert (note.participation, sorted(note.response)) == (["shared"], ["applied_skill", "engaged"])
    assert SessionNote.objects.get().body == "Four states, one action each."
    page.context.close()
