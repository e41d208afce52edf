"""Addresses that are keys: never in the log, never kept by a browser or proxy."""

import logging
from collections.abc import Iterator
from io import StringIO
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client as Browser
from django.urls import reverse

from homeward.core import clock
from homeward.core.secret_paths import without_secrets
from homeward.core.submissions import new_key
from homeward.timetable import actions

KEY = "H7N02EmJiGp3EB-JbM6qTPVaBeCFFTOn"
ROW = "24329e47-f009-4a5b-b145-87e9db64d7a2"


LOGGERS = ("django.request", "django.security.csrf")


@pytest.fixture
def log() -> Iterator[StringIO]:
    """What a handler set up as the program's own writes, whatever other tests did to logging."""
    own = next(each for each in logging.getLogger().handlers if each.get_name() == "err")
    written = StringIO()
    beside = logging.StreamHandler(written)
    beside.filters = list(own.filters)
    beside.setFormatter(own.formatter)
    levels = {name: logging.getLogger(name).level for name in LOGGERS}
    for name in LOGGERS:
        logging.getLogger(name).setLevel(logging.WARNING)
        logging.getLogger(name).addHandler(beside)
    yield written
    for name, level in levels.items():
        logging.getLogger(name).removeHandler(beside)
        logging.getLogger(name).setLevel(level)


@pytest.mark.parametrize(
    ("path", "logged"),
    [
        (f"/me/calendar/{KEY}.ics", "/me/calendar/….ics"),
        (f"/me/p/{KEY}/", "/me/p/…/"),
        (f"/me/p/{KEY}/papers/{ROW}/", f"/me/p/…/papers/{ROW}/"),
        (f"/me/p/{KEY}", "/me/p/…"),
        (f"/desk/clients/{ROW}/schedule/hours/", f"/desk/clients/{ROW}/schedule/hours/"),
        (f"/me/p/{ROW.upper()}/", "/me/p/…/"),
        ("/desk/week/plans/reopened/", "/desk/week/plans/reopened/"),
    ],
)
def test_keys_are_masked_and_ids_stay(path: str, logged: str) -> None:
    assert without_secrets(path) == logged


@pytest.mark.django_db
@pytest.mark.parametrize("method", ["POST", "OPTIONS", "PROPFIND", "REPORT"])
def test_a_refused_request_does_not_log_the_address(cast: Any, log: StringIO, method: str) -> None:
    """Calendar programs ask with methods of their own; each is refused and written down."""
    secret = actions.open_client_feed(actor=cast.jo.actor, now=clock.now())
    browser = Browser(enforce_csrf_checks=True)

    answer = browser.generic(method, reverse("portal:feed", args=[secret]))

    logged = log.getvalue()
    assert answer.status_code in {403, 405}
    assert "/me/calendar/" in logged
    assert secret not in logged


@pytest.mark.django_db
def test_a_link_to_sign_by_is_not_logged(cast: Any, log: StringIO) -> None:
    address = reverse("portal:by_link", args=[KEY])
    assert Browser().post(address, {"form_key": new_key(), "code": ""}).status_code == 422
    logged = log.getvalue()
    assert "/me/p/" in logged
    assert KEY not in logged


@pytest.mark.django_db
def test_nothing_behind_a_secret_address_is_kept(cast: Any) -> None:
    """An ended address must not go on answering from somebody's cache."""
    cache.clear()
    secret = actions.open_client_feed(actor=cast.jo.actor, now=clock.now())
    for address in (
        reverse("portal:feed", args=[secret]),
        reverse("portal:feed", args=["never-made"]),
        reverse("portal:by_link", args=[KEY]),
    ):
        assert Browser().get(address).headers["Cache-Control"] == "no-store, private"
