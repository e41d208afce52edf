"""Making the snapshot of the tables (`config/launch/snapshot.py`), and proving it."""

import re
import subprocess

from psycopg import Connection

from homeward.config.launch import database, roles
from homeward.config.launch.database import Parameters
from homeward.config.launch.programs import client_programs
from homeward.config.launch.refusals import LaunchFailed
from homeward.testing import template
from homeward.testing.server import ensure_server, locked

SCRATCH = "homeward_snapshot"
# What a session's own dump says of its session, and what only an administrator may do.
LEFT_OUT = re.compile(
    r"^(\\(un)?restrict .*|CREATE EXTENSION .*|-- Dumped .*|--|-- Name: .*)\n", re.MULTILINE
)
GAPS = re.compile(r"\n{3,}")
OF_THE_SESSION = re.compile(r"^SET ", re.MULTILINE)
# One list of words is said in two ways, depending on how often it went through a dump.
CASTS = re.compile(r"[()]|::(text|character varying)(\[\])?")
APPLIED = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d+\+00'")


def make(*, by_steps: bool) -> tuple[str, int]:
    """A dump of a migrated database and the server's version.

    `by_steps` runs every migration; otherwise it grows from the last snapshot where that holds.
    """
    found = ensure_server()
    with locked("template"), roles.open_connection(found["admin"], name="postgres") as server:
        template.build(server, found, SCRATCH, by_steps=by_steps)
        try:
            return _dump(server, {**found["admin"], "name": SCRATCH})
        finally:
            template.drop_run_database(found, SCRATCH)


def differences() -> list[str]:
    """Lines by which today's migrations from nothing differ from the snapshot and what follows it.

    Times at which migrations were applied are left aside.
    """
    steps, _ = make(by_steps=True)
    laid, _ = make(by_steps=False)
    ours, theirs = (
        set(CASTS.sub("", APPLIED.sub("<time>", text)).splitlines()) for text in (steps, laid)
    )
    return sorted(ours ^ theirs)


def _dump(server: Connection, who: Parameters) -> tuple[str, int]:
    major = server.info.server_version // 10000
    done = subprocess.run(
        [
            client_programs(major)["pg_dump"],
            "--no-owner",
            "--no-comments",
            "--rows-per-insert=500",
            "--exclude-schema=pristine",
        ],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", **database.as_environment(who)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise LaunchFailed(f"pg_dump failed:\n{done.stderr[-3000:]}")
    text = LEFT_OUT.sub("", done.stdout).replace(
        "'search_path', '', false", "'search_path', '', true"
    )
    return OF_THE_SESSION.sub("SET LOCAL ", text), major
