"""Sealing what lay plain before changes no answer, there and back again."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from psycopg.conninfo import conninfo_to_dict

from homeward.instruments.actions import answer_instrument
from homeward.instruments.models import Response
from homeward.testing.cast import NOON

PLAIN = [("instruments", "0005_sitting_walls")]
ANSWERS = {str(number): 0 for number in range(1, 10)}


@contextmanager
def as_owner() -> Iterator[MigrationExecutor]:
    """The role that migrates; the app's own may change no table."""
    login = conninfo_to_dict(os.environ["HOMEWARD_TEST_OWNER_URL"])
    own = {name: connection.settings_dict[name] for name in ("USER", "PASSWORD")}
    connection.close()
    connection.settings_dict |= {"USER": login["user"], "PASSWORD": login.get("password", "")}
    try:
        yield MigrationExecutor(connection)
    finally:
        connection.close()
        connection.settings_dict |= own


def column(pk: Any) -> Any:
    with connection.cursor() as cursor:
        cursor.execute("SELECT answers::text FROM instruments_response WHERE id = %s", [pk])
        return cursor.fetchone()[0]


@pytest.mark.django_db(transaction=True)
def test_every_stored_answer_is_sealed_and_says_the_same(cast: Any) -> None:
    row = answer_instrument(
        actor=cast.dana.actor, client_id=cast.jo.pk, instrument="phq9", answers=ANSWERS, now=NOON
    )
    said = dict(Response.objects.unscoped("a test").get(pk=row.pk).answers)
    try:
        with as_owner() as executor:
            executor.migrate(PLAIN)
        assert '"9"' in column(row.pk)
    finally:
        with as_owner() as executor:  # whatever was undone with it, in whichever app, comes back
            executor.migrate(executor.loader.graph.leaf_nodes())
    assert column(row.pk).startswith("v2.")
    assert Response.objects.unscoped("a test").get(pk=row.pk).answers == said
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT tgenabled::text FROM pg_trigger"
            " WHERE tgname = 'instruments_response_never_changed'"
        )
        assert cursor.fetchone()[0] == "O", "the wall stands again"
