"""A new database is laid from the snapshot only where that is exactly right."""

import os

import pytest

from homeward.config.launch import roles, snapshot, stamps
from homeward.testing import plugin, template


def test_the_snapshot_holds_only_migrations_that_stand_as_they_were():
    held = snapshot.held()

    assert held is not None, "its text is not what was written; run `homeward schema --write`"
    changed = {
        path
        for path, digest in held.files.items()
        if stamps.migration_digests().get(path) != digest
    }
    assert not changed, "a migration that ran somewhere is never edited"


@pytest.mark.django_db
def test_a_database_with_tables_is_left_alone():
    with roles.open_connection(plugin.FOUND["owner"]) as owner:
        assert snapshot.lay(owner) == ""


@pytest.fixture
def empty():
    """An empty database with roles and rights, and the name of its owner's login."""
    name = f"homeward_run_laid_{os.getpid()}"
    found = plugin.FOUND
    with roles.open_connection(found["admin"], name="postgres") as server:
        template.begin(server, found, name)
    yield {**found["owner"], "name": name}
    template.drop_run_database(found, name)


def test_what_is_laid_has_the_walls_and_the_rights(empty):
    with roles.open_connection(empty) as owner:
        assert snapshot.lay(owner) == snapshot.held().stamp
        assert snapshot.lay(owner) == "", "a second time it is not empty"
        may = owner.execute(
            "SELECT has_table_privilege(%s, 'audit_entry', right_asked)"
            " FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) AS right_asked",
            [snapshot.APP],
        ).fetchall()
        assert [row[0] for row in may] == [True, True, False, False]


def test_an_edited_text_is_not_laid(empty, monkeypatch, tmp_path):
    other = tmp_path / "tables.dump"
    other.write_text(snapshot.TABLES.read_text() + "\nCREATE TABLE more (id int);\n")
    monkeypatch.setattr(snapshot, "TABLES", other)

    with roles.open_connection(empty) as owner:
        assert snapshot.lay(owner) == ""
