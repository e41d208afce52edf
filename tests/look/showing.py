"""Gathered pages in a real browser: a small site that serves them, and what is looked for."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from axe_playwright_python.base import AXE_SCRIPT
from django.contrib.staticfiles import finders

from tests.look.gathering import Page

TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
# What a colour scheme can change; everything else is the same page as in light.
OF_COLOUR = {
    "resultTypes": ["violations"],
    "runOnly": {"type": "rule", "values": ["color-contrast", "link-in-text-block"]},
}
# The door goes back to its keys by itself: what it said to one person is not for the next.
OF_ALL = {"resultTypes": ["violations"], "rules": {"meta-refresh": {"enabled": False}}}
# The same page in other words has the same colours.
OF_WORDS = OF_ALL | {
    "rules": OF_ALL["rules"] | {rule: {"enabled": False} for rule in OF_COLOUR["runOnly"]["values"]}
}
AXE_TAG = b'<script src="/axe.js"></script></head>'
VIOLATIONS = """async (options) => (await axe.run(document, options)).violations
  .map(each => each.id + " at " + each.nodes[0].target.join(" ") + ": "
    + each.nodes[0].html.slice(0, 140))"""
_SIDEWAYS = """() => {
  const room = document.documentElement;
  if (room.scrollWidth <= innerWidth) return [];
  const wide = [...document.querySelectorAll("body *")].filter(each => {
    for (let at = each.parentElement; at; at = at.parentElement)
      if (getComputedStyle(at).overflowX !== "visible" && at !== document.body) return false;
    return each.getBoundingClientRect().right > innerWidth + 1;
  });
  const last = wide.at(-1);
  return [`scrolls sideways at ${innerWidth} px (${room.scrollWidth}): `
    + (last ? last.outerHTML.slice(0, 140) : "")];
}"""


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing; a test that fails says enough."""


@contextmanager
def site(pages: tuple[Page, ...]) -> Iterator[str]:
    """Serve each page by its number with axe in it, and files that the browser may keep."""

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        path = environ["PATH_INFO"]
        if path.startswith("/static/"):
            file = Path(str(finders.find(path.removeprefix("/static/"))))
            kind = TYPES.get(file.suffix, "application/octet-stream")
            start("200 OK", [("Content-Type", kind), ("Cache-Control", "max-age=600")])
            return [file.read_bytes()]
        if path == "/axe.js":
            start("200 OK", [("Content-Type", "text/javascript"), ("Cache-Control", "max-age=600")])
            return [AXE_SCRIPT.encode()]
        if path.startswith("/page/"):
            start("200 OK", [("Content-Type", "text/html; charset=utf-8")])
            return [pages[int(path.removeprefix("/page/"))].body.replace(b"</head>", AXE_TAG, 1)]
        start("404 Not Found", [("Content-Type", "text/plain")])
        return [b""]

    with make_server("127.0.0.1", 0, application, WSGIServer, _Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def faults(tab: Any, address: str, is_other_words: bool = False) -> list[str]:
    """What is wrong with the page at an address: in light, in dark, and on the narrowest phone.

    A page that was seen in another language is looked at for its words: not for its colours again.
    """
    tab.set_viewport_size({"width": 1280, "height": 800})
    tab.emulate_media(color_scheme="light")
    tab.goto(address)
    rules = OF_WORDS if is_other_words else OF_ALL
    found = [f"light: {each}" for each in tab.evaluate(VIOLATIONS, rules)]
    if not is_other_words:
        tab.emulate_media(color_scheme="dark")
        found += [f"dark: {each}" for each in tab.evaluate(VIOLATIONS, OF_COLOUR)]
    tab.set_viewport_size({"width": 320, "height": 800})
    return [*found, *tab.evaluate(_SIDEWAYS)]


# On the phones of clients and families besides: a reader may need bigger words, fewer colours, no
# motion, or no eyes at all.
CONTROLS = frozenset(
    {
        "button", "link", "textbox", "searchbox", "checkbox", "radio", "combobox", "listbox",
        "spinbutton", "slider", "switch", "tab", "menuitem", "heading",
    }
)  # fmt: skip
_MOVES = """() => [...document.querySelectorAll("*")].filter(each => {
  const look = getComputedStyle(each);
  return [look.transitionDuration, look.animationDuration].join().split(",")
    .some(time => parseFloat(time) > 0.05);
}).slice(0, 1).map(each => "moves though asked not to: " + each.outerHTML.slice(0, 140))"""
_UNSEEN = """() => [...document.querySelectorAll("button, a.button, input, select, textarea")]
  .filter(each => each.checkVisibility({ visibilityProperty: true, opacityProperty: true })
    && each.getBoundingClientRect().width > 2)
  .filter(each => {
    const look = getComputedStyle(each);
    const isBoxed = ["Top", "Bottom"].some(side => parseFloat(look[`border${side}Width`]) > 0
      && look[`border${side}Style`] !== "none");
    const isNative = ["checkbox", "radio", "file"].includes(each.type);
    return !isBoxed && !isNative && look.textDecorationLine === "none";
  }).map(each => "no edge in forced colours: " + each.outerHTML.slice(0, 140))"""
_COVERED = """() => {
  const bars = [...document.querySelectorAll("body *")].filter(each =>
    ["fixed", "sticky"].includes(getComputedStyle(each).position));
  const high = bars.reduce((sum, each) => sum + each.getBoundingClientRect().height, 0);
  return high > innerHeight / 2 ? [`at 400% zoom bars take ${high} of ${innerHeight} px`] : [];
}"""


def phone_faults(tab: Any, tools: Any) -> list[str]:
    """What is wrong for those readers with the page that is open.

    At 400% zoom, with words twice as big, in forced colours, with reduced motion, and in the tree
    that a screen reader walks.
    """
    tab.emulate_media(color_scheme="light", reduced_motion="reduce")
    tab.set_viewport_size({"width": 320, "height": 256})
    found = [*tab.evaluate(_SIDEWAYS), *tab.evaluate(_COVERED), *tab.evaluate(_MOVES)]
    tab.set_viewport_size({"width": 390, "height": 844})
    tab.evaluate("() => { document.documentElement.style.fontSize = '200%'; }")
    found += [f"words twice as big: {each}" for each in tab.evaluate(_SIDEWAYS)]
    tab.evaluate("() => { document.documentElement.style.fontSize = ''; }")
    tab.emulate_media(forced_colors="active")
    found += tab.evaluate(_UNSEEN)
    tab.emulate_media(forced_colors="none", reduced_motion="no-preference")
    for node in tools.send("Accessibility.getFullAXTree")["nodes"]:
        role = node.get("role", {}).get("value", "")
        if role in CONTROLS and not node.get("ignored") and not _name_of(node):
            found.append(f"a {role} without a name")
    return found


def _name_of(node: dict[str, Any]) -> str:
    return str(node.get("name", {}).get("value", "")).strip()
