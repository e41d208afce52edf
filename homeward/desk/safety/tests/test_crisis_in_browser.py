"""An overdose at the width of a phone, by keys alone, from any page to the ambulance."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.desk.admissions.tests.test_way_in_browser import opened
from homeward.incidents.models import Incident
from homeward.testing.cast import make_cast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
    pytest.mark.django_db(transaction=True),
]
ANSWERS = (
    "No answer, or hardly breathing", "911 is on the line", "First dose is in",
    "I am breathing for them", "They breathe on their own", "On their side, somebody watches",
    "The ambulance took them",
)  # fmt: skip


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


def test_an_overdose_with_one_thumb(browser: Any, live_server: Any) -> None:
    """Every answer is reached by the Tab key, tall enough for a thumb, above the lower edge."""
    cast = make_cast()
    tab = opened(browser, live_server, cast.tess, wide=False, dark=False)
    tab.goto(live_server.url + reverse("desk:tasks"))
    tab.get_by_role("link", name="Crisis", exact=True).click()
    tab.get_by_role("button", name="Overdose").click()
    for number, words in enumerate(ANSWERS):
        button = tab.get_by_role("button", name=words)
        button.wait_for(timeout=8000)
        box = button.bounding_box()
        height = tab.viewport_size["height"]
        assert box["height"] >= 56 and box["y"] + box["height"] <= height + 1, words
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), words
        if number == 4:
            assert "second dose" in tab.locator("[data-due]").inner_text()
            tab.wait_for_function("document.querySelector('[data-count]').textContent.length > 2")
        button.focus()
        tab.keyboard.press("Enter")
    tab.get_by_text("was opened by itself").wait_for(timeout=8000)
    assert Incident.objects.unscoped("test").get().kind == "overdose"
    tab.context.close()
