"""One Chromium as a phone: signed in or not, with an empty cache, slowed down where asked."""

import os
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from homeward.kernel.bad_input import BadInput

SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
PASSWORD = "homeward-demo-only"
SCREEN = {"width": 360, "height": 740}
SLOW_3G = {
    "offline": False,
    "latency": 400,  # ms
    "downloadThroughput": 400_000 / 8,  # bytes a second
    "uploadThroughput": 400_000 / 8,
}
CPU_SLOWER = 4


@contextmanager
def a_browser() -> Iterator[Any]:
    """One Chromium; BadInput where there is none."""
    from playwright.sync_api import sync_playwright

    names = ("chromium", "chromium-browser", "google-chrome")
    found = os.environ.get("HOMEWARD_CHROMIUM") or next(filter(None, map(shutil.which, names)), "")
    if not found:
        raise BadInput("HOMEWARD_CHROMIUM", "install a Chromium or name one here")
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=found, args=SWITCHES)
        yield browser
        browser.close()


@contextmanager
def a_phone(browser: Any, cookies: Any = (), *, scripts: bool = True) -> Iterator[Any]:
    """A page of a context of its own: nothing is cached, only who signed in is known."""
    context = browser.new_context(
        viewport=SCREEN, device_scale_factor=2, is_mobile=True, has_touch=True, locale="en-US",
        java_script_enabled=scripts,
    )  # fmt: skip
    context.add_cookies(list(cookies))
    page = context.new_page()
    page.set_default_timeout(20_000)
    try:
        yield page
    finally:
        context.close()


def sign_in(browser: Any, address: str, user: str) -> list[dict[str, Any]]:
    """The cookies of somebody of the demo; BadInput at an address that is no demo."""
    if not user:
        return []
    with a_phone(browser) as page:
        page.goto(f"{address}/account/sign-in/")
        if PASSWORD not in page.content():
            raise BadInput("--address", "the phone bench only goes to a demo")
        page.fill("input[name=login]", user)
        page.fill("input[name=password]", PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(re.compile(r"/(desk|me)/"))
        return page.context.cookies()  # type: ignore[no-any-return]


def slow_down(page: Any) -> Any:
    """Slow 3G and a slower processor for this page from now on; its CDP session."""
    session = page.context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.clearBrowserCache")
    session.send("Network.emulateNetworkConditions", SLOW_3G)
    session.send("Emulation.setCPUThrottlingRate", {"rate": CPU_SLOWER})
    return session
