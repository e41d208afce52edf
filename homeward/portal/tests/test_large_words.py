"""With words twice as large the page is still read: neither head nor places lie over it."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings

from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.testing.cast import make_cast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
    pytest.mark.django_db(transaction=True),
]
# How much of the window head and places cover in the middle of a long page.
COVERED = """() => {
  document.querySelector("main").style.minBlockSize = "400rem";
  scrollTo(0, 2000);
  const seen = (name) => {
    const box = document.querySelector(name).getBoundingClientRect();
    return Math.max(0, Math.min(box.bottom, innerHeight) - Math.max(box.top, 0));
  };
  return [seen(".pocket__top"), seen(".pocket__nav")];
}"""
ENDS = """() => { scrollTo(0, document.body.scrollHeight);
  return document.querySelector(".pocket__nav").getBoundingClientRect().bottom - innerHeight; }"""


@pytest.fixture(autouse=True)
def _a_loop_is_running() -> Iterator[None]:
    """The browser's driver keeps an event loop in this thread; the database calls are ours."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


def test_head_and_places_stay_while_they_are_small(
    transactional_db: Any, live_server: Any, client: Any
) -> None:
    client.force_login(make_cast().jo.account)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    with chromium() as browser:
        for (width, height), size, most in (
            ((360, 740), "100%", (60, 60)), ((390, 844), "100%", (60, 60)),
            ((360, 740), "200%", (0, 0)), ((390, 844), "200%", (0, 0)),
            ((740, 360), "100%", (0, 0)),
        ):  # fmt: skip
            context = browser.new_context(viewport={"width": width, "height": height})
            context.add_cookies(
                [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}]
            )
            tab = context.new_page()
            tab.goto(f"{live_server.url}/me/help/")
            tab.evaluate(f"() => document.documentElement.style.fontSize = '{size}'")
            covered = tab.evaluate(COVERED)
            case = (width, height, size, covered)
            assert all(found <= limit for found, limit in zip(covered, most, strict=True)), case
            if size == "100%" and height > width:
                assert all(found > 40 for found in covered), case
            assert -40 <= tab.evaluate(ENDS) <= 1, case  # where the page ends they are there
            context.close()
