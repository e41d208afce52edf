"""Doing the tasks by really touching the screen, and counting."""

import re
import time
from collections.abc import Iterable
from typing import Any

from homeward.cli.bench.phoning.browsing import PASSWORD as KNOWN
from homeward.cli.bench.phoning.browsing import a_phone, sign_in
from homeward.cli.bench.phoning.tasks import (
    ANSWERS,
    BUTTON,
    FOLD,
    LABEL,
    LINK,
    MAYBE,
    NAME,
    PASSWORD,
    Tap,
    Task,
)

MOST_TAPS = 3
PATIENCE_MS = 30_000
HOME = "/me/"


def tap_through(
    browser: Any, address: str, tasks: Iterable[Task], user: str = "client"
) -> list[dict[str, Any]]:
    """Each task from Today, one after the other; what could not be done says why."""
    cookies = sign_in(browser, address, user)
    typed = {NAME: _full_name(browser, address, user), PASSWORD: KNOWN}
    return [_done(browser, address, task, cookies, typed) for task in tasks]


def _full_name(browser: Any, address: str, user: str) -> str:
    """The name a person of the demo signs with, as the sign-in page tells it."""
    with a_phone(browser) as page:
        page.goto(f"{address}/account/sign-in/")
        named = page.locator("code", has_text=re.compile(f"^{user}$"))
        row = page.locator("tr", has=named).first
        return str(row.locator("td").inner_text()).partition(",")[0].strip()


def _done(
    browser: Any, address: str, task: Task, cookies: Any, typed: dict[str, str]
) -> dict[str, Any]:
    with a_phone(browser, cookies, scripts=task.scripts) as page:
        page.set_default_timeout(PATIENCE_MS)
        answer = page.goto(address + task.page)
        if answer.status == 404:
            return {"name": task.name, "skipped": f"no page {task.page} here"}
        page.goto(address + HOME)
        today = _words(page)
        if task.on_today and not re.search(task.on_today, today, re.I):
            return {"name": task.name, "skipped": "Today has nothing of it in this demo now"}
        if task.known and re.search(task.known, today, re.I):
            return {"name": task.name, "taps": 0, "said": True, "holds": True}
        taps = 0
        try:
            for tap in task.before:
                if page.locator("main").get_by_role(BUTTON, name=tap.words).count():
                    _touch(page, tap)
            for tap in task.taps:
                _write(page, tap, typed)
                taps += _touch(page, tap)
            page.wait_for_url(re.compile(re.escape(address) + task.path))
            page.wait_for_load_state("networkidle")
            said = _comes(page, task.see)
        except Exception as problem:  # whatever went wrong is the finding
            return {
                "name": task.name,
                "taps": taps,
                "holds": False,
                "stopped_at": page.url.removeprefix(address),
                "why": str(problem).splitlines()[0][:200],
            }
    told = {"name": task.name, "taps": taps, "said": said, "holds": taps <= MOST_TAPS and said}
    return told if task.scripts else {**told, "without_scripts": True}


def _comes(page: Any, words: str) -> bool:
    """Whether the screen says it in the end; the answer to a form may be on its way."""
    until = time.monotonic() + PATIENCE_MS / 1000
    while not re.search(words, _words(page), re.I):
        if time.monotonic() > until:
            return False
        page.wait_for_timeout(100)
    return True


def _write(page: Any, tap: Tap, typed: dict[str, str]) -> None:
    """Fill what this tap needs, as far as the page asks for it."""
    for name, words in tap.written:
        field = page.locator(f"main [name={name}]")
        if field.count():
            field.first.fill(typed.get(words, words))


def _words(page: Any) -> str:
    return " ".join(page.locator("main").inner_text().split())


def _touch(page: Any, tap: Tap) -> int:
    """Touch it, and how often that was."""
    if tap.kind == ANSWERS:
        groups = page.locator("main fieldset:has(input[type=radio])")
        for place in range(groups.count()):
            groups.nth(place).locator("label").first.tap()
        return int(groups.count())
    if tap.kind == MAYBE and not page.locator(tap.within).count():
        return 0
    within = page.locator(tap.within).first
    starting = re.compile(rf"^\s*({tap.words})", re.I)
    if tap.kind in (LABEL, FOLD):
        tag = "label" if tap.kind == LABEL else "summary"
        within.locator(tag, has_text=starting).first.tap()
    else:
        role = LINK if tap.kind == MAYBE else tap.kind
        # The next page must be there before anything is written on it.
        with page.expect_navigation(wait_until="load"):
            within.get_by_role(role, name=starting).first.tap()
    return 1
