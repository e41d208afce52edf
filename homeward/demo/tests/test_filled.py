"""The whole story as a stranger's first start writes it, once for all that is asked of it."""

import time
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import connection, transaction

from homeward.accounts.models import Account
from homeward.core.actors import actor_of
from homeward.demo.accounts import ORDER, PASSWORD
from homeward.demo.loading import WEEKS, ensure_demo
from homeward.demo.models import Told
from homeward.demo.tests.telling import NOON, TODAY, story_ids
from homeward.drugtests.models import Draw
from homeward.drugtests.rules.published import faults_of, read_day
from homeward.people.models import Client

pytestmark = pytest.mark.slow
WHY = "tests"


@pytest.fixture(scope="module")
def written(django_db_setup: None, django_db_blocker: Any) -> Iterator[int]:
    """How many rows the first start wrote; they are undone after the last question."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield ensure_demo(NOON)
        transaction.set_rollback(True)


def test_an_empty_demo_is_filled_and_a_second_start_adds_nothing(written: int) -> None:
    """Every wall of the database holds, deferred ones too; the second start is quick."""
    assert written > 1000
    connection.check_constraints()
    told = Told.objects.get()
    assert (told.first_day, told.told_until) == (TODAY - timedelta(weeks=WEEKS), TODAY)
    before = story_ids()
    began = time.monotonic()
    assert ensure_demo(NOON + timedelta(hours=3)) == 0
    assert time.monotonic() - began < 0.3
    assert story_ids() == before


def test_every_role_has_its_account(written: int) -> None:
    """One for each role with the known password, also the client and the two who may see."""
    # Who came in by a card chose a way in of their own; the sign-in page does not list it.
    shown = Account.objects.exclude(demo_label="")
    accounts = {account.username: account for account in shown}
    assert set(accounts) == set(ORDER)
    assert all(account.is_demo and account.demo_label for account in accounts.values())
    assert accounts["nurse"].check_password(PASSWORD)
    assert accounts["client"].demo_label.startswith("Alex Romero")
    theirs = Client.objects.unscoped(WHY).get(account=accounts["client"])
    mine = actor_of(accounts["counselor"]).worker_id
    team = theirs.team.unscoped(WHY).filter(worker_id=mine, is_primary=True, ends_at=None)
    assert team.exists()
    kinds = set(theirs.contacts.unscoped(WHY).exclude(account=None).values_list("kind", flat=True))
    assert kinds == {"family", "agency"}


def test_every_draw_can_be_checked_by_a_stranger(written: int) -> None:
    """What a day publishes holds, and its tests are exactly the drawn ones."""
    draws = Draw.objects.exclude(revealed_at=None).select_related("pool")
    assert draws.count() > 2 * 7 * (WEEKS - 1)
    for draw in draws:
        document = {
            "pool": draw.pool.code,
            "day": draw.day.isoformat(),
            "method": draw.method,
            "commitment": draw.commitment,
            "secret": draw.secret,
            "roster": draw.roster,
            "drawn": draw.drawn,
            "seal": draw.seal,
        }
        assert not faults_of(read_day(document))
        assert draw.tests.unscoped(WHY).count() == len(draw.drawn)
