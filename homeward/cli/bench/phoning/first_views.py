"""How much comes over the line for the first view of a page, and when it can be read."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from statistics import median
from typing import Any

from homeward.cli.bench.phoning.browsing import a_phone, sign_in, slow_down

MOST_BYTES = 150_000
MOST_SECONDS = 2.5
# When the main heading is first laid out and its words can be seen; asked at every frame.
WATCH = """() => {
  const look = () => {
    const heading = document.querySelector("main h1, main h2");
    const box = heading && heading.getBoundingClientRect();
    const shown = box && box.width && box.height && heading.textContent.trim()
      && getComputedStyle(heading).visibility == "visible";
    if (shown && document.body) { window.headingAt = performance.now(); return; }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}"""
# A client's phone has put by what can be read without a network: those bytes count, too.
PUT_BY = "() => !document.querySelector('[data-pocket]:not([data-ready])')"
PAINTED = "() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime"


@dataclass(frozen=True, slots=True)
class View:
    """A page somebody opens first."""

    name: str
    user: str
    path: str


VIEWS = (
    View("today", "client", "/me/"),
    View("check_in", "client", "/me/check-in/"),
    View("plan", "client", "/me/plan/"),
    View("messages", "client", "/me/messages/"),
    View("family", "familymember", "/me/"),
    View("officer", "officer", "/me/"),
    View("public", "", "/"),
)


@dataclass(slots=True)
class Counted:
    """What came over the line, by the browser's own count: compressed, with its headers."""

    sizes: dict[str, float] = field(default_factory=dict)

    def watch(self, session: Any) -> None:
        """Count from now on."""
        session.on("Network.loadingFinished", lambda told: self._finished(told))

    def _finished(self, told: dict[str, Any]) -> None:
        self.sizes[told["requestId"]] = told["encodedDataLength"]


def measure(browser: Any, address: str, views: Iterable[View], times: int) -> list[dict[str, Any]]:
    """Each view so many times with an empty cache; the median of the times, the most bytes."""
    cookies: dict[str, Any] = {}
    told = []
    for view in views:
        if view.user not in cookies:
            cookies[view.user] = sign_in(browser, address, view.user)
        with a_phone(browser, cookies[view.user]) as page:
            page.goto(address + view.path)  # the server has shown it before; this phone has not
        runs = [_once(browser, address + view.path, cookies[view.user]) for _ in range(times)]
        told.append(_summed(view, runs))
    return told


def _once(browser: Any, url: str, cookies: Any) -> dict[str, Any] | None:
    with a_phone(browser, cookies) as page:
        page.add_init_script(f"({WATCH})()")
        session = slow_down(page)
        counted = Counted()
        counted.watch(session)
        answer = page.goto(url, wait_until="load", timeout=60_000)
        if answer is None or answer.status == 404:
            return None
        page.wait_for_function("() => window.headingAt")
        is_put_by = _is_put_by(page)
        page.wait_for_load_state("networkidle")
        painted = page.evaluate(PAINTED) or 0.0
        return {
            "status": answer.status,
            "bytes": round(sum(counted.sizes.values())),
            "requests": len(counted.sizes),
            "put_by": is_put_by,
            "painted": painted / 1000,
            "readable": max(painted, page.evaluate("() => window.headingAt")) / 1000,
        }


def _is_put_by(page: Any) -> bool:
    """Wait for it; False when it did not come within a minute."""
    from playwright.sync_api import TimeoutError as TooLate

    try:
        page.wait_for_function(PUT_BY, timeout=60_000)
    except TooLate:
        return False
    return True


def _summed(view: View, runs: list[dict[str, Any] | None]) -> dict[str, Any]:
    there = [run for run in runs if run is not None]
    if not there:
        return {"name": view.name, "path": view.path, "skipped": "no such page here"}
    readable = median(run["readable"] for run in there)
    most = max(run["bytes"] for run in there)
    return {
        "name": view.name,
        "path": view.path,
        "user": view.user or "visitor",
        "status": there[0]["status"],
        "bytes": most,
        "requests": max(run["requests"] for run in there),
        "first_paint_s": round(median(run["painted"] for run in there), 2),
        "readable_s": round(readable, 2),
        "slowest_s": round(max(run["readable"] for run in there), 2),
        "holds": there[0]["status"] == 200
        and all(run["put_by"] for run in there)
        and most <= MOST_BYTES
        and readable <= MOST_SECONDS,
    }
