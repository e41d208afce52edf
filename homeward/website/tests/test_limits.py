"""The public limits hold for their hour, and one sender does not close the door for all."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import RequestFactory

from homeward.website import limits
from homeward.website.limits import too_many_requests

pytestmark = pytest.mark.django_db


def ask(address: str, what: str = "question") -> bool:
    """One request from an address; whether it is beyond a limit."""
    request = RequestFactory().post("/questions/", REMOTE_ADDR=address)
    return too_many_requests(request, what)


def expiries() -> list[datetime]:
    """When each count is forgotten."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT expires FROM core_cache WHERE cache_key LIKE '%question%'")
        return [row[0].replace(tzinfo=UTC) for row in cursor.fetchall()]


@pytest.mark.parametrize("times", [1, 2, 3])
def test_a_count_lasts_its_hour(times: int) -> None:
    """The second request must not shorten the time to the cache's own five minutes."""
    for _ in range(times):
        ask("192.0.2.1")
    now = datetime.now(UTC)
    assert len(expiries()) == 2
    assert all(now + timedelta(minutes=50) < each for each in expiries())


def test_more_requests_do_not_put_the_end_off() -> None:
    """The hour begins with the first request; whoever tries on waits no longer for it."""
    ask("192.0.2.1")
    first = expiries()
    ask("192.0.2.1")
    assert expiries() == first


def test_one_sender_does_not_close_the_door_for_all(monkeypatch: Any) -> None:
    """What is refused to one address does not use up what everybody may send."""
    monkeypatch.setitem(limits.MOST, "question", (3, 5))
    refused = [ask("192.0.2.1") for _ in range(20)]
    assert refused == [False] * 3 + [True] * 17
    assert not ask("192.0.2.2")


def test_all_together_are_limited(monkeypatch: Any) -> None:
    """Many addresses with one request each come to the common limit."""
    monkeypatch.setitem(limits.MOST, "question", (3, 5))
    assert [ask(f"192.0.2.{n}") for n in range(7)] == [False] * 5 + [True] * 2


def test_one_network_of_the_newer_kind_is_one_sender() -> None:
    """Each machine has more such addresses than there are requests in an hour."""
    assert [ask(f"2001:db8:1:2::{n}") for n in range(1, 5)] == [False] * 3 + [True]
    assert not ask("2001:db8:1:3::1")


@pytest.mark.parametrize("header", ["203.0.113.7", "198.51.100.1, 203.0.113.7"])
def test_behind_a_proxy_each_visitor_is_one(settings: Any, header: str) -> None:
    """What a visitor writes into the header is theirs; the last address is the proxy's word."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    def come(by: str) -> bool:
        request = RequestFactory().post(
            "/questions/", REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": by}
        )
        return too_many_requests(request, "question")

    assert [come(header) for _ in range(4)] == [False] * 3 + [True]
    assert come(f"192.0.2.9, {header}")
    assert not come(f"{header}, 203.0.113.8")


def test_without_a_proxy_the_header_is_nobodys_word() -> None:
    """Otherwise each request could name another sender."""
    for number in range(4):
        request = RequestFactory().post(
            "/questions/", REMOTE_ADDR="192.0.2.1", headers={"x-forwarded-for": f"10.0.0.{number}"}
        )
        is_beyond = too_many_requests(request, "question")
    assert is_beyond


def test_many_senders_push_no_count_out() -> None:
    """Whoever has many addresses cannot make the house forget who was held back."""
    assert [ask("192.0.2.1") for _ in range(3)] == [False] * 3
    for number in range(320):
        cache.set(f"zz{number}", 1)
        cache.set(f"!!{number}", 1)
    assert ask("192.0.2.1")
