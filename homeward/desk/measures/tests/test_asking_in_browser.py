"""A questionnaire by keys alone; each answer outlives a closed tab, a lost line, a lost session."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.urls import reverse

from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.desk.admissions.tests.browsing import signed_in
from homeward.desk.admissions.tests.test_way_in_browser import opened
from homeward.desk.measures.tests.test_asking import rows
from homeward.instruments.models import Response, Sitting
from homeward.portal.tests.test_measures import invited
from homeward.tasks.models import CareTask
from homeward.testing.cast import Cast, make_cast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
    pytest.mark.django_db(transaction=True),
]
SAVED = "[data-sitting-state].tag--done:not([hidden])"
UNSAVED = "[data-sitting-state].tag--attention:not([hidden])"


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


def phq9_of(cast: Cast, live_server: Any, instrument: str = "phq9") -> str:
    return str(live_server.url + reverse("desk:questionnaire", args=[cast.jo.pk, instrument]))


def test_digits_choose_and_enter_goes_on(browser: Any, live_server: Any) -> None:
    """Ten questions in twenty keys; danger is said with the ninth, before anything is sent."""
    cast = make_cast()
    tab = opened(browser, live_server, cast.dana, wide=True, dark=False)
    tab.goto(phq9_of(cast, live_server))
    press = tab.keyboard.press
    for _question in range(8):
        press("1")
        press("Enter")
    press("2")
    tab.get_by_text("Do this first").wait_for(timeout=8000)
    assert rows(Response).count() == 0
    assert rows(CareTask).filter(kind="safety").count() == 1
    press("ArrowRight")
    press("0")
    press("Enter")
    press("Enter")
    tab.wait_for_url("**/responses/**")
    assert rows(Response).get().scores["total"]["value"] == 10
    tab.context.close()


def test_skip_logic_follows_the_answers(browser: Any, live_server: Any) -> None:
    """Items 3 to 5 of the screener come with a yes and go with a no."""
    cast = make_cast()
    tab = opened(browser, live_server, cast.dana, wide=True, dark=False)
    tab.goto(phq9_of(cast, live_server, "cssrs_screener"))
    third = tab.locator('[data-item="3"]')
    assert not third.is_visible()
    tab.locator('[data-item="2"] input').first.check()
    third.wait_for(state="visible", timeout=8000)
    tab.locator('[data-item="2"] input').last.check()
    third.wait_for(state="hidden", timeout=8000)
    tab.context.close()


def test_one_question_at_a_time_by_keys(browser: Any, live_server: Any) -> None:
    """A digit, Enter, the next question; the left arrow goes back."""
    cast = make_cast()
    tab = opened(browser, live_server, cast.dana, wide=True, dark=False)
    tab.goto(phq9_of(cast, live_server, "gad7"))
    tab.get_by_role("button", name="One question at a time").click()
    tab.get_by_text("Question 1 of").wait_for()
    for number in (2, 3):
        tab.keyboard.press("3")
        tab.keyboard.press("Enter")
        tab.get_by_text(f"Question {number} of").wait_for()
    tab.keyboard.press("ArrowLeft")
    tab.get_by_text("Question 2 of").wait_for()
    assert rows(Sitting).get().sheet == {"1": 3, "2": 3}
    tab.context.close()


def test_answers_survive(browser: Any, live_server: Any) -> None:
    """A closed tab, a lost connection, an expired session: every answer is there again."""
    cast = make_cast()
    url = phq9_of(cast, live_server)
    tab = opened(browser, live_server, cast.dana, wide=True, dark=False)
    tab.goto(url)
    tab.locator('[data-item="1"] input').nth(1).check()
    tab.locator(SAVED, has_text="saved").wait_for(timeout=8000)
    tab.close()

    tab = opened(browser, live_server, cast.dana, wide=True, dark=False)
    tab.goto(url)
    assert tab.locator('[data-item="1"] input').nth(1).is_checked()

    tab.context.set_offline(True)
    tab.locator('[data-item="2"] input').nth(2).check()
    tab.locator(UNSAVED).wait_for(timeout=8000)
    tab.context.set_offline(False)
    tab.locator(SAVED, has_text="saved").wait_for(timeout=9000)

    for cookie in tab.context.cookies():
        if "session" in cookie["name"]:
            tab.context.clear_cookies(name=cookie["name"])
    tab.locator('[data-item="3"] input').nth(3).check()
    tab.locator(UNSAVED).wait_for(timeout=8000)
    for name, each in signed_in(cast.dana).cookies.items():
        tab.context.add_cookies([{"name": name, "value": each.value, "url": live_server.url}])
    tab.locator(SAVED, has_text="saved").wait_for(timeout=12000)
    assert rows(Sitting).get().sheet == {"1": 1, "2": 2, "3": 3}
    tab.context.close()


def test_a_phone_shows_who_answers_with_the_answer(browser: Any, live_server: Any) -> None:
    """On the client's own phone, at 320 pixels, before anything is sent."""
    cast = make_cast()
    invited(cast)
    tab = opened(browser, live_server, cast.jo, wide=False, dark=True)
    tab.set_viewport_size({"width": 320, "height": 800})
    tab.goto(live_server.url + reverse("portal:question", args=["phq9"]) + "?item=9")
    tab.locator('[data-item="9"] input').nth(1).check()
    tab.get_by_text("Somebody is here for you now").wait_for(timeout=8000)
    assert tab.locator('[data-sitting-safety] a[href="tel:988"]').is_visible()
    tab.context.close()
