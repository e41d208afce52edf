"""A person without a mouse: every control is reached with Tab, and every key is counted."""

import re
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from tests.journeys.walking import PASSWORD, SOME_ID, Walker, _starting

FARTHEST = 260
NARROW = {"width": 320, "height": 720}
WIDE = {"width": 1280, "height": 900}
SIDEWAYS = """() => {
  const wide = document.documentElement;
  return wide.scrollWidth - wide.clientWidth;
}"""
# Where the cursor is, seen from the wanted control: on it, before it or after it in the page.
SEEN = """node => {
  const at = document.activeElement;
  const mine = node.type === "radio"
    ? at?.type === "radio" && at.name === node.name && at.form === node.form
    : at === node;
  if (mine) return "there";
  if (!at || at === document.body) return "nowhere";
  return at.compareDocumentPosition(node) & Node.DOCUMENT_POSITION_PRECEDING ? "behind" : "ahead";
}"""
FOLD = """node => {
  const closed = node.closest("details:not([open])");
  if (!closed || closed.querySelector(":scope > summary")?.contains(node)) return null;
  let outer = closed;
  for (let up = closed.parentElement; up; up = up.parentElement)
    if (up.matches("details:not([open])")) outer = up;
  return outer.querySelector(":scope > summary");
}"""
PLACE_IN_LIST = """(node, value) => {
  const all = node.tagName === "SELECT"
    ? [...node.options].filter((each) => !each.disabled).map((each) => [each.value, each.selected])
    : [...node.form.querySelectorAll(`input[name="${node.name}"]`)]
        .filter((each) => !each.disabled).map((each) => [each.value, each.checked, each]);
  const wanted = all.findIndex((each) => each[0] === value);
  const chosen = all.findIndex((each) => each[1]);
  const at = all.findIndex((each) => each[2] === document.activeElement);
  return [wanted, chosen, at];
}"""
SENT_TO = """node => {
  const form = node.form;
  if (!form) return null;
  const own = node.getAttribute("formaction") || form.getAttribute("action");
  return form.getAttribute("hx-post") && !own ? form.getAttribute("hx-post") : own || location.href;
}"""


@dataclass
class Keyboard(Walker):
    """Walks as `Walker` does, by keys alone; counts them, and the addresses typed by hand."""

    keys: int = 0
    addresses: list[str] = field(default_factory=list)
    steps: list[tuple[str, int]] = field(default_factory=list)

    # -- keys -----------------------------------------------------------------------------------

    def key(self, name: str, times: int = 1) -> None:
        """One key, or one combination, so many times."""
        for _time in range(times):
            self.page.keyboard.press(name)
        self.keys += times

    def write(self, words: str) -> None:
        """Type into whatever has the cursor."""
        self.page.keyboard.type(words)
        self.keys += len(words)

    def reach(self, control: Any) -> None:
        """Bring the cursor to a control, unfolding what it is folded into."""
        control.wait_for(state="attached")
        node = control.element_handle()
        summary = node.evaluate_handle(FOLD).as_element()
        if summary is not None:
            self._tab_to(summary)
            self.key("Enter")
        self._tab_to(node)

    def _tab_to(self, node: Any) -> None:
        if node.evaluate(SEEN) == "nowhere" and node.evaluate("node => !!node.closest('main')"):
            self.key("Tab")
            self.key("Enter")  # the link that skips to the main part
        for _step in range(FARTHEST):
            seen = node.evaluate(SEEN)
            if seen == "there":
                return
            self.key("Shift+Tab" if seen == "behind" else "Tab")
        raise AssertionError(
            f"{self.page.url}: no way by Tab to {node.evaluate('n => n.outerHTML')}"
        )

    # -- the same words as `Walker` -------------------------------------------------------------

    def sign_in(self, user: str) -> None:
        """As somebody else from here on: their own browser, the sign-in page, two fields."""
        self.page.context.clear_cookies()
        self.page.goto(f"{self.address}/account/sign-in/")
        self.reach(self.page.locator("input[name=login]"))
        self.write(user)
        self.reach(self.page.locator("input[name=password]"))
        self.write(PASSWORD)
        self.key("Enter")
        self.page.wait_for_url(re.compile(r"/(desk|me)/"))
        self.user = user
        self.look()

    def visit(self, path: str) -> None:
        """Type an address: what no link leads to is remembered."""
        self.addresses.append(SOME_ID.sub("ID", path))
        self.keys += len(path) + 2
        super().visit(path)

    def go(self, place: str) -> None:
        """By a link of the navigation."""
        links = self.page.get_by_role("navigation").get_by_role(
            "link", name=_starting(place, False)
        )
        self._enter(links.locator("visible=true").first)

    def fill(self, **values: str) -> None:
        """Type into fields by their names; dates and times as their own parts."""
        for name, value in values.items():
            control = self.page.locator(f"main [name={name}]").first
            self.reach(control)
            kind = control.evaluate("node => node.type")
            if kind in ("date", "datetime-local", "time"):
                self._write_time(kind, value)
            else:
                if control.input_value():
                    self.key("Control+A")
                self.write(value)
            assert control.input_value() == value, (name, control.input_value(), value)

    def _write_time(self, kind: str, value: str) -> None:
        """As an American keyboard enters it: month, day, year; hour, minute, half of the day."""
        day, _t, time = value.partition("T") if kind != "time" else ("", "", value)
        if day:
            year, month, date = day.split("-")
            self.write(f"{month}{date}{year}")
        if time:
            if day:
                self.key("ArrowRight")
            hour, minute = (int(part) for part in time.split(":")[:2])
            self.write(f"{hour % 12 or 12:02}{minute:02}{'P' if hour >= 12 else 'A'}")

    def choose(self, **values: str) -> None:
        """Take an option by its value."""
        for name, value in values.items():
            control = self.page.locator(f"main [name={name}]").first
            if control.evaluate("node => node.type") == "checkbox":
                self.tick(self.page.locator(f'main [name={name}][value="{value}"]'))
            else:
                self._pick(control, value)

    def take(self, **labels: str) -> None:
        """Take the option whose words contain these."""
        for name, words in labels.items():
            control = self.page.locator(f"main [name={name}]").first
            if control.evaluate("node => node.tagName") == "SELECT":
                found = control.locator("option").filter(has_text=words).first
                value = found.get_attribute("value")
            else:
                label = self.page.locator(f"main label:has([name={name}])", has_text=words).first
                value = label.locator(f"[name={name}]").get_attribute("value")
            self._pick(control, value)

    def pick_nth(self, name: str, position: int) -> None:
        """Take an answer by its place in the row."""
        group = self.page.locator(f"main [name={name}]")
        self._pick(group.first, group.nth(position).get_attribute("value"))

    def _pick(self, control: Any, value: str) -> None:
        """Arrows in a list or in a row of choices; a digit where the page takes digits."""
        self.reach(control)
        wanted, chosen, at = control.evaluate(PLACE_IN_LIST, value)
        assert wanted >= 0, (control.evaluate("node => node.name"), value)
        if wanted == chosen:
            return
        if control.evaluate("node => node.tagName") != "SELECT":
            box = self.page.locator(f'main [name={control.get_attribute("name")}][value="{value}"]')
            if digit := box.get_attribute("data-key"):
                self.key(digit)
                return
            if control.evaluate("node => !!node.closest('form[data-call]')"):
                self.key(str(wanted + 1))
                return
            if at == wanted:
                self.key("Space")
                return
            chosen = at
        self.key("ArrowDown" if wanted > chosen else "ArrowUp", abs(wanted - chosen))
        after = control.evaluate(PLACE_IN_LIST, value)
        assert after[1] == wanted, (control.evaluate("node => node.name"), value, after)

    def tick(self, control: Any) -> None:
        """A box with the space bar; one of a row of choices with the arrows."""
        if control.is_checked():
            return
        self.reach(control)
        if control.evaluate("node => node.type") == "radio":
            self._pick(control, control.get_attribute("value"))
        else:
            self.key("Space")
        assert control.is_checked()

    def _sent_by(self, control: Any) -> None:
        self._enter(control)

    def _enter(self, control: Any) -> None:
        """Enter on a link or button; wait for its own answer, then for the page."""
        self.reach(control)
        self._send("Enter", control.evaluate(SENT_TO))

    def keep(self, form: str) -> None:
        """Ctrl and Enter, from wherever the cursor is in a call."""
        node = self.page.locator(form)
        self._send(
            "Control+Enter", node.evaluate("node => node.getAttribute('hx-post') || node.action")
        )

    def _send(self, key: str, target: str | None) -> None:
        path = urlsplit(target).path if target else None
        with self.page.expect_response(
            lambda answer: (
                answer.request.resource_type in ("document", "xhr", "fetch")
                and not answer.request.redirected_from
                and (path is None or urlsplit(answer.url).path == path)
            )
        ):
            self.key(key)
        self.settle()

    def unfold(self) -> None:
        """Nothing: what is folded is opened on the way to it."""

    def counted(self, step: str) -> None:
        """Note how many keys there were since the last step."""
        self.steps.append((step, self.keys - sum(keys for _step, keys in self.steps)))

    @property
    def path(self) -> str:
        """Where the browser stands, without the part of the page."""
        return super().path.partition("#")[0]

    def look_at(self, kind: str) -> None:
        """Axe in both themes, and the width of a small phone."""
        super().look_at(kind)
        self.page.set_viewport_size(NARROW)
        if over := self.page.evaluate(SIDEWAYS):
            self.found.append(f"{kind}: {over} px beyond 320")
        self.page.set_viewport_size(WIDE)
