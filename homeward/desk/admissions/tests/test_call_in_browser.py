"""A call taken with the keyboard alone; what is typed survives everything but its writer."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from homeward.admissions.models import Inquiry
from homeward.admissions.tests.test_holds import rows
from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.desk.admissions.tests.test_way_in_browser import opened
from homeward.testing.cast import make_cast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
    pytest.mark.django_db(transaction=True),
]
KEPT = "[data-draft-state]:not([hidden])"


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


def test_a_call_is_taken_without_a_mouse(browser: Any, live_server: Any) -> None:
    """Alt and a digit reach each part, a digit answers, danger is said, Ctrl Enter keeps it."""
    cast = make_cast()
    tab = opened(browser, live_server, cast.ada, wide=True, dark=False)
    tab.goto(live_server.url + reverse("desk:admissions_inquiry"))
    press, write = tab.keyboard.press, tab.keyboard.type
    press("Alt+1")
    write("Lee Brown")
    press("Alt+2")
    press("3")  # in danger now
    tab.get_by_text("In danger now. Call 911 or 988").wait_for(timeout=8000)
    press("Tab")
    press("2")  # withdrawal possible
    press("Tab")
    press("1")  # pregnant
    tab.get_by_text("Pregnant: before others").first.wait_for(timeout=8000)
    press("Alt+3")
    press("Space")  # alcohol
    press("Control+Enter")
    tab.wait_for_url("**/desk/admissions/*-*/")
    row = rows(Inquiry).get()
    assert (row.caller_name, row.suicidal, row.withdrawal_risk) == (
        "Lee Brown", "danger_now", "possible",
    )  # fmt: skip
    assert (row.is_pregnant, row.injects, row.substances) == (True, None, ["alcohol"])
    tab.context.close()


def test_a_draft_survives(browser: Any, live_server: Any) -> None:
    """A closed tab, a lost connection, an expired session: the words are there again."""
    cast = make_cast()
    url = live_server.url + reverse("desk:admissions_inquiry")
    tab = opened(browser, live_server, cast.ada, wide=True, dark=False)
    tab.goto(url)
    tab.fill("#id_caller_name", "Lee Brown")
    tab.fill("#id_note", "After six")
    tab.locator(KEPT, has_text="saved").wait_for(timeout=8000)
    tab.close()

    tab = opened(browser, live_server, cast.ada, wide=True, dark=False)
    tab.goto(url)
    assert tab.input_value("#id_caller_name") == "Lee Brown"
    assert tab.input_value("#id_note") == "After six"

    tab.context.set_offline(True)
    tab.fill("#id_note", "After seven")
    tab.locator("[data-draft-state].tag--attention").wait_for(timeout=8000)
    assert tab.input_value("#id_note") == "After seven"
    tab.context.set_offline(False)
    tab.locator("[data-draft-state].tag--done", has_text="saved").wait_for(timeout=9000)

    tab.context.clear_cookies(name="sessionid")
    kept = tab.context.cookies()
    for cookie in kept:
        if "session" in cookie["name"]:
            tab.context.clear_cookies(name=cookie["name"])
    tab.fill("#id_note", "After eight")
    tab.locator("[data-draft-state].tag--attention").wait_for(timeout=8000)
    for name, each in signed_in(cast.ada).cookies.items():
        tab.context.add_cookies([{"name": name, "value": each.value, "url": live_server.url}])
    tab.locator("[data-draft-state].tag--done", has_text="saved").wait_for(timeout=9000)
    again = tab.context.new_page()
    again.goto(url)
    assert again.input_value("#id_note") == "After eight"
    tab.context.close()
