"""What was prepared from which inputs, so that a start repeats only what changed."""

import hashlib
import os
from collections.abc import Iterable
from pathlib import Path

from psycopg import Connection, errors

from homeward.config.launch.home import CHECKOUT, Home

PACKAGE = CHECKOUT / "homeward"
LOCKED = CHECKOUT / "requirements.txt"
# What says which static files are joined, and how.
JOINING = (PACKAGE / "core/bundling.py", PACKAGE / "core/component_tags/frame.py")


def migration_stamp() -> str:
    """Changes with the text of any migration and with the locked packages, which bring some."""
    return _digest(migration_files(), by_content=True)


def migration_files() -> list[Path]:
    """Everything that a migration runs."""
    patterns = ("**/migrations/*.py", "**/migrations/*.sql", "**/sql/**/*.sql")
    return sorted({file for pattern in patterns for file in PACKAGE.glob(pattern)})


def migration_digests() -> dict[str, str]:
    """Each of them, by its path in the package, with a digest of its text."""
    return {
        str(file.relative_to(PACKAGE)): hashlib.sha256(file.read_bytes()).hexdigest()[:16]
        for file in migration_files()
    }


def static_stamp() -> str:
    """Changes with any style sheet, script or picture, and with what is joined of them."""
    found = [file for file in PACKAGE.glob("**/static/**/*") if file.is_file()]
    return _digest([*found, *JOINING], by_content=False)


def _digest(files: Iterable[Path], *, by_content: bool) -> str:
    digest = hashlib.sha256(LOCKED.read_bytes() if LOCKED.exists() else b"")
    for file in sorted(set(files)):
        digest.update(os.fsencode(file.relative_to(PACKAGE)) + b"\0")
        if by_content:
            digest.update(file.read_bytes() + b"\0")
        else:
            status = file.stat()
            digest.update(f"{status.st_size} {status.st_mtime_ns}\0".encode())
    return digest.hexdigest()


def read_stamps(inside: Connection) -> dict[str, str]:
    """What the database says was done to it; nothing for a new one."""
    try:
        return dict(inside.execute("SELECT name, value FROM launch.stamp").fetchall())  # type: ignore[arg-type]
    except (errors.UndefinedTable, errors.InvalidSchemaName):
        return {}


def write_stamp(inside: Connection, name: str, value: str) -> None:
    """Note in the database itself, as its owner, what was done to it."""
    with inside.transaction():
        inside.execute("CREATE SCHEMA IF NOT EXISTS launch")
        inside.execute(
            "CREATE TABLE IF NOT EXISTS launch.stamp"
            " (name text PRIMARY KEY, value text NOT NULL, at timestamptz NOT NULL DEFAULT now())"
        )
        inside.execute(
            "INSERT INTO launch.stamp (name, value) VALUES (%s, %s)"
            " ON CONFLICT (name) DO UPDATE SET value = excluded.value, at = now()",
            [name, value],
        )


def read_file_stamp(home: Home, name: str) -> str:
    """What was last prepared under this name; empty for never."""
    try:
        return (home.run / f"{name}.stamp").read_text()
    except OSError:
        return ""


def write_file_stamp(home: Home, name: str, value: str) -> None:
    """Note what was prepared."""
    (home.run / f"{name}.stamp").write_text(value)
