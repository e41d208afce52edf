"""Reading without scripts: every page that links lead to."""

import re
from typing import Any
from urllib.parse import urldefrag, urljoin

from homeward.cli.bench.phoning.browsing import a_phone, sign_in

MOST_PAGES = 150
SOME_ID = re.compile(r"[0-9a-f]{8}-[0-9a-f-]{27}|\d{4}-\d{2}-\d{2}")
# Leaves the pages: a file for the calendar, the way out, and signing in anew.
NOT_READ = re.compile(r"\.(ics|json|pdf)$|/account/|/language/|/desk/|/copy/.")


def read_everything(browser: Any, address: str, user: str, home: str) -> dict[str, Any]:
    """Follow every link from `home` with scripts off, one page of each kind."""
    cookies = sign_in(browser, address, user)
    waiting, faults = [address + home], []
    kinds: set[str] = set()
    with a_phone(browser, cookies, scripts=False) as page:
        while waiting and len(kinds) < MOST_PAGES:
            url = waiting.pop(0)
            kind = SOME_ID.sub("ID", url.removeprefix(address)).partition("?")[0]
            if kind in kinds:
                continue
            kinds.add(kind)
            answer = page.goto(url)
            words = page.locator("main").inner_text().strip() if answer.ok else ""
            if not answer.ok or page.locator("main h1").count() != 1 or len(words) < 20:
                faults.append({"page": kind, "status": answer.status})
                continue
            waiting += _links(page, address, home)
    return {"user": user or "visitor", "pages": len(kinds), "faults": faults}


def _links(page: Any, address: str, home: str) -> list[str]:
    found = page.locator("a[href]").evaluate_all("links => links.map(a => a.getAttribute('href'))")
    urls = [urldefrag(urljoin(page.url, each))[0] for each in found]
    return [
        url
        for url in dict.fromkeys(urls)
        if url.startswith(address + home) and not NOT_READ.search(url.partition("?")[0])
    ]
