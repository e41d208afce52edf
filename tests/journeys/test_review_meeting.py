"""The review meeting in a browser: three clients by keys, one after the other, the table kept."""

from typing import Any

import pytest

from homeward.cli.bench.grouping.hand import Hand
from homeward.cli.bench.meeting import NOW, hold_the_meeting, set_the_table, sign_in
from homeward.core import clock
from homeward.progress.models import LevelReview, ReviewEffect
from tests.journeys.browsing import browser, find_chromium

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
CLIENTS = 3


def test_three_clients_are_decided_by_keys(
    live_server: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Choose, ground, wish, sign: the next client opens by itself until everybody was heard."""
    find_chromium()
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    clock.shift_to(NOW)
    table = set_the_table(CLIENTS)
    with browser() as opened:
        page = opened.new_context(viewport={"width": 1280, "height": 900}).new_page()
        hand = Hand(page)
        sign_in(hand, live_server.url, table)
        hold_the_meeting(hand, live_server.url, CLIENTS)
    decided = LevelReview.objects.unscoped("test").exclude(decided_at=None)
    assert decided.count() == CLIENTS
    assert {row.decided_by_id for row in decided} == {table.cast.dana.pk}
    assert all(row.participants for row in decided)
    assert ReviewEffect.objects.unscoped("test").count() == CLIENTS
    assert hand.interactions == 1 + 4 * CLIENTS
