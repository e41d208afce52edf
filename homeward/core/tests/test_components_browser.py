"""What the small scripts promise: found by keyboard, mended where wrong, no word lost."""

from collections.abc import Iterator
from typing import Any

import pytest

from homeward.core.tests.component_page import page_with, pages
from homeward.core.tests.component_site import CHROMIUM, chromium, site

PAGES = pages()
FORM = (
    '<form class="form" method="post" action="/send/" hx-post="/send/" hx-target="#main"'
    ' hx-select="#main" hx-swap="outerHTML"><label for="words">Words</label>'
    '<textarea id="words" name="words"></textarea><button>Send</button></form>'
)
SUMMARY = (
    '<div class="error-summary" role="alert" tabindex="-1" data-focus>'
    '<a href="#words">Words: too short</a></div>'
)

pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(not CHROMIUM, reason="no Chromium found: browser tests skipped"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with chromium() as found:
        yield found


@pytest.fixture
def page(browser: Any) -> Iterator[Any]:
    context = browser.new_context()
    yield context.new_page()
    context.close()


def sending(page: Any, address: str, words: str = "Took part today.") -> None:
    """Write into the form and send it."""
    page.goto(f"{address}write/")
    page.fill("#words", words)
    page.click("text=Send")


class TestFind:
    def answer(self, method: str, path: str) -> tuple[str, str, str]:
        option = '<a class="find__option" id="o{0}" role="option" href="/today/?c={0}">{0}</a>'
        return "200 OK", "", option.format(1) + option.format(2)

    def test_by_keyboard_alone(self, page: Any) -> None:
        with site(PAGES, self.answer) as address:
            page.goto(f"{address}today/")
            page.keyboard.press("Control+k")
            page.keyboard.type("al")
            page.wait_for_selector("#o2")
            assert page.get_attribute("#find-input", "aria-activedescendant") == "o1"
            page.keyboard.press("ArrowDown")
            page.keyboard.press("Enter")
            page.wait_for_url("**/today/?c=2")

    def test_escape_returns_to_the_page(self, page: Any) -> None:
        with site(PAGES, self.answer) as address:
            page.goto(f"{address}today/")
            page.keyboard.press("Control+k")
            assert page.is_visible("#find-input")
            page.keyboard.press("Escape")
            assert not page.is_visible("#find-input")


class TestSending:
    def test_goes_to_the_errors_and_keeps_the_words(self, page: Any) -> None:
        refused = page_with(SUMMARY + FORM.replace("></textarea>", ">Too</textarea>"))
        with site({"write": page_with(FORM)}, lambda *_: ("422 Unprocessable", "", refused)) as at:
            sending(page, at)
            page.wait_for_selector(".error-summary:focus")
            page.click(".error-summary a")
            assert page.evaluate("document.activeElement.id") == "words"
            assert page.input_value("#words") == "Too"

    def test_follows_to_the_next_page(self, page: Any) -> None:
        done = {"write": page_with(FORM), "done": page_with("<h1>Done</h1>")}
        with site(done, lambda *_: ("303 See Other", "/done/", "")) as at:
            sending(page, at)
            page.wait_for_selector("text=Done")
            assert page.url.endswith("/done/")

    @pytest.mark.parametrize(
        "status, place, said",
        [
            ("500 Oops", "", "Nothing was half-done."),
            ("409 Conflict", "", "Nothing was half-done."),
            ("302 Found", "/account/sign-in/", "You were signed out while you wrote."),
        ],
    )
    def test_keeps_the_words_when_it_cannot_be_done(
        self, page: Any, status: str, place: str, said: str
    ) -> None:
        answers = {
            "write": page_with(FORM),
            "account/sign-in": page_with("<h1>Sign in</h1><form></form>"),
        }
        body = page_with('<div class="card"><p>Nothing was half-done.</p></div>')
        with site(answers, lambda *_: (status, place, body)) as at:
            sending(page, at)
            page.wait_for_selector("[data-said]:focus")
            assert said in page.inner_text("[data-said]")
            assert page.input_value("#words") == "Took part today."

    def test_keeps_the_words_when_the_connection_is_lost(self, page: Any) -> None:
        with site({"write": page_with(FORM)}) as at:
            page.route("**/send/", lambda route: route.abort())
            sending(page, at)
            page.wait_for_selector("[data-said]:focus")
            assert page.input_value("#words") == "Took part today."

    def test_works_without_scripts(self, browser: Any) -> None:
        context = browser.new_context(java_script_enabled=False)
        page = context.new_page()
        done = {"write": page_with(FORM), "done": page_with("<h1>Done</h1>")}
        with site(done, lambda *_: ("303 See Other", "/done/", "")) as at:
            sending(page, at)
            assert page.inner_text("h1") == "Done"
        context.close()


class TestSmallThings:
    def test_theme_is_kept_in_a_cookie(self, page: Any) -> None:
        with site(PAGES) as address:
            page.goto(f"{address}today/")
            page.click("[data-theme-choice=dark] >> visible=true")
            assert page.get_attribute("html", "data-theme") == "dark"
            assert "theme=dark" in page.evaluate("document.cookie")
            page.click("[data-theme-choice=auto] >> visible=true")
            assert page.get_attribute("html", "data-theme") is None
            assert "theme" not in page.evaluate("document.cookie")

    def test_esc_esc_leaves_at_once(self, page: Any) -> None:
        page.route("https://www.weather.gov/**", lambda route: route.fulfill(body="Weather"))
        with site(PAGES) as address:
            page.goto(f"{address}phone/")
            page.keyboard.press("Escape")
            page.keyboard.press("Escape")
            page.wait_for_url("https://www.weather.gov/")

    def test_a_menu_opens_on_a_phone_without_scripts(self, browser: Any) -> None:
        context = browser.new_context(
            java_script_enabled=False, viewport={"width": 390, "height": 800}
        )
        page = context.new_page()
        with site(PAGES) as address:
            page.goto(f"{address}today/")
            page.click("summary:has-text('Menu')")
            assert page.is_visible("nav[aria-label='Menu'] >> text=Admissions")
        context.close()

    def test_a_printed_record_says_whose_it_is_on_every_sheet(self, page: Any) -> None:
        from io import BytesIO

        from pypdf import PdfReader

        with site(PAGES) as address:
            page.goto(f"{address}chart/")
            sheets = PdfReader(BytesIO(page.pdf(format="Letter"))).pages
        assert len(sheets) > 1
        assert all("HW-01187" in sheet.extract_text() for sheet in sheets)
        assert "Find a client" not in sheets[0].extract_text()

    def test_a_number_to_call_stays_on_paper_where_other_controls_go(self, page: Any) -> None:
        """A safety plan without its numbers is no safety plan, though they look like buttons."""
        with site(PAGES) as address:
            page.goto(f"{address}phone/")
            page.evaluate(
                """() => document.querySelector("main").insertAdjacentHTML("beforeend",
                  '<div class="row__act"><a class="button" id="call" href="tel:988">988</a></div>'
                  + '<div class="row__act"><a class="button" id="go" href="/">Open</a></div>')"""
            )
            assert page.is_visible("#call") and page.is_visible("#go")
            page.emulate_media(media="print")
            assert page.is_visible("#call") and not page.is_visible("#go")
            page.emulate_media(media="screen")
