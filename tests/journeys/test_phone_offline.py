"""A client's phone loses its network, and is handed on: what it keeps, says, sends and forgets.

Every page on the way is seen at 360 and at 390 pixels.
"""

import os
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import timedelta
from typing import Any

import pytest
from django.urls import reverse

from homeward.core import clock
from homeward.curriculum.models import HandedOut
from homeward.curriculum.queries import in_use
from homeward.curriculum.settling import settle_materials
from homeward.instruments.models import CheckIn
from homeward.portal.tests import scene
from homeward.program.file.sections import Tally
from homeward.program.models import CurriculumTopic
from homeward.safety.models import SafetyPlan
from homeward.safety.parts import content_hash, stored_of
from homeward.safety.rules.plan import Line
from homeward.tasks.models import CareTask
from homeward.testing.cast import PASSWORD, make_cast
from tests.journeys.browsing import SWITCHES, find_chromium

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CANARIES = ("Sleep through the night", "Marigold Lane", "Heron")
# What this browser keeps for the site, as somebody with its tools would read it.
ROWS = """async () => {
  const after = (asked) => new Promise((done) => (asked.onsuccess = () => done(asked.result)));
  const found = [];
  for (const { name } of await indexedDB.databases()) {
    const base = await after(indexedDB.open(name));
    for (const part of base.objectStoreNames) {
      found.push(...await after(base.transaction(part).objectStore(part).getAll()));
    }
    base.close();
  }
  return found;
}"""
STORED = f"""async () => {{
  const out = [...Object.entries(localStorage), ...Object.entries(sessionStorage)];
  for (const name of await caches.keys()) {{
    const box = await caches.open(name);
    for (const each of await box.keys()) out.push(each.url, await (await box.match(each)).text());
  }}
  for (const row of await ({ROWS})()) {{
    out.push(JSON.stringify(row));
    if (row?.sealed instanceof ArrayBuffer) out.push(new TextDecoder("latin1").decode(row.sealed));
  }}
  return JSON.stringify([...out, document.cookie]);
}}"""
# Files that somebody took, or would take, from these pages.
FILES = ("/me/record/copy/to-read/", "/me/record/copy/for-others/", "/me/draw/day.json")
KEYS = f"""async () => (await ({ROWS})())
  .filter((row) => row instanceof CryptoKey).map((row) => row.extractable)"""
WIDTHS = (390, 360)
SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"
LEFT = f"async () => (await caches.keys()).length + (await ({ROWS})()).length"


class Wire:
    """The network between phone and house; it can be cut."""

    def __init__(self, to: int) -> None:
        self.to, self.is_down, self._open = to, False, set()
        self.door = socket.create_server(("127.0.0.1", 0))
        self.port = self.door.getsockname()[1]
        threading.Thread(target=self._take, daemon=True).start()

    def cut(self) -> None:
        self.is_down = True
        for each in list(self._open):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)

    def mend(self) -> None:
        self.is_down = False

    def _take(self) -> None:
        with suppress(OSError):
            while True:
                near, _ = self.door.accept()
                if self.is_down:
                    near.close()
                    continue
                far = socket.create_connection(("127.0.0.1", self.to))
                for one, other in ((near, far), (far, near)):
                    self._open.add(one)
                    threading.Thread(target=self._pass, args=(one, other), daemon=True).start()

    def _pass(self, one: socket.socket, other: socket.socket) -> None:
        with suppress(OSError):
            while data := one.recv(65536):
                other.sendall(data)
        self._open.discard(one)
        for each in (one, other):
            with suppress(OSError):
                each.shutdown(socket.SHUT_RDWR)


@pytest.fixture(autouse=True)
def _a_loop_is_running() -> Iterator[None]:
    """The browser's driver keeps an event loop in this thread; the database calls are ours."""
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    yield
    os.environ.pop("DJANGO_ALLOW_ASYNC_UNSAFE")


@contextmanager
def phone() -> Iterator[Any]:
    """A browser as people have it: with the memory that Back shows pages from."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        opened = play.chromium.launch(
            executable_path=find_chromium(),
            args=SWITCHES,
            ignore_default_args=["--disable-back-forward-cache"],
        )
        yield opened.new_context(
            viewport={"width": 390, "height": 844}, has_touch=True, locale="en-US"
        )
        opened.close()


@pytest.fixture
def life() -> Any:
    """Jo with a plan of her own words and a safety plan that names a place and a friend."""
    cast = make_cast()
    scene.plan(cast)
    parts = {"places": [Line("Marigold Lane")], "people": [Line("Heron", "512 555 0177")]}
    now = clock.now()
    SafetyPlan.objects.create(
        client=cast.jo.row, site=cast.site, number=1, state="active", parts=stored_of(parts),
        made_with=cast.dana.row, started_at=now, saved_at=now, active_at=now,
        content_hash=content_hash(parts), review_on=now.date() + timedelta(days=30),
    )  # fmt: skip
    return cast


def fits(page: Any) -> bool:
    """Whether nothing lies beside the screen, on either phone."""
    wide = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 780})
        wide.append(page.evaluate(SIDEWAYS))
    return not any(wide)


def sign_in(page: Any, house: str) -> None:
    page.goto(f"{house}/account/sign-in/?next=/me/")
    page.fill("#id_login", "jo")
    page.fill("#id_password", PASSWORD)
    page.click("main button.button--primary")
    page.wait_for_url("**/me/")
    page.wait_for_selector("[data-pocket][data-ready]", timeout=20000)
    assert fits(page)


def test_offline_and_handed_on(live_server, life):
    wire = Wire(live_server.thread.port)
    house = f"http://127.0.0.1:{wire.port}"
    with phone() as context:
        page = context.new_page()
        faults: list[str] = []
        strange: list[str] = []
        page.on("pageerror", lambda fault: faults.append(str(fault)))
        context.on("request", lambda each: each.url.startswith(house) or strange.append(each.url))
        sign_in(page, house)
        stored = page.evaluate(STORED)
        assert not [each for each in CANARIES if each in stored]
        assert page.evaluate(KEYS) == [False]

        # Without a network: read, and say how it is.
        wire.cut()
        for path, words in (
            ("/me/plan/", CANARIES[0]), ("/me/safety-plan/", "Heron"), ("/me/", "Your day"),
        ):  # fmt: skip
            page.goto(house + path)
            page.wait_for_selector("[data-away][data-ready]")
            assert words in page.inner_text("main"), path
            assert fits(page), path
        page.goto(f"{house}/me/record/")
        page.wait_for_selector("text=This page needs a network")
        assert fits(page)
        page.goto(f"{house}/me/")
        page.wait_for_selector("[data-away-page] form")
        page.check("input[name=craving][value='7']", force=True)
        page.click("main form button.button--primary")
        page.wait_for_selector("text=Saved on this phone")
        assert "/me/kept/" in page.url
        assert fits(page)
        page.goto(f"{house}/me/")
        page.wait_for_selector("[data-away-page] form")
        page.check("#id_in_danger")
        page.click("main form button.button--primary")
        page.wait_for_selector("text=Nobody here has seen this yet")
        assert page.locator("[data-away-now] a[href='tel:988']").is_visible()
        assert fits(page)
        assert not CheckIn.objects.unscoped("test").exists()

        # The network is back: sent once, with the times at which they were said.
        wire.mend()
        clock.shift_to(clock.now() + timedelta(seconds=1))
        page.goto(f"{house}/me/plan/")
        page.wait_for_url("**/me/help/", timeout=20000)
        assert "Somebody is told now" in page.inner_text("main")
        assert fits(page)
        rows = CheckIn.objects.unscoped("test").order_by("at")
        assert [(row.craving, row.in_danger) for row in rows] == [(7, None), (None, True)]
        assert CareTask.objects.unscoped("test").filter(kind="safety").count() == 1

        # By choice the safety plan stays open; nothing else does.
        page.goto(f"{house}/me/safety-plan/")
        page.click("[data-open-set=yes]")
        page.wait_for_selector("[data-open-is=yes]:not([hidden])")
        page.goto(f"{house}/me/plan/")
        assert CANARIES[0] in context.request.get(house + FILES[0]).text()
        page.click(".pocket__foot form[action='/account/sign-out/'] button")
        page.wait_for_url(lambda url: "/me/" not in url)
        for _ in range(3):
            page.go_back()
            page.wait_for_timeout(300)
            assert not [each for each in CANARIES if each in page.content()], page.url
        for path in FILES:
            answer = context.request.get(house + path)
            assert not [each for each in CANARIES if each in answer.text()], path
            assert "content-disposition" not in answer.headers, path
        page.goto(f"{house}/account/sign-in/")
        stored = page.evaluate(STORED)
        assert CANARIES[0] not in stored
        assert "Heron" in stored
        page.click("text=What I keep open on this phone")
        page.wait_for_selector("text=Heron")
        wire.cut()
        page.goto(f"{house}/me/plan/")
        page.wait_for_selector("[data-away-closed]:not([hidden])")
        assert CANARIES[0] not in page.content()
        wire.mend()
        page.goto(f"{house}/me/kept/")
        page.click("[data-away-drop]")
        page.wait_for_selector("[data-away-plan-card][hidden]", state="attached")
        page.goto(f"{house}/account/sign-in/")
        assert not [each for each in CANARIES if each in page.evaluate(STORED)]

    assert faults == []
    assert strange == []


def test_leaving_closes_the_way_back(live_server, life):
    """One tap: another page stands there, nobody is signed in, and Back shows nothing of before."""
    house = f"http://127.0.0.1:{live_server.thread.port}"
    with phone() as context:
        context.route(
            lambda url: not url.startswith(house), lambda each: each.fulfill(body="weather")
        )
        page = context.new_page()
        sign_in(page, house)
        page.goto(f"{house}/me/plan/")
        assert CANARIES[0] in page.content()
        page.goto(f"{house}/me/week/")
        page.tap("[data-quick-leave]")
        page.wait_for_function("document.body.textContent === 'weather'")
        page.wait_for_timeout(1000)
        page.go_back()
        page.wait_for_timeout(300)
        assert "/me/" not in page.url
        assert CANARIES[0] not in page.content()
        assert context.request.get(f"{house}/me/plan/").url.startswith(f"{house}/account/")


def test_a_quiet_phone_closes_by_itself(live_server, life, settings):
    """Nobody touches it: the page goes, and what is kept cannot be opened, network or not."""
    wire = Wire(live_server.thread.port)
    house = f"http://127.0.0.1:{wire.port}"
    with phone() as context:
        page = context.new_page()
        sign_in(page, house)
        wire.cut()
        # As the browser itself does when the quiet time is over.
        context.clear_cookies(name="pocket")
        page.goto(f"{house}/me/safety-plan/")
        page.wait_for_selector("[data-away-closed]:not([hidden])")
        assert page.evaluate(KEYS) == [False]
        assert not [each for each in CANARIES if each in page.content() + page.evaluate(STORED)]
        wire.mend()
        settings.PORTAL_IDLE_SECONDS = 4
        sign_in(page, house)
        # The page goes by itself, to where the server ends the session.
        page.wait_for_url("**/account/sign-in/**", timeout=20000)
        page.wait_for_timeout(300)
        assert page.evaluate(LEFT) == 0


def handed_out(cast: Any) -> list[HandedOut]:
    """Two sheets of the house's own material that Jo was given."""
    topics = [
        CurriculumTopic.objects.create(
            program=cast.program, code=code, title=code, position=place, for_types=["group"]
        )
        for place, code in enumerate(("triggers", "emotions"), 1)
    ]
    settle_materials(cast.program, clock.now() - timedelta(days=10), Tally())
    return [
        HandedOut.objects.create(
            client=cast.jo.row, site=cast.site, handed_at=clock.now(), handed_by=cast.dana.row,
            material_version=in_use(topic.pk, "handout")["en"],
        )
        for topic in topics
    ]  # fmt: skip


def test_a_sheet_that_was_chosen_opens_without_a_network(live_server, life):
    """By the client's own tap; the one beside it, which nobody chose, asks for a network."""
    chosen, other = handed_out(life)
    wire = Wire(live_server.thread.port)
    house = f"http://127.0.0.1:{wire.port}"
    with phone() as context:
        page = context.new_page()
        sign_in(page, house)
        page.goto(f"{house}{reverse('portal:handout', args=[chosen.pk])}")
        words = page.inner_text("main .prose p >> nth=0")
        assert words
        page.click("button[name=is_kept][value=yes]")
        page.wait_for_selector("button[name=is_kept][value=no]")
        page.wait_for_selector("[data-pocket][data-ready]", timeout=20000)
        page.goto(f"{house}/me/")
        page.wait_for_selector("[data-pocket][data-ready]", timeout=20000)
        wire.cut()
        page.goto(f"{house}/me/handouts/")
        page.wait_for_selector("[data-away][data-ready]")
        page.click(f"a[href='{reverse('portal:handout', args=[chosen.pk])}']")
        page.wait_for_selector("text=You see this page as it was at")
        page.wait_for_selector("[data-away][data-ready]")
        assert words in page.inner_text("main")
        # What only the house can do is not offered without it.
        assert page.locator("button[name=is_kept]").count() == 0
        assert fits(page)
        page.goto(f"{house}{reverse('portal:handout', args=[other.pk])}")
        page.wait_for_selector("text=This page needs a network")
        assert words not in page.inner_text("main")
