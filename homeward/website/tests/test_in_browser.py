"""The public pages in a real browser: nothing from elsewhere, nothing needs a script."""

import os
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.core.cache import cache

from homeward.admissions.models import Inquiry
from homeward.core.actors import Actor
from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.kernel.purposes import Purpose
from homeward.publishing.models import Question
from homeward.testing.cast import make_cast
from homeward.website.tests.test_reading import MOST_BYTES, all_addresses

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


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """One Chromium for the module."""
    with chromium() as found:
        yield found


@pytest.fixture(autouse=True)
def _fresh_limits() -> None:
    cache.clear()


def tab_of(browser: Any, width: int = 1440, **more: Any) -> Any:
    context = browser.new_context(viewport={"width": width, "height": 900}, **more)
    return context.new_page()


def choose(tab: Any, name: str, value: str) -> None:
    tab.locator(f'label.choice:has(input[name="{name}"][value="{value}"])').click()


def test_no_page_asks_anybody_else_for_anything(browser: Any, live_server: Any) -> None:
    """The network log of every page, seen for the first time: this house alone, 150 KB at most."""
    make_cast()
    for turn, path in enumerate(all_addresses()):
        tab = tab_of(browser, locale=("en-US", "es-US")[turn % 2])
        asked: list[str] = []
        sizes: list[int] = []
        tab.on("request", lambda request, asked=asked: asked.append(request.url))
        tab.on(
            "requestfinished",
            lambda request, sizes=sizes: sizes.append(request.sizes()["responseBodySize"]),
        )
        tab.goto(live_server.url + path, wait_until="load")
        here = urlsplit(live_server.url).netloc
        assert {urlsplit(url).netloc for url in asked if not url.startswith("data:")} == {here}
        assert sum(sizes) <= MOST_BYTES, (path, sum(sizes))
        tab.context.close()


@pytest.mark.parametrize("scripts", [False, True])
def test_danger_lines_show_the_moment_an_answer_is_chosen(
    browser: Any, live_server: Any, scripts: bool
) -> None:
    make_cast()
    tab = tab_of(browser, java_script_enabled=scripts)
    tab.goto(f"{live_server.url}/which-setting/")
    lines = tab.get_by_text("Call or text 988 now")
    assert not lines.is_visible()
    for value, shows in (("yes", True), ("no", False), ("unsure", True)):
        choose(tab, "suicidal", value)
        assert lines.is_visible() is shows
    choose(tab, "withdrawal_history", "unsure")
    assert not tab.get_by_text("It can be deadly").is_visible()
    tab.context.close()


def test_everything_works_without_scripts(browser: Any, live_server: Any) -> None:
    """The check to its end, into a request for a call, and a question; by forms alone."""
    make_cast()
    tab = tab_of(browser, 390, java_script_enabled=False)
    tab.goto(f"{live_server.url}/which-setting/")
    choose(tab, "overdose", "no")
    tab.get_by_role("button", name="Go on").click()
    choose(tab, "good_health", "yes")
    choose(tab, "safe_home", "yes")
    tab.get_by_role("button", name="Show what may fit").click()
    assert tab.get_by_text("Let us talk first").is_visible()
    assert urlsplit(tab.url).query == ""
    tab.get_by_role("button", name="Ask for a call with these answers").click()
    tab.get_by_label("Did you overdose in the last month").uncheck()
    tab.get_by_label("A number where we can call you").fill("512-555-0142")
    tab.locator("main form").get_by_role("button", name="Ask for a call").click()
    assert tab.url.endswith("/ask/thanks/")
    service = Actor.of_service("test")
    note = Inquiry.objects.for_actor(service, Purpose.OPERATIONS).get().note
    assert "safe and steady place to live? Yes" in note
    assert "overdose" not in note
    tab.goto(f"{live_server.url}/questions/")
    tab.get_by_label("Your question").fill("How long does it take?")
    tab.wait_for_timeout(3200)
    tab.get_by_role("button", name="Send the question").click()
    assert tab.url.endswith("/questions/thanks/")
    assert Question.objects.get().words == "How long does it take?"
    tab.context.close()


def test_esc_twice_leaves_and_back_does_not_return(browser: Any, live_server: Any) -> None:
    make_cast()
    tab = tab_of(browser)
    left: list[str] = []

    def neutral(route: Any) -> None:
        left.append(route.request.url)
        route.fulfill(body="weather")

    tab.route(lambda url: not url.startswith(live_server.url), neutral)
    tab.goto(f"{live_server.url}/about/for-family/")
    tab.goto(f"{live_server.url}/which-setting/")
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    tab.wait_for_function("document.body.textContent === 'weather'")
    assert len(left) == 1
    tab.go_back()
    assert "which-setting" not in tab.url
    tab.context.close()
