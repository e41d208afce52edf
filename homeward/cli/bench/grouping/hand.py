"""A hand at the keyboard: counts what it presses, and keeps typing apart from everything else."""

import time
from typing import Any

# How long each keeping took, from the moment it left until its answer stood on the page.
LISTEN = """
window.keepings = [];
const begun = new WeakMap();
document.addEventListener("htmx:beforeRequest", (event) => {
  const form = event.detail.requestConfig?.elt;
  if (form?.matches?.("[data-draft]")) begun.set(event.detail.xhr, performance.now());
});
document.addEventListener("htmx:afterRequest", (event) => {
  const at = begun.get(event.detail.xhr);
  if (at !== undefined && event.detail.successful) {
    requestAnimationFrame(() => window.keepings.push(performance.now() - at));
  }
});
"""
PATIENCE = 20.0  # seconds


class Hand:
    """One person at one page."""

    def __init__(self, page: Any) -> None:
        self.page = page
        self.pressed: dict[str, int] = {}
        self.typing_seconds = 0.0
        self.characters = 0
        self.keepings: list[float] = []

    @property
    def interactions(self) -> int:
        """Keys pressed beyond the text itself; a chord is one."""
        return sum(self.pressed.values())

    def press(self, key: str, what: str) -> None:
        """One key or chord, for a named purpose."""
        self.pressed[what] = self.pressed.get(what, 0) + 1
        self.page.keyboard.press(key)

    def type(self, text: str) -> None:
        """The text that is given; its time is the writer's, not the machine's."""
        began = time.monotonic()
        self.page.keyboard.type(text)
        self.typing_seconds += time.monotonic() - began
        self.characters += len(text)

    def wait_for(self, script: str, argument: Any = None) -> None:
        """Until something is true on the page, which keeps its policy against evaluated scripts."""
        late = time.monotonic() + PATIENCE
        while not self.page.evaluate(script, argument):
            if time.monotonic() > late:
                raise TimeoutError(script)
            time.sleep(0.01)

    def gather(self) -> None:
        """Take the times of the keepings so far along before the page is left."""
        self.keepings += self.page.evaluate("window.keepings.splice(0)")
