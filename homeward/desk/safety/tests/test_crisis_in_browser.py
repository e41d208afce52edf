"""The four crisis paths at the width of a phone, by keys alone, from any page to their end."""

import os
import re
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
MOST_STOPS = 40
# The button that begins, the answers one after the other, words a clock shows at one of them (by
# its place), and the kind of incident that opens by itself.
PATHS = {
    "overdose": (
        "Overdose",
        ("No answer, or hardly breathing", "911 is on the line", "First dose is in",
         "I am breathing for them", "They breathe on their own", "On their side, somebody watches",
         "The ambulance took them"),
        (4, "second dose"),
        "overdose",
    ),
    "suicide risk": (
        "Suicide risk",
        ("I am with them", "Has done something, or is about to", "911 is on the line",
         "The ambulance took them"),
        (3, "ambulance"),
        "suicide_attempt",
    ),
    "violence": (
        "Violence",
        ("The others are out, I have a way out", "No", "Not calmer, or worse", "911 is called",
         "The police are here", "First aid was enough", "Went with police or ambulance"),
        (2, "not calmer"),
        "violence",
    ),
    "leaving intoxicated": (
        "Leaving intoxicated",
        ("Sits down for now", "Awake, steady enough", "The keys are kept here, they agreed",
         "A ride is here"),
        (3, "safety check"),
        "leaving_impaired",
    ),
}  # fmt: skip


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


@pytest.mark.parametrize("path", PATHS)
def test_a_crisis_with_one_thumb(browser: Any, live_server: Any, path: str) -> None:
    """Every answer is reached by the Tab key, tall enough for a thumb, above the lower edge."""
    begins, answers, (with_clock, due), kind = PATHS[path]
    cast = make_cast()
    tab = opened(browser, live_server, cast.tess, wide=False, dark=False)
    tab.goto(live_server.url + reverse("desk:tasks"))
    tab.get_by_role("link", name="Crisis", exact=True).click()
    tab.get_by_role("button", name=begins).click()
    for number, words in enumerate(answers):
        button = tab.get_by_role("button", name=re.compile(rf"^\s*{re.escape(words)}"))
        button.wait_for(timeout=8000)
        box = button.bounding_box()
        height = tab.viewport_size["height"]
        assert box["height"] >= 56 and box["y"] + box["height"] <= height + 1, words
        assert tab.evaluate("document.documentElement.scrollWidth <= innerWidth"), words
        if number == with_clock:
            assert due in tab.locator("[data-due]").inner_text()
            tab.wait_for_function("document.querySelector('[data-count]').textContent.length > 2")
        reached_by_keys(tab, button)
        tab.keyboard.press("Enter")
    tab.get_by_text("was opened by itself").wait_for(timeout=8000)
    assert Incident.objects.unscoped("test").get().kind == kind
    tab.context.close()


def reached_by_keys(tab: Any, button: Any) -> None:
    """Go from one control to the next by the Tab key until this one has the focus."""
    for _press in range(MOST_STOPS):
        if button.evaluate("node => node === document.activeElement"):
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"not among the first {MOST_STOPS} stops of the Tab key")
