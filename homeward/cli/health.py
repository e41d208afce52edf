"""What `homeward check` looks at, one function for each part of an installation."""

import os
import shlex
import shutil
import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from psycopg import Connection, Error

from homeward.cli.recovery.writing import SUFFIX
from homeward.config.launch import database, installation, keys, roles, stamps, wall
from homeward.config.launch.home import Home
from homeward.config.launch.installation import Kind
from homeward.config.launch.programs import find_programs
from homeward.config.launch.refusals import LaunchRefused
from homeward.core.pages_in_front import IN_FRONT

CLOCKS_APART = 20.0  # seconds; what opens a client's page is good for sixty
WORKER_SILENCE = 60.0  # seconds without a sign of life
BACKUP_AGE = 26.0  # hours; one a day, and time to write it
LEAST_FREE = 1.0  # GB


@dataclass(frozen=True)
class Finding:
    """One part: whether it is well, in words, with its figures."""

    name: str
    ok: bool
    words: str
    figures: Mapping[str, Any] = field(default_factory=dict)

    def to_json(self) -> dict[str, Any]:
        return {"ok": self.ok, "words": self.words, **self.figures}


def examine(home: Home, kind: Kind) -> list[Finding]:
    """Every part, the database's first; a part that cannot be asked is not well."""
    found = []
    try:
        with roles.open_connection(database.connections(home)["app"]) as app:
            began = time.perf_counter()
            app.execute("SELECT 1")
            answered = time.perf_counter() - began
            found += [_database(app, home, answered), _clocks(app), _worker(app)]
    except (Error, LaunchRefused) as problem:
        said = str(problem).strip().splitlines()[0]
        running = installation.running_as(home) or database.external_url()
        words = f"does not answer ({said})" if running else "is not running"
        found.append(Finding("database", False, words))
        found.append(Finding("worker", False, "cannot be asked without the database"))
    return [*found, _wall(home), _keys(home), _backups(home, kind), _disk(home)]


def _database(app: Connection, home: Home, seconds: float) -> Finding:
    version = app.info.server_version // 10000
    size = app.execute("SELECT pg_database_size(current_database())").fetchone()
    figures = {
        "server": version,
        "milliseconds": round(seconds * 1000, 2),
        "megabytes": round(int(size[0]) / 1e6, 1) if size else None,
        "embedded": not database.external_url(),
    }
    with roles.open_connection(database.connections(home)["owner"]) as owner:
        if stamps.read_stamps(owner).get("migrations") != stamps.migration_stamp():
            words = "is not of this version; run `homeward migrate` or start again"
            return Finding("database", False, words, figures)
    return Finding("database", True, f"PostgreSQL {version} answers", figures)


def _clocks(app: Connection) -> Finding:
    """Whether this machine and the database agree on the time.

    A page of a client is opened by a token that this machine dates and the database reads: with
    clocks far apart every such page is empty.
    """
    before = time.time()
    row = app.execute("SELECT extract(epoch FROM clock_timestamp())").fetchone()
    there = float(row[0]) if row else 0.0
    # Asked between `before` and now: what the way took is no difference.
    apart = max(before - there, there - time.time(), 0.0)
    figures = {"seconds_apart": round(apart, 1)}
    if apart > CLOCKS_APART:
        words = f"the database's is {apart:.0f} s off this machine's; set both by one source"
        return Finding("clocks", False, words, figures)
    return Finding("clocks", True, "this machine's and the database's agree", figures)


def _wall(home: Home) -> Finding:
    """Whether the logins of clients' and readers' pages see nobody without a token."""
    seen = []
    try:
        for role in roles.OUTSIDE:
            with roles.open_connection(database.connections(home)[role]) as outside:
                row = outside.execute(
                    "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace"
                    " AND relkind = 'r' AND has_table_privilege(oid, 'INSERT, UPDATE, DELETE')"
                ).fetchone()
                seen.append(f"the {role} may write" if row and row[0] else "")
        with roles.open_connection(database.connections(home)["portal"]) as portal:
            row = portal.execute("SELECT count(*) FROM people_client").fetchone()
            seen.append("the portal sees people without a token" if row and row[0] else "")
        with roles.open_connection(database.connections(home)["owner"]) as owner:
            laid = stamps.read_stamps(owner).get(wall.STAMP) == wall.stamp(keys.wall_key(home))
            seen.append("" if laid else "it is not of this version; start again")
    except (Error, LaunchRefused) as problem:
        seen.append(f"cannot be asked ({str(problem).strip().splitlines()[0]})")
    wrong = "; ".join(filter(None, seen))
    figures = {"pages_in_front": dict(IN_FRONT)}
    words = f"stands; {len(IN_FRONT)} pages of clients are in front of it"
    return Finding("wall", not wrong, wrong or words, figures)


def _worker(app: Connection) -> Finding:
    row = app.execute("SELECT max(at) FROM core_heartbeat WHERE name = 'worker'").fetchone()
    if row is None or row[0] is None:
        return Finding("worker", False, "has never given a sign of life")
    silence = (datetime.now(UTC) - row[0]).total_seconds()
    waiting = app.execute(
        "SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo' AND"
        " coalesce(scheduled_at, now()) <= now()"
    ).fetchone()
    figures = {"seconds_silent": round(silence, 1), "jobs_due": waiting[0] if waiting else None}
    if silence > WORKER_SILENCE:
        return Finding("worker", False, f"has been silent for {silence:.0f} s", figures)
    return Finding("worker", True, f"gave a sign of life {silence:.0f} s ago", figures)


def _keys(home: Home) -> Finding:
    wrong = keys.problems(home)
    here = home.recovery_key.exists()
    words = "; ".join(wrong) or "are there, whole and private"
    if here:
        words += f"; {home.recovery_key.name} should be moved off this machine"
    return Finding("keys", not wrong, words, {"recovery_key_still_here": here})


def _backups(home: Home, kind: Kind) -> Finding:
    """A real installation needs a backup a day; a demo's rows can be made again."""
    newest = max((f.stat().st_mtime for f in _backup_files(home)), default=None)
    if newest is None:
        ok = kind is Kind.DEMO
        return Finding("backups", ok, "none yet: `homeward backup`", {"newest": None})
    hours = (time.time() - newest) / 3600
    figures = {
        "newest": datetime.fromtimestamp(newest, UTC).isoformat(),
        "hours_old": round(hours, 1),
        "count": len(_backup_files(home)),
    }
    ok = hours <= BACKUP_AGE or kind is Kind.DEMO
    return Finding("backups", ok, f"the newest is {hours:.1f} hours old", figures)


def _backup_files(home: Home) -> list[Path]:
    """In the home, and where HOMEWARD_BACKUPS says they are taken to."""
    elsewhere = os.environ.get("HOMEWARD_BACKUPS", "").strip()
    folders = [home.backups, *([Path(elsewhere)] if elsewhere else [])]
    return [file for folder in folders for file in folder.glob(f"*{SUFFIX}")]


def _disk(home: Home) -> Finding:
    usage = shutil.disk_usage(home.path)
    free = usage.free / 1e9
    used = round(usage.used / usage.total * 100)
    figures = {"free_gigabytes": round(free, 1), "used_percent": used}
    return Finding("disk", free >= LEAST_FREE, f"{free:.1f} GB free", figures)


def ways_in(home: Home) -> dict[str, dict[str, Any]]:
    """How an administrator reaches the database, as each role."""
    try:
        psql = find_programs()["psql"]
    except LaunchRefused:
        psql = "psql"
    ways = {}
    for role, parameters in database.connections(home).items():
        if role == "admin":
            continue
        url = database.as_url(parameters)
        shown = {k: v for k, v in parameters.items() if k != "options"}
        ways[role] = {**shown, "url": url, "command": f"{shlex.quote(psql)} {shlex.quote(url)}"}
    return ways
