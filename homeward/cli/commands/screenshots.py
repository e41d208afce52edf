"""`homeward screenshots`: pictures of a running demo, for the README and for looking at pages.

Needs the test packages and a Chromium (HOMEWARD_CHROMIUM, chromium or google-chrome). Everybody
in the pictures is made up: the command refuses an address that is not a demo.
"""

import os
import re
import shutil
import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from homeward.config.launch.home import CHECKOUT
from homeward.kernel.bad_input import BadInput

SWITCHES = ("--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run")
PASSWORD = "homeward-demo-only"
README = (
    ("today", "counselor", "/desk/today/", 1280),
    ("chart", "counselor", "client:Romero", 1280),
    ("week", "supervisor", "/desk/week/", 1280),
    ("phone", "client", "/me/", 390),
)


def screenshots_arguments(parser: ArgumentParser) -> None:
    """Options of the command."""
    parser.add_argument("--address", default="http://127.0.0.1:8000", help="the running demo")
    parser.add_argument("--to", default=str(CHECKOUT / "docs" / "screenshots"), help="a folder")
    parser.add_argument("--page", action="append", default=[], metavar="USER:PATH:WIDTH[:dark]")
    parser.add_argument("--height", type=int, default=900)


def screenshots(document: None, *, arguments: Namespace) -> tuple[Any, int]:
    """Take the README's pictures, or those of `--page`; answers with the files."""
    folder = Path(arguments.to)
    folder.mkdir(parents=True, exist_ok=True)
    files = [str(file) for file in _taken(arguments, folder)]
    return {"files": files}, 0


def _taken(arguments: Namespace, folder: Path) -> Iterator[Path]:
    from playwright.sync_api import sync_playwright

    wanted = [_asked(page) for page in arguments.page] or [(*page, "light") for page in README]
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=_chromium(), args=list(SWITCHES))
        for name, user, path, width, theme in wanted:
            context = browser.new_context(
                viewport={"width": width, "height": arguments.height},
                color_scheme=theme,
                locale="en-US",
            )
            page = context.new_page()
            _sign_in(page, arguments.address, user)
            page.goto(arguments.address + _resolved(page, arguments.address, path))
            page.wait_for_load_state("networkidle")
            file = folder / f"{name}.png"
            page.screenshot(path=file, full_page=bool(arguments.page))
            print(f"{file.name}: {page.url}", file=sys.stderr)
            context.close()
            yield file
        browser.close()


def _asked(text: str) -> tuple[str, str, str, int, str]:
    parts = text.split(":")
    theme = parts.pop() if parts[-1] in ("dark", "light") else "light"
    if len(parts) < 3 or not parts[-1].isdigit():
        raise BadInput("--page", "write USER:PATH:WIDTH or USER:PATH:WIDTH:dark")
    user, width = parts[0], int(parts[-1])
    path = ":".join(parts[1:-1])
    name = re.sub(r"[^a-z0-9]+", "-", f"{user}{path}-{width}-{theme}".lower()).strip("-")
    return name, user, path, width, theme


def _sign_in(page: Any, address: str, user: str) -> None:
    if not user:
        return
    page.goto(f"{address}/account/sign-in/")
    if "homeward-demo-only" not in page.content():
        raise BadInput("--address", "pictures are only taken of a demo")
    page.fill("input[name=login]", user)
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(r"/(desk|me)/"))


def _resolved(page: Any, address: str, path: str) -> str:
    """`client:Name` becomes the address of that client's record."""
    if not path.startswith("client:"):
        return path
    name, _, rest = path.removeprefix("client:").partition("/")
    page.goto(f"{address}/desk/clients/find/?q={name}")
    link = page.locator("main a.row__name").first
    return f"{link.get_attribute('href')}{rest}"


def _chromium() -> str:
    names = ("chromium", "chromium-browser", "google-chrome")
    chosen = os.environ.get("HOMEWARD_CHROMIUM") or next(filter(None, map(shutil.which, names)), "")
    if not chosen:
        raise BadInput("HOMEWARD_CHROMIUM", "install a Chromium or name one here")
    return chosen
