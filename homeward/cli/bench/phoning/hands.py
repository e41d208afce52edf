"""Two tasks of staff by a hand of ordinary speed, on a phone of 390 points and a slow line.

Somebody who leaves at once, and the way back into care: from the client's chart until the page says
it is done. What the hand needs is the keystroke-level model's (`by_hand`): to decide, to point, to
type; what the phone and the line need is measured. Between the two the client is discharged, at
no count. Talking is not counted: only what the screen asks for.
"""

import re
import time
from dataclasses import dataclass, field
from typing import Any

from homeward.cli.bench.phoning.browsing import PASSWORD, a_phone, sign_in, slow_down
from homeward.cli.bench.phoning.by_hand import DECIDE, POINT, TYPE
from homeward.kernel.bad_input import BadInput

SCREEN = {"width": 390, "height": 844}
USER = "counselor"
LEAVING_SECONDS, RETURN_SECONDS = 90.0, 300.0  # a minute and a half; "in minutes"
WORDS = "Called this morning; drinking again for a week."
CHOICES = (
    ("naloxone", "given", "has_one", "declined"), ("bridge", "none"), ("card", "phone", "paper"),
    ("appointment", "gone"), ("call", "yes"),
)  # fmt: skip


@dataclass(slots=True)
class Hand:
    """One hand on one page, and what it has cost so far by the model, in seconds."""

    page: Any
    presses: int = 0
    signs: int = 0
    began: float = field(default_factory=time.monotonic)

    def tap(self, place: Any) -> None:
        """Make up one's mind, point, and touch."""
        time.sleep(DECIDE + POINT)
        place.scroll_into_view_if_needed()
        place.tap()
        self.presses += 1

    def type(self, place: Any, words: str) -> None:
        """Touch a field and write."""
        self.tap(place)
        self.page.keyboard.type(words, delay=TYPE * 1000)
        self.signs += len(words)

    def told(self, name: str, goal: float) -> dict[str, Any]:
        """The figure with its parts: the hand's share by the model, the rest the phone's."""
        took = time.monotonic() - self.began
        hand = self.presses * (DECIDE + POINT) + self.signs * TYPE
        return {
            "name": name, "presses": self.presses, "signs": self.signs,
            "hand_s": round(hand, 1), "phone_s": round(took - hand, 1), "seconds": round(took, 1),
            "goal_s": goal, "holds": took <= goal,
        }  # fmt: skip


def staff_by_hand(browser: Any, address: str) -> list[dict[str, Any]]:
    """Leaving at once and coming back, of a client whom this demo's counselor treats."""
    cookies = sign_in(browser, address, USER)
    with a_phone(browser, cookies) as page:
        page.set_viewport_size(SCREEN)
        chart = _somebody_in_care(page, address)
        slow_down(page)
        leaving = _leaving(page, chart)
        _discharge(page, chart)
        return [leaving, _coming_back(page, chart)]


def _somebody_in_care(page: Any, address: str) -> str:
    page.goto(f"{address}/desk/clients/")
    found = re.findall(r'href="(/desk/clients/[0-9a-f-]{36}/)"', page.content())
    for path in dict.fromkeys(found):
        page.goto(address + path)
        if not page.locator("a[href$='/leaving-now/']").count():
            continue
        page.goto(f"{address}{path}leaving-now/")
        if page.locator("main [name=naloxone]").count():
            return address + path
    raise BadInput("--address", "this demo's counselor has nobody in care whose chart says so")


def _leaving(page: Any, chart: str) -> dict[str, Any]:
    page.goto(chart, timeout=60_000)
    hand = Hand(page)
    _follow(hand, "/leaving-now/")
    for name, *values in CHOICES:
        hand.tap(_answer(page, name, values))
    hand.tap(page.locator("main form button.button--primary").first)
    page.get_by_text("What was done").first.wait_for(timeout=60_000)
    return hand.told("leaving now by hand", LEAVING_SECONDS)


def _coming_back(page: Any, chart: str) -> dict[str, Any]:
    page.goto(chart, timeout=60_000)
    hand = Hand(page)
    _follow(hand, "/return/")
    hand.type(page.locator("main [name=words]").first, WORDS)
    hand.tap(page.locator("main form:has([name=words]) button.button--primary").first)
    page.locator("main .notice, main .card--done").first.wait_for(timeout=60_000)
    return hand.told("return by hand", RETURN_SECONDS)


def _follow(hand: Hand, ending: str) -> None:
    link = hand.page.locator(f"main a[href$='{ending}']").first
    fold = hand.page.locator(f"main details:not([open]):has(a[href$='{ending}']) > summary").first
    if not link.is_visible():
        hand.tap(fold)
    hand.tap(link)
    hand.page.wait_for_url(f"**{ending}", timeout=60_000)


def _answer(page: Any, name: str, values: list[str]) -> Any:
    """The first of these answers that the page offers, as what a finger touches."""
    for value in values:
        place = page.locator(f"main label:has([name={name}][value='{value}'])")
        if place.count():
            return place.first
    raise BadInput(name, f"the page offers none of {', '.join(values)}")


def _discharge(page: Any, chart: str) -> None:
    """Sign the discharge of whoever left, by a robot; asked who signs, it says so."""
    page.goto(f"{chart}discharge/", timeout=60_000)
    page.fill("main [name=narrative]", "Left today in the fourth week; wants to think it over.")
    if page.locator("main [name=password]").count():
        page.fill("main [name=password]", PASSWORD)
    page.locator("main form:has([name=narrative]) button.button--primary").first.tap()
    page.get_by_text("Left against advice").first.wait_for(timeout=60_000)
    page.wait_for_load_state()
