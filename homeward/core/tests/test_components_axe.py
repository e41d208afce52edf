"""Nothing axe can find is wrong with any specimen; no page scrolls sideways at any width."""

from collections.abc import Iterator
from typing import Any

import pytest

from homeward.core.tests.component_page import pages
from homeward.core.tests.component_site import CHROMIUM, chromium, site

PAGES = pages()

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_no_specimen_violates_anything(browser: Any, theme: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    # axe is put into the page by the test, which the policy would rightly refuse.
    context = browser.new_context(color_scheme=theme, bypass_csp=True)
    page = context.new_page()
    wrong: list[tuple[str, str, str]] = []
    with site(PAGES) as address:
        for name in PAGES:
            page.goto(f"{address}{name}/")
            wrong += [
                (name, violation["id"], violation["nodes"][0]["html"][:120])
                for violation in Axe().run(page).response["violations"]
            ]
    context.close()
    assert wrong == []


@pytest.mark.parametrize("width", [1440, 1024, 768, 390, 320])
def test_no_page_scrolls_sideways(browser: Any, width: int) -> None:
    """320 px is also what a desk of 1280 px shows at 400 % zoom."""
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    wide = []
    with site(PAGES) as address:
        for name in PAGES:
            page.goto(f"{address}{name}/")
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                wide.append(name)
    context.close()
    assert wide == []


def test_nothing_on_any_page_breaks_the_policy(browser: Any) -> None:
    context = browser.new_context()
    page = context.new_page()
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text))
    with site(PAGES) as address:
        for name in PAGES:
            page.goto(f"{address}{name}/")
    context.close()
    assert [line for line in said if "Content Security Policy" in line] == []
