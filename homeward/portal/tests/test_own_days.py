"""A client names a hard day on their own page, the team hears of it, and it can be taken back."""

import re
from datetime import timedelta

import pytest
from django.test import Client as Browser

from homeward.core import clock
from homeward.retention.models import LifeChange, OwnDate, RiskSignal
from homeward.testing.cast import NOON, Cast

DAYS = "/me/days/"
KEYS = re.compile(r'name="(form_key|form_version)" value="([^"]*)"')


@pytest.fixture
def jo(cast: Cast):
    clock.shift_to(NOON)
    browser = Browser()
    browser.force_login(cast.jo.account)
    yield browser
    clock.shift_to(None)


def send(browser, url, data):
    keys = dict(KEYS.findall(browser.get(DAYS).content.decode()))
    return browser.post(url, keys | data)


def test_a_day_of_ones_own(jo, cast, django_assert_max_num_queries):
    soon = (NOON + timedelta(days=3)).date().isoformat()
    past = (NOON - timedelta(days=3)).date().isoformat()
    refused = send(jo, DAYS, {"on": past, "what": "Words that stay"})
    assert refused.status_code == 422
    assert "Words that stay" in refused.content.decode()
    told = {"on": soon, "what": "The day we lost Sam", "every_year": "on"}
    assert send(jo, DAYS, told).status_code == 302
    with django_assert_max_num_queries(16):
        page = jo.get(DAYS).content.decode()
    assert "The day we lost Sam" in page
    (signal,) = RiskSignal.objects.unscoped("test").filter(code="own_date_ahead")
    assert signal.state == "open"
    day = OwnDate.objects.unscoped("test").get()
    other = LifeChange.objects.create(
        client=cast.jo.row, site=cast.site, kind="job_lost", on=NOON.date(), told_at=NOON,
        told_to=cast.dana.row,
    )  # fmt: skip
    assert send(jo, f"{DAYS}{other.pk}/back/", {}).status_code == 404
    assert send(jo, f"{DAYS}{day.pk}/back/", {}).status_code == 302
    assert "The day we lost Sam" not in jo.get(DAYS).content.decode()
    signal.refresh_from_db()
    assert (signal.state, signal.closed_because) == ("withdrawn", "facts_changed")


def test_it_is_nobody_elses(cast, jo):
    for player in (cast.kim, cast.dana, cast.omar):
        browser = Browser()
        browser.force_login(player.account)
        assert browser.get(DAYS).status_code == 403
