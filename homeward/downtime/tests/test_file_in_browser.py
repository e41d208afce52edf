"""The locked file in a real browser, from disk, with the network off."""

from typing import Any

import pytest

from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.downtime.locking import derived_from, locked_page, new_phrase

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
]
INNER = '<h1 tabindex="-1">Main Street</h1><p>Jo Avery</p><script>document.title = "ran"</script>'


def test_opens_offline_with_the_passphrase_alone_and_locks_again(tmp_path: Any) -> None:
    """Full rounds; a wrong phrase shows nothing; no script of the content runs, nothing is sent."""
    phrase = new_phrase()
    file = tmp_path / "morning.html"
    page = locked_page(INNER, derived_from(phrase), title="CH, morning file", said="Made.")
    file.write_bytes(page)
    asked: list[str] = []
    with chromium() as browser:
        context = browser.new_context(offline=True)
        tab = context.new_page()
        tab.on("request", lambda request: asked.append(request.url))
        tab.goto(file.as_uri())
        assert "Jo Avery" not in tab.content()
        tab.fill("#phrase", new_phrase())
        tab.click("button[type=submit]")
        tab.get_by_text("That is not the passphrase").wait_for(timeout=20_000)

        tab.fill("#phrase", phrase.lower().replace("-", " "))
        tab.keyboard.press("Enter")
        tab.get_by_text("Jo Avery").wait_for(timeout=20_000)
        assert tab.title() == "CH, morning file"
        assert tab.evaluate("document.activeElement.textContent") == "Main Street"
        tab.click("#again")
        assert "Jo Avery" not in tab.inner_text("body")
        context.close()
    assert asked == [file.as_uri()]
