"""Everything one client is shown, and everything staff read in that client's chart, page by page.

Reads like a person with patience: every link that leads on within the client's own pages or chart
is opened once, also to files, and the words of what came back are kept.
"""

import re
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import unescape
from io import BytesIO
from typing import Any
from urllib.parse import urljoin, urlsplit

from pypdf import PdfReader

MOST = 400
_HREF = re.compile(r'(?:href|hx-get|data-url)="([^"#]+)')
_TAG = re.compile(r"<(script|style)\b.*?</\1>|<[^>]+>", re.DOTALL)
_AVATAR = re.compile(r'class="avatar[^"]*"[^>]*>([^<]*)<')


@dataclass(frozen=True, slots=True)
class Read:
    """One answer: where it stands, its words, and the initials it draws as faces."""

    path: str
    text: str
    faces: tuple[str, ...]
    is_page: bool = False


def read_all(browser: Any, starts: Iterable[str], within: re.Pattern[str]) -> Iterator[Read]:
    """Each page or file reached from the first ones by links that match `within`."""
    waiting, seen = deque(starts), set(starts)
    while waiting and len(seen) < MOST:
        path = waiting.popleft()
        answer = browser.get(path, follow=False)
        if 300 <= answer.status_code < 400:
            _queue([answer["Location"]], path, within, waiting, seen)
            continue
        if answer.status_code >= 400:
            continue
        body = b"".join(answer) if answer.streaming else answer.content
        kind = answer["Content-Type"].partition(";")[0]
        if kind == "application/pdf":
            yield Read(path, words_of_pdf(body), ())
            continue
        page = body.decode("utf-8", "replace")
        if kind != "text/html":
            yield Read(path, page, ())
            continue
        yield Read(path, words_of(page), tuple(_AVATAR.findall(page)), is_page=True)
        _queue(_HREF.findall(page), path, within, waiting, seen)


def words_of(page: str) -> str:
    """What a page says to the eye and to who reads it aloud, attributes that are read included."""
    read = re.findall(r'(?:title|aria-label|alt|value|content)="([^"]*)"', page)
    text = unescape(_TAG.sub(" ", page) + " " + " ".join(read))
    return " ".join(text.split())


def words_of_pdf(body: bytes) -> str:
    """The words of a file, its own description included."""
    file = PdfReader(BytesIO(body))
    said = [page.extract_text() for page in file.pages]
    return " ".join(" ".join([*said, *map(str, (file.metadata or {}).values())]).split())


def _queue(
    links: Iterable[str], at: str, within: re.Pattern[str], waiting: deque[str], seen: set[str]
) -> None:
    for link in links:
        parts = urlsplit(urljoin(at, unescape(link)))
        path = parts.path + (f"?{parts.query}" if parts.query else "")
        if within.match(path) and path not in seen:
            seen.add(path)
            waiting.append(path)
