"""What a client prints fits the sheet it is meant for, however much stands on it."""

import io
import os
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from django.conf import settings
from pypdf import PdfReader

from homeward.core import clock
from homeward.core.tests.component_site import CHROMIUM, chromium
from homeward.dayplans import actions
from homeward.dayplans.pages import prevention_text
from homeward.dayplans.rules import prevention
from homeward.safety.rules.plan import Line
from homeward.testing.cast import make_cast

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
    pytest.mark.django_db(transaction=True),
]
# Long words of ordinary width: as much as the rule lets somebody write.
FULL = ("I walk home along the river road with Marguerite and breathe out slowly " * 2)[
    : prevention.LONGEST_LINE
]

LEAST_POINTS = 8.0
SMALLEST = """() => Math.min(...[...document.querySelectorAll("main li, main h1, main h3")]
  .map(each => parseFloat(getComputedStyle(each).fontSize) * 0.75))"""


@pytest.fixture(autouse=True)
def _a_loop_is_running() -> Iterator[None]:
    """The browser's driver keeps an event loop in this thread; the database calls are ours."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@pytest.fixture
def written(transactional_db: Any) -> Any:
    """Jo's plan with every line that may stand on it, made theirs."""
    cast = make_cast()
    number = "1" * prevention.LONGEST_NUMBER
    parts = {
        code: tuple(
            Line(
                f"{place} {FULL}"[: prevention.LONGEST_LINE],
                number if code in prevention.WITH_NUMBER else "",
            )
            for place in range(prevention.MOST_LINES)
        )
        for code in prevention.SECTIONS
    }
    about = {"actor": cast.jo.actor, "now": clock.now()}
    plan = actions.keep_prevention_plan(**about, client_id=cast.jo.pk, parts=parts)
    read = prevention_text(plan, ZoneInfo(cast.site.time_zone)).digest
    actions.sign_prevention_plan(**about, plan_id=plan.pk, read_hash=read)
    return cast


@pytest.mark.parametrize("sheet", ["Letter", "A4"])
def test_the_fullest_prevention_plan_is_one_page(
    written: Any, live_server: Any, client: Any, sheet: str
) -> None:
    client.force_login(written.jo.account)
    key = client.cookies[settings.SESSION_COOKIE_NAME].value
    with chromium() as browser:
        context = browser.new_context(locale="en-US")
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": live_server.url}]
        )
        page = context.new_page()
        page.goto(f"{live_server.url}/me/prevention/paper/")
        printed = PdfReader(io.BytesIO(page.pdf(format=sheet)))
        page.emulate_media(media="print")
        smallest = page.evaluate(SMALLEST)
    text = " ".join(printed.pages[0].extract_text().split())
    assert len(printed.pages) == 1
    lines = [text.count(f"{place} I walk home along") for place in range(prevention.MOST_LINES)]
    assert lines == [len(prevention.SECTIONS)] * prevention.MOST_LINES
    assert smallest >= LEAST_POINTS
