"""A whole check-in by a hand of ordinary speed, on the slow phone, in seconds.

How long a person takes is the keystroke-level model's (Card, Moran and Newell, 1980): 1.35 s to
make up one's mind before each answer, 1.1 s to point at it, 0.28 s for each sign typed. How long
the phone takes is measured.
"""

import time
from typing import Any

from homeward.cli.bench.phoning.browsing import a_phone, sign_in, slow_down

DECIDE, POINT, TYPE = 1.35, 1.1, 0.28  # seconds
MOST_SECONDS = 30.0
PAGE = "/me/check-in/"
TAPPED = (
    "[name=craving][value='3'] + *, label:has([name=craving][value='3'])",
    "details:has([name=mood]) summary",
    "[name=mood][value='3'] + *, label:has([name=mood][value='3'])",
)
AFTER_SLEEP = ("[name=used][value='no'] + *, label:has([name=used][value='no'])",)


def check_in_by_hand(browser: Any, address: str, user: str = "client") -> dict[str, Any]:
    """Craving, mood, sleep, use, a word; safety is read and left; until the page says it is kept.

    The clock starts as the page is asked for, with an empty cache.
    """
    cookies = sign_in(browser, address, user)
    with a_phone(browser, cookies) as page:
        slow_down(page)
        began = time.monotonic()
        page.goto(address + PAGE, timeout=60_000)
        page.locator("main [name=craving]").first.wait_for(state="attached")
        opened = time.monotonic() - began
        for place in TAPPED:
            _tap(page, place)
        _type(page, "[name=sleep_hours]", "7")
        for place in AFTER_SLEEP:
            _tap(page, place)
        _type(page, "[name=word]", "tired")
        time.sleep(DECIDE)  # in danger, or a call wanted: no
        _tap(page, "form:has([name=craving]) button.button--primary")
        page.locator(".notice").first.wait_for(timeout=30_000)
        took = time.monotonic() - began
    return {
        "name": "a whole check-in by hand",
        "opened_s": round(opened, 1),
        "seconds": round(took, 1),
        "holds": took <= MOST_SECONDS,
    }


def _tap(page: Any, place: str) -> None:
    time.sleep(DECIDE + POINT)
    page.locator("main").locator(place).first.tap()


def _type(page: Any, place: str, words: str) -> None:
    _tap(page, place)
    page.keyboard.type(words, delay=TYPE * 1000)
