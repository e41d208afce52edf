"""The PostgreSQL that tests share: one for each checkout, not durable, left running."""

import contextlib
import fcntl
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from psycopg import sql

from homeward.config.launch import database, offspring
from homeward.config.launch.cluster import Cluster
from homeward.config.launch.home import CHECKOUT, Home


def testing_home() -> Home:
    """HOMEWARD_TEST_HOME, or `var/testing` below the checkout, or a folder for temporary files."""
    if chosen := os.environ.get("HOMEWARD_TEST_HOME", "").strip():
        return Home(Path(chosen).expanduser().resolve())
    if os.access(CHECKOUT, os.W_OK | os.X_OK):
        return Home(CHECKOUT / "var" / "testing")
    beside = Home(CHECKOUT)
    return Home(Path(tempfile.gettempdir()) / f"homeward-testing-{os.geteuid()}-{beside.mark}")


@contextlib.contextmanager
def locked(name: str) -> Iterator[None]:
    """One process at a time, across all test runs of this checkout."""
    home = testing_home()
    home.prepare()
    with open(home.run / f"{name}.lock", "a") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def ensure_server() -> dict[str, database.Parameters]:
    """Start the server unless it runs; the parameters of its `admin`, `owner` and logins."""
    with locked("server"), _never_external():
        home = testing_home()
        cluster = Cluster(home, durable=False)
        if not (cluster.exists and cluster.answers()):
            offspring.end_marked(home.mark)
            cluster.make()
            with open(cluster.log, "wb") as log:
                pid = cluster.detach(log.fileno())
            cluster.wait(lambda: offspring.is_alive(pid))
            _make_roles(home)
        found = database.connections(home)
        if not all(parameters["password"] for parameters in found.values()):
            # Left running by an earlier version, which knew fewer logins.
            database.remember_server(home, host=found["admin"]["host"])
            _make_roles(home)
            found = database.connections(home)
        return found


@contextlib.contextmanager
def _never_external() -> Iterator[None]:
    """Tests empty tables; they never touch the server of HOMEWARD_DATABASE_URL."""
    kept = {k: os.environ.pop(k, None) for k in ("HOMEWARD_DATABASE_URL", "HOMEWARD_DATABASE_NAME")}
    try:
        yield
    finally:
        os.environ.update({k: v for k, v in kept.items() if v is not None})


def _make_roles(home: Home) -> None:
    from homeward.config.launch import roles

    found = database.connections(home)
    roles.establish(found)
    with roles.open_connection(found["admin"], name="postgres") as server:
        for role in roles.OUTSIDE:
            # Rows of a test that are never committed are seen only by the session that made them:
            # it takes the role on (core/wall.py). Nobody else's server allows that.
            grant = sql.SQL("GRANT {} TO {} WITH INHERIT FALSE, SET TRUE")
            names = (sql.Identifier(found[each]["user"]) for each in (role, "app"))
            server.execute(grant.format(*names))


def stop_server() -> bool:
    """End the server; whether it ran."""
    home = testing_home()
    if not home.run.exists():
        return False
    with locked("server"):
        return offspring.end_marked(home.mark) > 0
