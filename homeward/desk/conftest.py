"""The desk is visited on the cast's Tuesday, by people who send forms as a browser would."""

import re
import time
from datetime import timedelta

import pytest
from allauth.account.internal.flows.login import (
    _AUTHENTICATION_METHODS_USER_SESSION_KEY,
    AUTHENTICATION_METHODS_SESSION_KEY,
)
from allauth.account.internal.userkit import user_id_to_str
from django.test import Client as Browser

from homeward.core import clock
from homeward.people.models import TeamMembership
from homeward.testing.cast import NOON, Cast

KEYS = re.compile(r'name="(form_key|form_version|read_hash)" value="([^"]*)"')


class Visitor:
    """A browser with somebody who signed in just now."""

    def __init__(self, player) -> None:
        self.browser = Browser()
        self.browser.force_login(player.account)
        self.known_since(player, time.time())

    def known_since(self, player, moment) -> None:
        """The password was last typed then, in seconds since 1970; 0 is long ago."""
        session = self.browser.session
        session[AUTHENTICATION_METHODS_SESSION_KEY] = [{"method": "password", "at": moment}]
        session[_AUTHENTICATION_METHODS_USER_SESSION_KEY] = user_id_to_str(player.account)
        session.save()

    def get(self, url):
        return self.browser.get(url)

    def send(self, url, data=None, seen_at=None):
        """Open the page, fill the form, send it; keys are the page's own."""
        page = self.browser.get(seen_at or url).content.decode()
        keys = dict(KEYS.findall(page))
        return self.browser.post(url, keys | (data or {}))


@pytest.fixture
def tuesday(cast: Cast):
    clock.shift_to(NOON)
    for player, role in ((cast.tess, "technician"), (cast.ruth, "nurse")):
        TeamMembership.objects.create(
            client=cast.jo.row, site=cast.site, worker=player.row, role=role,
            starts_at=NOON - timedelta(days=20),
        )  # fmt: skip
    yield cast
    clock.shift_to(None)


@pytest.fixture
def visit(tuesday):
    return lambda name: Visitor(getattr(tuesday, name))
