"""Using the pages as a person does: open, fill in, send, follow."""

import re
from typing import Any

from django.test import Client as Browser
from django.urls import reverse

KEY = re.compile(r'name="form_key" value="([^"]+)"')
VERSION = re.compile(r'name="form_version" value="(\d+)"')
SECRETS = re.compile(
    r'(?:name="(?:csrfmiddlewaretoken|form_key)" value="[^"]+"'
    r'|nonce="[^"]+"|"X-CSRFToken": *"[^"]+")'
)


def signed_in(player: Any) -> Browser:
    """A browser in which this member of the cast is signed in."""
    browser = Browser()
    browser.force_login(
        player.account, backend="allauth.account.auth_backends.AuthenticationBackend"
    )
    return browser


def keys_of(page: Any) -> dict[str, str]:
    """The hidden keys of the first form of a page."""
    body = page.content.decode()
    found = {"form_key": KEY.search(body)}
    version = VERSION.search(body)
    keys = {name: match.group(1) for name, match in found.items() if match}
    return {**keys, "form_version": version.group(1)} if version else keys


def send(browser: Browser, route: str, args: list[Any], data: dict[str, Any], to: str = "") -> Any:
    """Open a page, fill in its form and send it; `to` when the form goes to another address."""
    page = browser.get(reverse(route, args=args))
    assert page.status_code == 200, (route, page.status_code)
    return browser.post(reverse(to or route, args=args), {**keys_of(page), **data})


def plain(answer: Any) -> str:
    """A page without what is drawn by lot for every answer; its length says whether they differ."""
    return SECRETS.sub(lambda found: "x" * len(found.group()), answer.content.decode())
