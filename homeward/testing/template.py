"""A migrated database to copy from, built once for each state of the migrations.

Where only new migrations came, it grows from the last one (`ancestry.py`).
"""

import os
import subprocess
import sys
from collections.abc import Iterable

from psycopg import Connection, sql

from homeward.config.launch import database, offspring, roles, snapshot, stamps, wall
from homeward.config.launch.database import Parameters
from homeward.config.launch.home import CHECKOUT
from homeward.config.launch.refusals import LaunchFailed
from homeward.testing import ancestry
from homeward.testing.server import locked

SETTINGS = "homeward.config.settings.test"
TEMPLATES_KEPT = 3
WALL_KEY = bytes(range(128, 160))  # as in the settings for tests
EMPTY = "template0"


def run_name(pid: int) -> str:
    """The database of one test process; tells whether that process still lives."""
    return f"homeward_run_{pid}"


def make_run_database(found: dict[str, Parameters], name: str) -> None:
    """A fresh copy of the template, and no leftovers of dead runs."""
    with locked("template"), roles.open_connection(found["admin"], name="postgres") as server:
        _drop_leftovers(server)
        template = _ensure_template(server, found)
        _drop(server, name)
        roles.create_database(server, name, owner=found["owner"]["user"], template=template)
        for role in database.LOGINS:
            server.execute(
                sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(
                    sql.Identifier(name), sql.Identifier(found[role]["user"])
                )
            )


def drop_run_database(found: dict[str, Parameters], name: str) -> None:
    """The end of a run."""
    with roles.open_connection(found["admin"], name="postgres") as server:
        _drop(server, name)


def _ensure_template(server: Connection, found: dict[str, Parameters]) -> str:
    name = f"homeward_template_{stamps.migration_stamp()[:10]}{wall.stamp(WALL_KEY)[:6]}"
    if name not in (kept := _names(server, "homeward_template_%")):
        building, files = "homeward_building", stamps.migration_digests()
        build(server, found, building, grown=ancestry.nearest(server, kept, files))
        with roles.open_connection({**found["owner"], "name": building}) as inside:
            wall.lay(inside, found, WALL_KEY)
        with roles.open_connection(found["admin"], name=building) as inside:
            _keep_pristine_rows(inside)
        ancestry.note(server, building, files)
        rename = sql.SQL("ALTER DATABASE {} RENAME TO {}")
        server.execute(rename.format(sql.Identifier(building), sql.Identifier(name)))
    return name


def build(
    server: Connection,
    found: dict[str, Parameters],
    name: str,
    *,
    grown: str | None = None,
    by_steps: bool = False,
) -> None:
    """A migrated database: from another one, from the snapshot, or step by step from nothing."""
    owner = {**found["owner"], "name": name}
    begin(server, found, name, grown=grown or EMPTY)
    laid = ""
    if not (grown or by_steps):
        with roles.open_connection(owner) as inside:
            laid = snapshot.lay(inside)
    if laid != stamps.migration_stamp():
        _migrate(owner)


def begin(
    server: Connection, found: dict[str, Parameters], name: str, *, grown: str = EMPTY
) -> None:
    """A database with extensions and rights, and whatever it grows from."""
    owner, app = found["owner"]["user"], found["app"]["user"]
    _drop(server, name)
    roles.create_database(server, name, owner=owner, template=grown)
    with roles.open_connection(found["admin"], name=name) as inside:
        inside.execute("DROP SCHEMA IF EXISTS pristine CASCADE")
        roles.install_extensions(inside)
        roles.grant(inside, owner=owner, app=app)
        roles.let_in(inside, found)
    if grown != EMPTY:
        with roles.open_connection({**found["owner"], "name": name}) as inside:
            wall.take_down(inside, found)


def _migrate(owner: Parameters) -> None:
    url = database.as_url(owner)
    told = {
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "HOMEWARD_TEST_OWNER_URL": url,
        "HOMEWARD_TEST_APP_URL": url,
        "HOMEWARD_DATABASE_ROLE": "owner",
    }
    done = subprocess.run(
        [sys.executable, "-P", "-m", "django", "migrate", "--noinput", "--verbosity", "0"],
        env={**os.environ, **told},
        cwd=CHECKOUT,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise LaunchFailed(f"The migrations failed:\n{done.stdout[-4000:]}")


def _keep_pristine_rows(inside: Connection) -> None:
    """Copy what migrations inserted, so that a test that empties tables can put it back."""
    inside.execute("CREATE SCHEMA pristine")
    for table in filled_tables(inside):
        inside.execute(
            sql.SQL("CREATE TABLE pristine.{0} AS TABLE public.{0}").format(sql.Identifier(table))
        )


def tables(inside: Connection, schema: str = "public") -> list[str]:
    """Ordinary tables of a schema."""
    rows = inside.execute(
        "SELECT relname FROM pg_class WHERE relkind = 'r' AND relnamespace = to_regnamespace(%s)"
        " ORDER BY relname",
        [schema],
    )
    return [str(row[0]) for row in rows]


def filled_tables(inside: Connection) -> list[str]:
    """Those that hold at least one row."""
    asked = sql.SQL(" UNION ALL ").join(
        sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM public.{})").format(
            sql.Literal(table), sql.Identifier(table)
        )
        for table in tables(inside)
    )
    return [str(row[0]) for row in inside.execute(asked)] if asked.as_string(inside) else []


def _drop_leftovers(server: Connection) -> None:
    for name in _names(server, "homeward_run_%"):
        if not offspring.is_alive(int(name.rpartition("_")[2])):
            _drop(server, name)
    for name in _names(server, "homeward_template_%")[:-TEMPLATES_KEPT]:
        _drop(server, name)


def _names(server: Connection, pattern: str) -> list[str]:
    """Databases by that pattern, oldest first."""
    rows: Iterable[tuple[str]] = server.execute(
        "SELECT datname FROM pg_database WHERE datname LIKE %s ORDER BY oid", [pattern]
    )
    return [name for (name,) in rows]


def _drop(server: Connection, name: str) -> None:
    server.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))
