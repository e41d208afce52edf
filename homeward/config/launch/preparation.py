"""What must be true before pages can be served: tables, rights, static files, demo rows.

Each step runs only when its inputs changed, in a process of its own, so that the supervisor
stays small and a step that fails can be repeated.
"""

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from importlib.util import find_spec
from pathlib import Path

from psycopg import Connection, OperationalError

from homeward.config.launch import database, keys, offspring, roles, snapshot, stamps, wall
from homeward.config.launch.home import CHECKOUT, Home
from homeward.config.launch.installation import Kind
from homeward.config.launch.refusals import LaunchFailed, LaunchRefused

Say = Callable[[str], None]
DEMO_MODULE = "homeward.demo.loading"


def python(*arguments: str) -> list[str]:
    """This Python, importing nothing from the folder one happens to stand in."""
    return [sys.executable, "-P", *arguments]


def child_environment(home: Home, kind: Kind, **more: str) -> dict[str, str]:
    """What every child of an installation is told."""
    told = {
        "HOMEWARD_HOME": str(home.path),
        offspring.MARK: home.mark,
        "DJANGO_SETTINGS_MODULE": kind.settings,
        "PYTHONPATH": str(CHECKOUT),
        "PYTHONUNBUFFERED": "1",
    }
    dropped = ("HOMEWARD_DATABASE_ROLE", "PYTHONPATH")
    kept = {name: value for name, value in os.environ.items() if name not in dropped}
    return {**kept, **told, **more}


def prepare_database(home: Home, kind: Kind, say: Say) -> None:
    """Bring the database to the form this version of Homeward expects."""
    found = database.connections(home)
    with _as_owner(found) as owner:
        kept = stamps.read_stamps(owner)
        if kept.get("kind", kind.value) != kind.value:
            raise LaunchRefused(f"This database belongs to a {kept['kind']} installation.")
        wanted = stamps.migration_stamp()
        if kept.get("migrations") != wanted:
            say("Preparing the database ...")
            wall.take_down(owner, found)
            if kept:  # in an empty database nothing was laid, and a snapshot wants it empty
                stamps.write_stamp(owner, wall.STAMP, "")
            if database.external_url() or snapshot.lay(owner) != wanted:
                command = python("-m", "django", "migrate", "--noinput")
                environment = child_environment(home, kind, HOMEWARD_DATABASE_ROLE="owner")
                run_step(home, "migrate", command, environment)
            stamps.write_stamp(owner, "kind", kind.value)
            stamps.write_stamp(owner, "migrations", wanted)
        laid = wall.stamp(keys.wall_key(home))
        if stamps.read_stamps(owner).get(wall.STAMP) != laid:
            wall.lay(owner, found, keys.wall_key(home))
            stamps.write_stamp(owner, wall.STAMP, laid)


def _as_owner(found: dict[str, database.Parameters]) -> Connection:
    """A connection as owner; roles and database are made where they are missing."""
    if database.external_url():
        roles.prepare_external(found)
        return roles.open_connection(found["owner"])
    try:
        for role in database.LOGINS:
            roles.open_connection(found[role]).close()
        return roles.open_connection(found["owner"])
    except OperationalError:
        roles.establish(found)
        return roles.open_connection(found["owner"])


def prepare_static(home: Home, kind: Kind) -> None:
    """Collect style sheets, scripts and pictures when any of them changed."""
    wanted = stamps.static_stamp()
    if stamps.read_file_stamp(home, "static") == wanted:
        return
    command = python("-m", "django", "collectstatic", "--noinput", "--verbosity", "0")
    run_step(home, "collectstatic", command, child_environment(home, kind))
    stamps.write_file_stamp(home, "static", wanted)


def has_demo_rows(home: Home) -> bool:
    """Whether the demo's history was built before."""
    with roles.open_connection(database.connections(home)["owner"]) as owner:
        return "demo" in stamps.read_stamps(owner)


def load_demo(home: Home, say: Say) -> None:
    """Fill a new demo with its program and its weeks of history."""
    if find_spec("homeward.demo") is None or find_spec(DEMO_MODULE) is None:
        return
    say("Building the demo program's history (once; up to a minute) ...")
    run_step(home, "demo", demo_command(), child_environment(home, Kind.DEMO))
    with roles.open_connection(database.connections(home)["owner"]) as owner:
        stamps.write_stamp(owner, "demo", datetime.now(UTC).isoformat())


def first_token(home: Home) -> str:
    """The one-time token of an installation without accounts; empty once there are some."""
    if not (CHECKOUT / "homeward/accounts/setup.py").exists():
        return ""
    command = python("-m", "homeward", "setup-token")
    run_step(home, "setup-token", command, child_environment(home, Kind.PRODUCTION))
    log = home.logs / "setup-token.log"
    token = tail(log, 1)
    log.unlink()  # the token must not lie about
    return token


def demo_command() -> list[str]:
    """Lets the demo live on to the present moment; harmless to repeat."""
    return python("-m", "homeward", "demo-rows")


def run_step(home: Home, name: str, command: list[str], environment: Mapping[str, str]) -> None:
    """Run one step to its end, its output in a log; a failure shows the end of that log."""
    log = home.logs / f"{name}.log"
    with open(log, "wb") as output:
        done = subprocess.run(
            command,
            env=environment,
            cwd=home.path,
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=subprocess.STDOUT,
            check=False,
        )
    if done.returncode:
        raise LaunchFailed(f"The step {name} failed ({log}):\n{tail(log)}")


def tail(log: Path, lines: int = 20) -> str:
    """The end of a log, for a message."""
    try:
        return "\n".join(log.read_text(errors="replace").splitlines()[-lines:])
    except OSError:
        return ""
