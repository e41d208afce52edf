"""What kind of installation a home is: a demo, or one that holds real people's records.

The two never mix. The kind is written on the first run and checked on every start.
"""

import contextlib
import fcntl
import json
import os
import secrets
from collections.abc import Iterator
from enum import StrEnum
from typing import Any

from homeward.config.launch import database, keys
from homeward.config.launch.cluster import Cluster
from homeward.config.launch.home import Home, write_private
from homeward.config.launch.refusals import LaunchRefused


class Kind(StrEnum):
    """Made-up people, or real ones."""

    DEMO = "demo"
    PRODUCTION = "production"

    @property
    def settings(self) -> str:
        return f"homeward.config.settings.{self.value}"


def kind_of(home: Home) -> Kind | None:
    """The kind this home was made as, or None for a new one."""
    try:
        return Kind(json.loads((home.path / "installation.json").read_text())["kind"])
    except FileNotFoundError:
        return None
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise LaunchRefused(f"{home.path / 'installation.json'} is damaged ({problem}).") from None


def open_home(home: Home, kind: Kind) -> None:
    """Make a new home of this kind, or check that an existing one is of it and has its keys."""
    home.prepare()
    known = kind_of(home)
    if known is None and _holds_something(home):
        raise LaunchRefused(
            f"{home.path} holds a database but its keys and description are gone. Restore them "
            "with `homeward restore`, or choose an empty folder with HOMEWARD_HOME."
        )
    if known not in (None, kind):
        command = "homeward demo" if known is Kind.DEMO else "homeward serve"
        raise LaunchRefused(
            f"{home.path} is a {known.value} installation and starts with `{command}`. "
            "Choose another folder with HOMEWARD_HOME."
        )
    if known is None:
        if not keys.exist(home):
            keys.create(home)
        description = {"kind": kind.value, "id": secrets.token_hex(8)}
        write_private(home.path / "installation.json", json.dumps(description) + "\n")
    elif wrong := [p for p in keys.problems(home) if not p.endswith("it)")]:
        raise LaunchRefused(
            f"{wrong[0]}. Without the keys encrypted fields cannot be read; restore them with "
            "`homeward restore`."
        )


def _holds_something(home: Home) -> bool:
    return not database.external_url() and Cluster(home).exists


@contextlib.contextmanager
def holding(home: Home) -> Iterator[None]:
    """Hold the home's lock; refused while another process starts or runs this installation."""
    with open(home.run / "lock", "a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            running = running_as(home) or {}
            where = f" at {running['address']}" if "address" in running else ""
            pid = f" (process {running['pid']})" if "pid" in running else ""
            raise LaunchRefused(
                f"Homeward is running already from {home.path}{where}{pid}. "
                "`make stop` or `homeward stop` ends it."
            ) from None
        try:
            yield
        finally:
            (home.run / "running.json").unlink(missing_ok=True)


def is_held(home: Home) -> bool:
    """Whether some process runs this installation now."""
    try:
        with open(home.run / "lock") as file:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return False
    except BlockingIOError:
        return True
    return False


def announce_running(home: Home, **facts: Any) -> None:
    """Write down what runs, for `homeward stop`, `homeward check` and messages."""
    write_private(home.run / "running.json", json.dumps({"pid": os.getpid(), **facts}) + "\n")


def running_as(home: Home) -> dict[str, Any] | None:
    """What was announced by the process that holds the lock."""
    try:
        found: dict[str, Any] = json.loads((home.run / "running.json").read_text())
    except (OSError, ValueError):
        return None
    return found if is_held(home) else None
