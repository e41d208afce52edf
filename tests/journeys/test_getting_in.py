"""A phone of one's own: from a printed card to six digits, back again, lost, and dead at once.

On phones of 360 and 390 points; the desk has its own screen. The next phone opens by a passkey.
"""

from collections.abc import Iterator
from typing import Any

import pytest

from homeward.core import clock
from tests.journeys.browsing import browser
from tests.journeys.test_leaving_and_back import NOON, PHONE, somebody_in_care
from tests.journeys.walking import Walker

pytestmark = [pytest.mark.browser, pytest.mark.slow]
DIGITS = "482915"
AGENT = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) Mobile/15E148"
KEY = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True,
    "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def opened(house: str) -> Iterator[Any]:
    """What opens a desk or a phone, each a browser profile of its own."""
    with browser() as chromium:

        def one(**looks: Any) -> Walker:
            given = {"locale": "en-US", "timezone_id": "America/Chicago", "bypass_csp": True}
            page = chromium.new_context(**given, **looks).new_page()
            page.set_default_timeout(15_000)
            return Walker(page, house, is_looking=True)

        yield one


def phone_of(opened: Any) -> Walker:
    phone: Walker = opened(viewport=PHONE, has_touch=True, is_mobile=True, user_agent=AGENT)
    phone.widths = (360, 390)
    return phone


def card_at(desk: Walker, path: str, button: str) -> tuple[str, str]:
    """After two things agreed: the three words and the code, as they are printed."""
    desk.visit(path)
    for thing in ("birth_date", "phone"):
        desk.choose(seen=thing)
    desk.press(button)
    desk.reads("Your three words", "works once")
    said = [each.inner_text() for each in desk.page.locator(".card-sheet__said").all()]
    assert said[0].endswith("/in/")
    return said[1], said[2]


def type_card(phone: Walker, words: str, code: str) -> None:
    """On a phone that was never here."""
    phone.visit("/in/")
    phone.fill(name=words.title(), code=code.lower())
    phone.press("Go on")
    phone.reads("How do you want to come back?")


def test_from_a_card_to_a_lost_phone(opened: Any) -> None:
    """Two phones, one desk, nobody's e-mail address."""
    clock.shift_to(NOON)
    client = somebody_in_care()
    here = f"/desk/clients/{client.pk}/doorway/"
    desk, phone = opened(viewport={"width": 1280, "height": 900}), phone_of(opened)
    desk.sign_in("counselor")
    desk.visit(here)
    desk.reads("none yet", "Nobody is refused care")
    type_card(phone, *card_at(desk, f"{here}card/", "Make the card"))
    phone.fill(pin="123456", again="123456")
    phone.press("Use these digits")
    phone.reads("too easy to guess")
    phone.fill(pin=DIGITS, again=DIGITS)
    phone.press("Use these digits")
    assert phone.path == "/me/"

    phone.visit("/me/record/")
    phone.reads("One more step", "on paper")
    desk.visit(f"{here}identity/")
    desk.choose(seen="photo_paper", paper="passport")
    desk.choose(seen="birth_date")
    desk.press("I saw who they are")
    desk.reads("times and record", "passport")
    phone.visit("/me/record/")
    assert "One more step" not in phone.page.inner_text("main")

    phone.page.get_by_role("button", name="Sign out").click()
    phone.page.wait_for_url("**/in/")
    assert client.name.split()[0] not in phone.page.inner_text("body")
    phone.fill(pin=DIGITS)
    phone.press("Go on")
    assert phone.path == "/me/"
    phone.visit("/me/devices/")
    phone.reads("Phone", "this one")

    words, code = card_at(desk, f"{here}lost-phone/", "End it and make a card")
    phone.visit("/me/week/")
    phone.reads("The three words on your card")  # what was open is over, and its digits with it
    assert phone.path == "/in/"

    newer = phone_of(opened)
    wire = newer.page.context.new_cdp_session(newer.page)
    wire.send("WebAuthn.enable")
    wire.send("WebAuthn.addVirtualAuthenticator", {"options": KEY})
    type_card(newer, words, code)
    newer.press("Use my finger or face")
    newer.press("Add this device")
    newer.page.wait_for_url("**/me/")
    with newer.page.expect_navigation():
        newer.page.get_by_role("button", name="Sign out").click()
    newer.visit("/account/sign-in/")
    newer.press("Sign in with a passkey")
    newer.page.wait_for_url("**/me/")
    newer.visit("/me/record/")
    assert "One more step" not in newer.page.inner_text("main")
    assert not [*desk.found, *phone.found, *newer.found]
