"""Writing a backup: one consistent moment of the database, the files, the keys."""

import io
import json
import os
import subprocess
import tarfile
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from psycopg import IsolationLevel

from homeward import __version__
from homeward.cli.recovery import census
from homeward.cli.recovery.sealing import SealedWriter
from homeward.config.launch import backup_key, database, installation, roles
from homeward.config.launch.database import Parameters
from homeward.config.launch.home import Home
from homeward.config.launch.programs import Programs, client_programs
from homeward.config.launch.refusals import LaunchFailed, LaunchRefused

SUFFIX = ".homeward-backup"
AUDIT = "audit"
KEPT = (Path("installation.json"), Path("keys/keyring.json"), Path("keys/backup.json"))


@dataclass(frozen=True)
class Written:
    """A finished backup and what is needed to try it out while the moment is fresh."""

    file: Path
    key: bytes
    census: census.Census
    made_at: datetime


def write_backup(home: Home, folder: Path) -> Written:
    """Write a sealed backup into a folder; it appears there whole or not at all."""
    made_at = datetime.now(UTC)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        name = f"homeward-{made_at:%Y%m%d-%H%M%S}{SUFFIX}"
        fresh = folder / f".{name}.{os.getpid()}"
        with tempfile.TemporaryDirectory(dir=home.run, prefix="backup-") as room:
            # Before the database, so that they never know of a head the database does not have.
            witnesses = _witnesses(home)
            dump = Path(room) / "database.dump"
            found = take_dump(home, dump)
            about = {
                "made_at": made_at.isoformat(),
                "homeward": __version__,
                "kind": str(installation.kind_of(home)),
            }
            with open(fresh, "xb") as raw:
                fresh.chmod(0o600)
                writer = SealedWriter(raw, backup_key.public_key(home), about)
                _fill(writer, home, dump, {**about, "census": found}, witnesses)
                writer.close()
                raw.flush()
                os.fsync(raw.fileno())
        fresh.rename(folder / name)
    except OSError as problem:
        raise LaunchRefused(f"The backup cannot be written to {folder}: {problem}.") from problem
    return Written(folder / name, writer.key, found, made_at)


def administrator(home: Home) -> Parameters:
    """Who may read every row: the embedded server's administrator, else the external owner."""
    found = database.connections(home)
    return {**found.get("admin", found["owner"]), "name": found["owner"]["name"]}


def take_dump(home: Home, dump: Path) -> census.Census:
    """Dump the database as it is at one moment, and count it at the same moment."""
    who = administrator(home)
    with roles.open_connection(who) as inside:
        programs = client_programs(inside.info.server_version // 10000)
        inside.autocommit = False
        inside.isolation_level = IsolationLevel.REPEATABLE_READ
        census.settle(inside)
        row = inside.execute("SELECT pg_export_snapshot()").fetchone()
        snapshot = row[0] if row else ""
        run(
            programs,
            [
                "pg_dump",
                "--format=custom",
                "--compress=6",
                "--no-comments",
                # The owner of an external server's tables reads every row by policy; only the
                # embedded server's administrator passes all policies.
                "--enable-row-security",
                f"--snapshot={snapshot}",
                f"--file={dump}",
            ],
            who,
        )
        return census.take(inside)


def run(programs: Programs, command: list[str], who: Parameters) -> None:
    """Run one of PostgreSQL's programs against a database."""
    done = subprocess.run(
        [programs[command[0]], *command[1:]],
        env={"PATH": "/usr/bin:/bin", "LC_ALL": "C", **database.as_environment(who)},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise LaunchFailed(f"{command[0]} failed:\n{done.stdout.strip()[-3000:]}")


def _fill(
    writer: SealedWriter,
    home: Home,
    dump: Path,
    manifest: dict[str, object],
    witnesses: dict[str, bytes],
) -> None:
    buffered = io.BufferedWriter(writer, 1 << 20)
    with tarfile.open(fileobj=buffered, mode="w|", format=tarfile.PAX_FORMAT) as archive:
        _add_bytes(archive, "manifest.json", json.dumps(manifest).encode())
        for name, raw in witnesses.items():
            _add_bytes(archive, name, raw)
        for path in KEPT:
            _add_bytes(archive, str(path), (home.path / path).read_bytes())
        archive.add(dump, "database.dump", filter=_plain)
        for file in sorted(home.files.rglob("*")):
            if file.is_file() and not file.is_symlink():
                try:
                    raw = file.read_bytes()
                except FileNotFoundError:  # disposed of since we looked
                    continue
                _add_bytes(archive, str(file.relative_to(home.path)), raw)
    buffered.flush()
    buffered.detach()


def _add_bytes(archive: tarfile.TarFile, name: str, raw: bytes) -> None:
    entry = tarfile.TarInfo(name)
    entry.size, entry.mode = len(raw), 0o600
    archive.addfile(entry, io.BytesIO(raw))


def _plain(entry: tarfile.TarInfo) -> tarfile.TarInfo:
    """Names and numbers of this machine's users stay here."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = ""
    entry.mode = 0o600
    return entry


def _witnesses(home: Home) -> dict[str, bytes]:
    """What the audit keeps outside the database, by its name in the archive."""
    found = {}
    for file in sorted((home.path / AUDIT).glob("*.json*")):
        try:
            found[f"{AUDIT}/{file.name}"] = file.read_bytes()
        except FileNotFoundError:  # replaced since we looked
            continue
    return found
