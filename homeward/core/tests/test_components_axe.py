"""Nothing axe can find is wrong with any specimen, in light and in dark."""

import os
import shutil
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from django.contrib.staticfiles import finders

from homeward.core.tests.component_page import pages

CHROMIUM = os.environ.get("HOMEWARD_CHROMIUM") or shutil.which("chromium") or ""
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
]


def served(found: dict[str, str]) -> Any:
    """Answer the browser from memory and from the static files; no server, no network."""

    def answer(route: Any) -> None:
        path = urlsplit(route.request.url).path
        if path.startswith("/static/"):
            file = Path(str(finders.find(path.removeprefix("/static/"))))
            route.fulfill(body=file.read_bytes(), content_type=TYPES[file.suffix])
        elif path.strip("/") in found:
            route.fulfill(body=found[path.strip("/")], content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=404, body="")

    return answer


@pytest.fixture(scope="module")
def browser() -> Any:
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield chromium
        chromium.close()


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_specimen_violates_anything(browser: Any, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    context = browser.new_context(color_scheme=theme)
    page = context.new_page()
    found = pages()
    page.route("**/*", served(found))
    wrong = []
    for name in found:
        page.goto(f"http://design.test/{name}/")
        for violation in Axe().run(page).response["violations"]:
            wrong.append((name, violation["id"], violation["nodes"][0]["html"][:120]))
    context.close()
    assert wrong == []


@pytest.mark.parametrize("width", [1440, 1024, 768, 390, 320])
def test_no_page_scrolls_sideways(browser: Any, width: int) -> None:
    """320 px is also what a desk of 1280 px shows at 400 % zoom."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    found = pages()
    page.route("**/*", served(found))
    wide = []
    for name in found:
        page.goto(f"http://design.test/{name}/")
        if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
            wide.append(name)
    context.close()
    assert wide == []
