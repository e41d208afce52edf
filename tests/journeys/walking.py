"""One person at one browser: signs in, opens pages, fills forms by their labels."""

import hashlib
import os
import re
import tempfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from axe_playwright_python.base import AXE_SCRIPT

from tests.look.showing import OF_ALL, OF_COLOUR, VIOLATIONS

PASSWORD = "homeward-demo-only"
SOME_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}")
OWN_LABEL = "ancestor-or-self::*[self::label or not(ancestor::label)][1]"
# The words of all text nodes with a space between them, so that a term and its fact stay two.
# Twice at rest, a tenth of a second apart: what a script starts next has begun by then.
SETTLED = """() => {
  const busy = document.readyState != "complete" || document.querySelector(
    ".htmx-request, .htmx-swapping, .htmx-settling, form[data-keeping], form[data-sending]");
  const since = (window.restingSince = busy ? 0 : window.restingSince || performance.now());
  return since && performance.now() - since > 100;
}"""
SIDEWAYS = "() => document.documentElement.scrollWidth > innerWidth"
WORDS = """main => {
  const texts = document.createTreeWalker(main, NodeFilter.SHOW_TEXT);
  const found = [];
  while (texts.nextNode()) found.push(texts.currentNode.data);
  return found.join(" ");
}"""


def is_first_to_see(kind: str) -> bool:
    """Whether no journey of this run of the tests, in whichever process, came by here before."""
    run = os.environ.get("PYTEST_XDIST_TESTRUNUID", str(os.getpid()))
    seen = Path(tempfile.gettempdir()) / f"homeward-looked-at-{run}"
    seen.mkdir(exist_ok=True)
    try:
        (seen / hashlib.sha256(kind.encode()).hexdigest()).touch(exist_ok=False)
    except FileExistsError:
        return False
    return True


def _starting(name: str, exact: bool) -> re.Pattern[str]:
    """Names beginning like this: a message's own "Dismiss" may repeat the words of a button."""
    return re.compile(f"^\\s*{re.escape(name)}" + (r"\s*$" if exact else ""))


@dataclass
class Walker:
    """A browser page with the house behind it; gathers what axe finds on the way."""

    page: Any
    address: str
    is_looking: bool = False
    found: list[str] = field(default_factory=list)
    user: str = ""
    again: Any = None
    password: str = PASSWORD
    # A phone is seen at each of these; the last one is where it goes on.
    widths: tuple[int, ...] = ()

    def sign_in(self, user: str) -> None:
        """As somebody else from here on."""
        self.page.context.clear_cookies()
        self.page.goto(f"{self.address}/account/sign-in/")
        self.page.fill("input[name=login]", user)
        self.page.fill("input[name=password]", self.password)
        self.page.keyboard.press("Enter")
        self.page.wait_for_url(re.compile(r"/(desk|me)/"))
        self.user = user
        self.look()

    def visit(self, path: str) -> None:
        """Open a page; it must be there."""
        answer = self.page.goto(path if path.startswith("http") else f"{self.address}{path}")
        assert answer.status < 400, f"{self.user} {path}: {answer.status}"
        self.look()

    def follow(self, name: str, exact: bool = False) -> None:
        """Click a link of the main part."""
        main = self.page.locator("main")
        self._sent_by(main.get_by_role("link", name=_starting(name, exact)).first)

    def press(self, name: str, exact: bool = False) -> None:
        """Press a button of the main part."""
        main = self.page.locator("main")
        self._sent_by(main.get_by_role("button", name=_starting(name, exact)).first)

    def _sent_by(self, control: Any) -> None:
        """Click, wait for the answer, then until the page has taken it in."""
        with self.page.expect_response(
            lambda answer: (
                answer.request.resource_type in ("document", "xhr", "fetch")
                and not answer.request.redirected_from
            )
        ):
            control.click()
        self.settle()
        if self.again is not None:
            self.again.send_again()

    def settle(self) -> None:
        """Wait until htmx and the page are done, then look at it."""
        self.page.wait_for_function(SETTLED)
        self.look()

    def fill(self, **values: str) -> None:
        """Type into fields by their names."""
        for name, value in values.items():
            self.page.fill(f"main [name={name}]", value)

    def choose(self, **values: str) -> None:
        """Take an option by its value: a list, a radio button or a check box."""
        for name, value in values.items():
            control = self.page.locator(f"main [name={name}]").first
            if control.evaluate("node => node.tagName") == "SELECT":
                control.select_option(value)
            else:
                self.tick(self.page.locator(f'main [name={name}][value="{value}"]'))

    def take(self, **labels: str) -> None:
        """Take the option of a list whose words contain these, or that radio button."""
        for name, words in labels.items():
            control = self.page.locator(f"main [name={name}]").first
            if control.evaluate("node => node.tagName") == "SELECT":
                option = control.locator("option").filter(has_text=words).first
                control.select_option(option.get_attribute("value"))
            else:
                self.page.locator(f"main label:has([name={name}])", has_text=words).first.click()

    def tick(self, control: Any) -> None:
        """Take a radio button or check box the way a finger does: by its label."""
        if not control.is_checked():
            control.locator(f"xpath={OWN_LABEL}").click()

    def check(self, *names: str) -> None:
        """Tick single boxes by their names."""
        for name in names:
            self.tick(self.page.locator(f"main [name={name}]"))

    def saved(self) -> None:
        """Leave the field and wait until the page has kept what was typed."""
        self.page.keyboard.press("Tab")
        self.page.wait_for_timeout(1500)
        self.settle()

    def unfold(self) -> None:
        """Open everything that is folded."""
        self.page.evaluate("document.querySelectorAll('main details').forEach(d => d.open = true)")

    def reads(self, *words: str) -> None:
        """The page says all this, folded parts included."""
        text = " ".join(self.page.locator("main").evaluate(WORDS).split())
        for each in words:
            assert each.lower() in text.lower(), f"{self.page.url} lacks {each!r}: {text[:1500]}"

    @property
    def path(self) -> str:
        """Where the browser stands."""
        return self.page.url.removeprefix(self.address)

    def look(self) -> None:
        """Look at each kind of page once in a run of the tests; at a phone's widths always."""
        for width in self.widths:
            self.page.set_viewport_size({"width": width, "height": 780})
            if self.page.evaluate(SIDEWAYS):
                self.found.append(f"{self.path} scrolls sideways at {width}")
        kind = SOME_ID.sub("ID", self.path).partition("?")[0]
        if self.is_looking and is_first_to_see(kind):
            self.look_at(kind)

    def look_at(self, kind: str) -> None:
        """Ask axe about the page that is open, in both themes."""
        self.page.evaluate(AXE_SCRIPT)
        for theme, rules in (("light", OF_ALL), ("dark", OF_COLOUR)):
            self.page.emulate_media(color_scheme=theme)
            faults = self.page.evaluate(VIOLATIONS, rules)
            self.found += [f"{kind} ({theme}): {fault}" for fault in faults]
        self.page.emulate_media(color_scheme="light")
