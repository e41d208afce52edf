"""Trying a backup out: restored into a scratch database, counted, its audit recomputed."""

import os
import secrets
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from psycopg import errors, sql

from homeward.cli.recovery import census, opening, writing
from homeward.cli.registry import commands
from homeward.config.launch import database, roles
from homeward.config.launch.database import Parameters
from homeward.config.launch.home import Home
from homeward.config.launch.preparation import python
from homeward.config.launch.programs import client_programs
from homeward.config.launch.refusals import LaunchFailed


def try_out(home: Home, written: writing.Written) -> dict[str, Any]:
    """Restore the very file that was written and compare; raises LaunchFailed if it differs."""
    with tempfile.TemporaryDirectory(dir=home.run, prefix="trial-") as folder:
        room = Path(folder)
        opening.unpack(written.file, room, key=written.key)
        with scratch_database(home) as scratch:
            load_dump(room / "database.dump", scratch["admin"])
            found = count(scratch["admin"])
            if wrong := census.differences(written.census, found):
                raise LaunchFailed(f"The backup differs from the database: {'; '.join(wrong[:5])}.")
            audit = verify_audit(room, scratch)
    return {
        "tables": len(found),
        "rows": sum(int(rows) for rows, _digest in found.values()),
        "audit": audit,
    }


def load_dump(dump: Path, who: Parameters) -> None:
    """Load a dump into an empty database, all or nothing."""
    with roles.open_connection(who) as inside:
        programs = client_programs(inside.info.server_version // 10000)
    own = [] if who["user"] == database.SUPERUSER else ["--no-owner"]
    writing.run(
        programs,
        [
            "pg_restore",
            "--exit-on-error",
            "--single-transaction",
            "--no-comments",
            *own,
            f"--dbname={who['name']}",
            str(dump),
        ],
        who,
    )


def count(who: Parameters) -> census.Census:
    """Every table of a database, counted."""
    with roles.open_connection(who) as inside:
        census.settle(inside)
        return census.take(inside)


@contextmanager
def scratch_database(home: Home) -> Iterator[dict[str, Parameters]]:
    """An empty database beside the real one, gone afterwards."""
    found = database.connections(home)
    found.setdefault("admin", found["owner"])
    name = f"homeward_trial_{secrets.token_hex(4)}"
    inside = {role: {**parameters, "name": name} for role, parameters in found.items()}
    place = found["admin"]["name"] if database.external_url() else "postgres"
    with roles.open_connection(found["admin"], name=place) as server:
        try:
            roles.create_database(server, name, owner=found["owner"]["user"])
        except errors.InsufficientPrivilege:
            raise LaunchFailed(
                f"The login {found['owner']['user']} may not create the database in which a "
                "backup is tried out. Give it CREATEDB, or use --no-verify."
            ) from None
        try:
            grant = sql.SQL("GRANT CONNECT ON DATABASE {} TO {}")
            server.execute(grant.format(sql.Identifier(name), sql.Identifier(found["app"]["user"])))
            yield inside
        finally:
            server.execute(
                sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name))
            )


def verify_audit(room: Path, scratch: dict[str, Parameters]) -> str:
    """Recompute the restored audit with the restored keys: `whole`, or raises LaunchFailed."""
    if not any(command.words == ("audit", "verify") for command in commands()):
        return "not present"
    told = {
        "HOMEWARD_HOME": str(room),
        "HOMEWARD_DATABASE_URL": database.as_url(scratch["owner"]),
        "HOMEWARD_APP_DATABASE_URL": database.as_url(scratch["app"]),
    }
    kept = {k: v for k, v in os.environ.items() if k not in ("HOMEWARD_DATABASE_NAME",)}
    done = subprocess.run(
        python("-m", "homeward", "audit", "verify"),
        env={**kept, **told},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = (done.stdout + done.stderr).strip()[-2000:]
        raise LaunchFailed(f"The audit in the backup does not hold:\n{said}")
    return "whole"
