"""People at the telephone: each takes one inquiry after the other, on the real screen.

A writer counts an inquiry as kept only when the server's answer says so, and writes that down on
disk before going on. When no answer comes, it sends the very same form again until one does.
"""

import os
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

from homeward.cli.bench.crashing.browser import Browser, Form, Page, Unanswered

PAUSE = 0.2  # seconds before asking again
SIGN_IN = "/account/sign-in/"


class Acknowledged:
    """What the server said it kept, one line each, on disk before anything else happens."""

    def __init__(self, file: Path) -> None:
        self._file, self._lock = open(file, "ab"), threading.Lock()  # noqa: SIM115  (run's length)
        self.count = 0

    def note(self, word: str) -> None:
        """Write one down."""
        with self._lock:
            self._file.write(word.encode() + b"\n")
            self._file.flush()
            os.fsync(self._file.fileno())
            self.count += 1


@dataclass
class Writer:
    """One person; `run` is a thread's work until `stop` is set."""

    name: str
    port: int
    path: str
    account: tuple[str, str]
    kept: Acknowledged
    stop: threading.Event
    sent_again: int = 0
    passing: Counter[int] = field(default_factory=Counter)
    refused: list[str] = field(default_factory=list)
    browser: Browser = field(init=False)

    def __post_init__(self) -> None:
        self.browser = Browser(self.port)

    def sign_in(self) -> None:
        """Once; the session outlives every restart, because it is a row too."""
        form = Form(self._get(SIGN_IN).text, having="login").fields
        user, password = self.account
        page = self.browser.post(SIGN_IN, {**form, "login": user, "password": password})
        if page.status not in (302, 303):
            raise RuntimeError(f"{user} could not sign in (status {page.status})")

    def run(self) -> None:
        """Take inquiries until asked to stop; the last one is finished first."""
        number = 0
        while not self.stop.is_set():
            number += 1
            self._take(f"{self.name}-{number}")

    def _take(self, word: str) -> None:
        page = self._get(self.path)
        fields = Form(page.text, having="caller_name").fields
        if "caller_name" not in fields:
            self.refused.append(f"{word}: no form, status {page.status}")
            return
        fields |= {"caller_name": word, "phone": "555-0100", "may_call_back": "yes"}
        answer = self._post_until_answered(fields)
        if answer.status in (302, 303):
            self.kept.note(word)
        else:
            self.refused.append(f"{word}: status {answer.status}")

    def _get(self, path: str) -> Page:
        while True:
            try:
                page = self.browser.get(path)
            except Unanswered:
                time.sleep(PAUSE)
                continue
            if not self._is_passing(page):
                return page
            time.sleep(PAUSE)

    def _is_passing(self, page: Page) -> bool:
        """Whether a person would simply try again: the server said that something went wrong.

        Django answers 400 when the database goes away just as it saves the session.
        """
        wrong = page.status >= 500 or page.status == 400
        if wrong:
            self.passing[page.status] += 1
        return wrong

    def _post_until_answered(self, fields: dict[str, str]) -> Page:
        while True:
            try:
                page = self.browser.post(self.path, fields)
                if not self._is_passing(page):
                    return page
            except Unanswered:
                pass
            self.sent_again += 1
            time.sleep(PAUSE)
