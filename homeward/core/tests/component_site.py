"""A small site in a thread: specimen pages, static files, and forms that answer as told."""

import os
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, WSGIServer, make_server

from django.contrib.staticfiles import finders

CHROMIUM = os.environ.get("HOMEWARD_CHROMIUM") or shutil.which("chromium") or ""
SWITCHES = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
TYPES = {".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src *"

Answer = Callable[[str, str], tuple[str, str, str]]
"""From method and path to a status line, a location (or nothing) and a page."""


class _Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing; a test that fails says enough."""


@contextmanager
def site(pages: dict[str, str], answer: Answer | None = None) -> Iterator[str]:
    """Serve pages under the policy of the house; the address of the site."""

    def application(environ: dict[str, Any], start: Callable[..., Any]) -> list[bytes]:
        path, method = environ["PATH_INFO"], environ["REQUEST_METHOD"]
        kind, place, body = "text/html; charset=utf-8", "", b""
        if path.startswith("/static/"):
            file = Path(str(finders.find(path.removeprefix("/static/"))))
            status, kind, body = "200 OK", TYPES[file.suffix], file.read_bytes()
        elif method == "GET" and path.strip("/") in pages:
            status, body = "200 OK", pages[path.strip("/")].encode()
        elif answer:
            status, place, page = answer(method, path)
            body = page.encode()
        else:
            status = "404 Not Found"
        headers = [("Content-Type", kind), ("Content-Security-Policy", POLICY)]
        start(status, [*headers, ("Location", place)] if place else headers)
        return [body]

    with make_server("127.0.0.1", 0, application, WSGIServer, _Quiet) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@contextmanager
def chromium() -> Iterator[Any]:
    """A browser for the tests of one file."""
    from playwright.sync_api import sync_playwright

    with sync_playwright() as play:
        found = play.chromium.launch(executable_path=CHROMIUM, args=SWITCHES)
        yield found
        found.close()
