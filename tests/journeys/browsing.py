"""Finding a Chromium, or one clear line why the browser tests are left out."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome")
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]


def find_chromium() -> str:
    """HOMEWARD_CHROMIUM, or the first Chromium on the path; skips (or, asked to, fails) without."""
    found = os.environ.get("HOMEWARD_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), "")
    if not found:
        line = "no Chromium here (install chromium or set HOMEWARD_CHROMIUM)"
        if os.environ.get("HOMEWARD_REQUIRE_BROWSER") == "1":
            pytest.fail(line)
        pytest.skip(line)
    return found


@contextmanager
def browser() -> Iterator[Any]:
    """One browser, closed at the end."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(executable_path=find_chromium(), args=SWITCHES)
        try:
            yield opened
        finally:
            opened.close()
