"""What somebody holding the app's own login to the database can do to what must last."""

import os
from typing import Any

import psycopg
import pytest
from django.db import DatabaseError, connection, transaction

from homeward.config.boot import may_pass_walls

pytestmark = pytest.mark.django_db
KEPT = (
    "audit_entry",
    "audit_link",
    "audit_head",
    "consents_revocation",
    "consents_disclosure",
    "documents_document",
    "drugtests_analyteresult",
    "instruments_response",
    "notes_addendum",
    "notes_cosignature",
    "plans_plansignature",
)
FROZEN = (
    "consents_consent",
    "drugtests_draw",
    "notes_clientnote",
    "notes_sessionnote",
    "placement_placement",
    "progress_discharge",
    "progress_levelreview",
)


def refused(sql: str) -> None:
    with (
        pytest.raises(DatabaseError, match=r"permission denied|must be owner|never changed"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(sql)


@pytest.mark.parametrize("table", KEPT)
def test_the_app_cannot_change_empty_or_unlock_what_is_kept(table: str) -> None:
    for sql in (
        f"UPDATE {table} SET id = id"
        if table != "audit_link"
        else f"UPDATE {table} SET chain = ''",
        f"DELETE FROM {table}",
        f"TRUNCATE {table}",
        f"ALTER TABLE {table} DISABLE TRIGGER ALL",
        f"DROP TRIGGER {table}_never_changed ON {table}",
        f"DROP TABLE {table}",
        f"ALTER TABLE {table} RENAME TO other",
    ):
        if table == "audit_head" and sql.startswith("UPDATE"):
            sql = "UPDATE audit_head SET chain = ''"
        refused(sql)


@pytest.mark.parametrize("table", FROZEN)
def test_the_app_cannot_unlock_what_is_signed(table: str) -> None:
    for sql in (
        f"TRUNCATE {table}",
        f"ALTER TABLE {table} DISABLE TRIGGER {table}_frozen_once",
        f"DROP TRIGGER {table}_frozen_once ON {table}",
    ):
        refused(sql)


@pytest.mark.parametrize(
    "sql",
    [
        "SET session_replication_role = replica",
        "SET ROLE homeward_owner",
        "SET ROLE postgres",
        "SET SESSION AUTHORIZATION homeward_owner",
        "CREATE TABLE mine (id int)",
        "CREATE TEMP TABLE audit_waiting (entry_id uuid, transaction_number bigint)",
        "CREATE FUNCTION public.homeward_refuse_change() RETURNS trigger LANGUAGE plpgsql"
        " AS $$ BEGIN RETURN NEW; END $$",
        "CREATE OR REPLACE FUNCTION homeward_refuse_change() RETURNS trigger LANGUAGE plpgsql"
        " AS $$ BEGIN RETURN NEW; END $$",
        "CREATE SCHEMA mine",
        "CREATE ROLE mine",
        "ALTER ROLE homeward_app BYPASSRLS",
        "ALTER ROLE homeward_app SUPERUSER",
        "GRANT homeward_owner TO homeward_app",
        "COPY audit_entry TO PROGRAM 'true'",
        "SELECT pg_read_file('/etc/hostname')",
    ],
)
def test_the_app_cannot_become_more_than_it_is(sql: str) -> None:
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql)


def test_the_app_has_no_power_beside_its_rows() -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication"
            " FROM pg_roles WHERE rolname = current_user"
        )
        assert not any(cursor.fetchone())
        cursor.execute("SELECT count(*) FROM pg_class WHERE pg_has_role(relowner, 'MEMBER')")
        assert cursor.fetchone() == (0,)


def test_the_server_does_not_start_with_the_owners_login(monkeypatch: Any) -> None:
    """Pages that own their tables would pass every wall."""
    assert not may_pass_walls()
    with psycopg.connect(os.environ["HOMEWARD_TEST_OWNER_URL"]) as owner:
        monkeypatch.setattr("homeward.config.boot.connection", owner)
        assert may_pass_walls()
