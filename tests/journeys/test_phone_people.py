"""Three evenings on a phone, at 360 and at 390 pixels: a consent ends while the page it opens is
on somebody's screen, a result is disputed, an empty evening is filled.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import time, timedelta
from typing import Any

import pytest
from axe_playwright_python.base import AXE_SCRIPT

from homeward.core import clock
from tests.journeys.browsing import browser
from tests.look.showing import OF_ALL, VIOLATIONS

pytestmark = [pytest.mark.browser]

WIDTHS = (360, 390)
SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"


@dataclass
class Pockets:
    """One browser with a phone for each person; every page is looked at, at both widths."""

    opened: Any
    address: str
    found: list[str] = field(default_factory=list)

    def phone_of(self, player: Any) -> Any:
        """A page of somebody who is signed in."""
        from django.conf import settings
        from django.test import Client

        signed_in = Client()
        signed_in.force_login(player.account)
        key = signed_in.cookies[settings.SESSION_COOKIE_NAME].value
        context = self.opened.new_context(
            viewport={"width": WIDTHS[0], "height": 780}, locale="en-US", bypass_csp=True,
            is_mobile=True, has_touch=True,
        )  # fmt: skip
        context.add_cookies(
            [{"name": settings.SESSION_COOKIE_NAME, "value": key, "url": self.address}]
        )
        page = context.new_page()
        page.set_default_timeout(10_000)
        return page

    def look(self, page: Any) -> None:
        """No fault by axe at either width, and nothing to scroll sideways for."""
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 780})
            if page.evaluate(SIDEWAYS):
                self.found.append(f"{page.url} scrolls sideways at {width}")
        page.evaluate(AXE_SCRIPT)
        self.found += [f"{page.url}: {fault}" for fault in page.evaluate(VIOLATIONS, OF_ALL)]

    def visit(self, page: Any, path: str) -> None:
        """Open a page and look at it."""
        answer = page.goto(f"{self.address}{path}")
        assert answer.status == 200, (path, answer.status)
        self.look(page)

    def tap(self, page: Any, kind: str, name: str) -> None:
        """Touch something of the main part; what comes is looked at."""
        control = page.locator("main").get_by_role(kind, name=re.compile(rf"^\s*{name}")).first
        with page.expect_navigation(wait_until="load"):
            control.tap()
        self.look(page)


@pytest.fixture
def life(transactional_db: None, live_server: Any, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Jo in care, Kim with a consent, Lee whose page never had news; a Tuesday at noon."""
    from homeward.dayplans import actions
    from homeward.people.models import Contact
    from homeward.portal.tests import scene
    from homeward.testing.stage import NOON, make_cast

    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    clock.shift_to(NOON)
    cast = make_cast()
    scene.seat(cast, cast.jo, scene.session(cast, NOON + timedelta(days=1)), cast.episode)
    scene.consent(cast, "family", contact_id=cast.kim.pk)
    scene.drug_test(cast, cast.jo, cast.episode, state="resulted", outcome="presumptive")
    cast.people["lee"] = scene.contact(cast, "lee", Contact.Kind.FAMILY, "Lee Avery")
    about = {"actor": cast.jo.actor, "client_id": cast.jo.pk, "now": NOON}
    actions.add_to_week(**about, weekdays=range(7), starts=time(7), ends=time(18), kind="work")
    actions.add_own(**about, kind="activity", label="Long walk", minutes=45)
    yield cast
    clock.shift_to(None)


@pytest.fixture
def pockets(live_server: Any) -> Iterator[Pockets]:
    """One browser for all the phones of a test."""
    with browser() as opened:
        yield Pockets(opened, live_server.url)


def quiet(page: Any, name: str) -> str:
    """What came over the line, without what differs in every answer and the reader's own name."""
    text = page.request.get(page.url).text().replace(name, "NAME")
    text = re.sub(r'(name="(?:csrfmiddlewaretoken|form_key)" value=")[^"]+', r"\1", text)
    return re.sub(r'nonce="[^"]+"', "", text)


def test_three_evenings_on_a_phone(life: Any, pockets: Pockets) -> None:
    """The mother's next look is byte-equal to a page that never had news; nothing tells her why."""
    jo, kim, lee = (pockets.phone_of(each) for each in (life.jo, life.kim, life.lee))
    pockets.visit(kim, "/me/")
    assert "Planned days" in kim.inner_text("main")
    pockets.visit(jo, "/me/sharing/")
    pockets.tap(jo, "link", "Sharing with a family member")
    pockets.tap(jo, "button", "Take it back")
    assert "Planned days" in kim.inner_text("main")  # her page is open still, as it was
    pockets.visit(lee, "/me/")
    kim.reload()
    pockets.look(kim)
    assert "Nothing new" in kim.inner_text("main")
    assert quiet(kim, "Kim Avery") == quiet(lee, "Lee Avery")

    pockets.visit(jo, "/me/record/")
    assert "not confirmed" in jo.inner_text("main")
    pockets.tap(jo, "button", "I say it is wrong")
    said = jo.inner_text("main")
    assert "Your counselor will talk with you" in said
    assert "You said on 24 November that it is wrong." in said

    pockets.visit(jo, "/me/day/")
    pockets.tap(jo, "button", "Long walk")
    said = jo.inner_text("main")
    assert "Long walk" in said and "18:45" in said
    assert pockets.found == []
