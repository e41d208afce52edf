"""The pages of a client read in front of the wall and behind it: they must say the same."""

import re
from contextlib import contextmanager
from typing import Any
from unittest import mock

from django.test import Client as Browser

from homeward.core import behind_the_wall

FIRST = "/me/"
LINK = re.compile(r'href="(/me/[^"#?]*)"')
# What differs in every answer: keys of forms, nonces.
KEYS = re.compile(r'(name="(?:csrfmiddlewaretoken|form_key)" value=")[^"]+|(nonce=")[^"]+')
LEFT_OUT = ("/me/calendar/",)  # a feed's address is made anew


@contextmanager
def in_front() -> Any:
    """Every page over the app's own login, as if there were no wall."""
    with mock.patch.object(behind_the_wall, "is_behind", return_value=False):
        yield


def addresses_of(browser: Browser, most: int) -> list[str]:
    """Addresses a client reaches by following links from the first page, without the wall."""
    found, waiting = [], [FIRST]
    with in_front():
        while waiting and len(found) < most:
            address = waiting.pop(0)
            if address in found or address.startswith(LEFT_OUT):
                continue
            answer = browser.get(address)
            if answer.status_code != 200:
                continue
            found.append(address)
            if "text/html" in answer.headers.get("Content-Type", ""):
                waiting += LINK.findall(answer.content.decode())
    return found


def ask(browser: Browser, address: str, *, is_behind: bool) -> Any:
    """One page."""
    if is_behind:
        return browser.get(address)
    with in_front():
        return browser.get(address)


def differences(browser: Browser, addresses: list[str]) -> list[str]:
    """Pages that do not say the same, with the status each had."""
    unlike = []
    for address in addresses:
        before = ask(browser, address, is_behind=False)
        after = ask(browser, address, is_behind=True)
        again = ask(browser, address, is_behind=False)
        # A page that differs from itself (a clock's minute, who looked last) tells nothing.
        if _bare(before) != _bare(after) and _bare(before) == _bare(again):
            unlike.append(f"{address} {before.status_code} {after.status_code}")
    return unlike


def _bare(answer: Any) -> bytes:
    text = answer.content.decode(errors="replace")
    return KEYS.sub(r"\1\2", text).encode() + str(answer.status_code).encode()
