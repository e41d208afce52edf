"""Which operating-system account runs PostgreSQL, and which folders it can reach.

PostgreSQL refuses to run as root. Then it runs as an existing account without rights (no
account is ever made), and what it needs must lie where that account may go.
"""

import os
import pwd
import stat
from dataclasses import dataclass
from pathlib import Path

from homeward.config.launch.refusals import LaunchRefused

CANDIDATES = ("postgres", "nobody")


@dataclass(frozen=True)
class Account:
    """A user and group PostgreSQL may run as."""

    name: str
    uid: int
    gid: int

    @property
    def is_current(self) -> bool:
        return self.uid == os.geteuid()

    def spawning(self) -> dict[str, object]:
        """Arguments of `subprocess` that make a child this account."""
        if self.is_current:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}

    def own(self, path: Path) -> None:
        """Hand a file or folder to this account."""
        if not self.is_current:
            os.chown(path, self.uid, self.gid)

    def reaches(self, path: Path) -> bool:
        """Whether this account may pass through every folder down to `path` and read it."""
        if self.is_current:
            return True
        existing = path
        while not existing.exists():
            existing = existing.parent
        return all(self._may_pass(folder) for folder in (existing, *existing.parents))

    def _may_pass(self, path: Path) -> bool:
        status = path.stat()
        if status.st_uid == self.uid:
            needed = stat.S_IXUSR | stat.S_IRUSR
            return status.st_mode & needed == needed
        bit = stat.S_IXGRP if status.st_gid == self.gid else stat.S_IXOTH
        return bool(status.st_mode & bit)


def database_account(data: Path) -> Account:
    """Ourselves; for root the owner of existing data, else an account without rights."""
    if os.geteuid() != 0:
        return _account(os.geteuid())
    if data.exists() and (owner := data.stat().st_uid) != 0:
        return _account(owner)
    for name in CANDIDATES:
        try:
            found = pwd.getpwnam(name)
        except KeyError:
            continue
        return Account(found.pw_name, found.pw_uid, found.pw_gid)
    raise LaunchRefused(
        "PostgreSQL does not run as root, and this machine has no account `nobody` or `postgres`. "
        "Start Homeward as an ordinary user, or set HOMEWARD_DATABASE_URL."
    )


def _account(uid: int) -> Account:
    try:
        found = pwd.getpwuid(uid)
    except KeyError:
        raise LaunchRefused(
            f"User id {uid} has no entry in the password file, which PostgreSQL needs. Start "
            "Homeward as a named user, or set HOMEWARD_DATABASE_URL."
        ) from None
    return Account(found.pw_name, uid, found.pw_gid)
