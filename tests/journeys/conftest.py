"""The house of the journey: the shipped program, its people, nobody in care yet."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

import pytest

from homeward.core import clock
from tests.journeys.again import Replayer
from tests.journeys.browsing import browser, find_chromium
from tests.journeys.walking import Walker

MONDAY_NOON = datetime(2026, 11, 23, 18, 0, tzinfo=UTC)


@pytest.fixture
def house(transactional_db: None, live_server: Any, monkeypatch: pytest.MonkeyPatch) -> str:
    """Cedar House as its program file says, with demo accounts, on a Monday at noon."""
    from homeward.core.actors import Actor
    from homeward.demo.accounts import make_staff_accounts
    from homeward.demo.loading import PROGRAM_FILE
    from homeward.program.actions import load_program_file

    find_chromium()
    # Playwright runs an event loop in this thread; the database here is used beside it, not in it.
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    clock.shift_to(MONDAY_NOON)
    load_program_file(
        actor=Actor.of_service("demo"), text=PROGRAM_FILE.read_text(encoding="utf-8"),
        now=clock.now(),
    )  # fmt: skip
    make_staff_accounts()
    return str(live_server.url)


@pytest.fixture
def walker(house: str) -> Iterator[Walker]:
    """A person at a browser; axe is put into pages by the test, past their policy."""
    with browser() as opened:
        context = opened.new_context(
            locale="en-US", timezone_id="America/Chicago", bypass_csp=True, accept_downloads=True,
            viewport={"width": 1280, "height": 900},
        )  # fmt: skip
        page = context.new_page()
        page.set_default_timeout(15_000)
        replayer = Replayer()
        page.on("request", replayer.notice)
        yield Walker(page, house, is_looking=True, again=replayer)
