"""Bringing an installation back from a backup, beside the old one until it is whole."""

import json
import shutil
import time
from pathlib import Path
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from homeward.cli.recovery import census, opening, trying
from homeward.config.launch import database, installation, roles
from homeward.config.launch.cluster import Cluster
from homeward.config.launch.home import Home
from homeward.config.launch.refusals import LaunchFailed, LaunchRefused


def is_empty(path: Path) -> bool:
    """Whether a folder holds nothing an installation would need."""
    ignored = {".gitignore", "run", "logs", "testing"}
    return not path.exists() or all(entry.name in ignored for entry in path.iterdir())


def bring_back(
    backup: Path, private: X25519PrivateKey, home: Home, *, replace: bool
) -> dict[str, Any]:
    """Restore into `home`. An existing installation is set aside, never deleted.

    Until the restored database has been counted and its audit recomputed, nothing in `home`
    changes.
    """
    if not is_empty(home.path) and not replace:
        raise LaunchRefused(
            f"{home.path} is not empty. Choose an empty folder with --into, or say --replace to "
            "set the installation that is there aside."
        )
    if installation.is_held(home):
        raise LaunchRefused(f"Homeward is running from {home.path}. Stop it first: homeward stop")
    if database.external_url():
        _require_empty_server()
    staging = Home(home.path.with_name(f".{home.path.name}.restoring"))
    discard(staging)
    staging.prepare()
    try:
        manifest = opening.unpack(backup, staging.path, private=private)
        result = _rebuild(staging, manifest)
        (staging.path / "database.dump").unlink()
        (staging.path / "manifest.json").unlink()
        aside = put_in_place(staging, home)
    except BaseException:
        discard(staging)
        raise
    return {**result, "home": str(home.path), "set_aside": aside, "made_at": manifest["made_at"]}


def _rebuild(staging: Home, manifest: dict[str, Any]) -> dict[str, Any]:
    dump = staging.path / "database.dump"
    if database.external_url():
        database.remember_external_logins(staging)
        found = database.connections(staging)
        roles.prepare_external(found)
        return _load(dump, staging, {**found, "admin": found["owner"]}, manifest)
    cluster = Cluster(staging)
    cluster.make()
    with cluster.running():
        found = database.connections(staging)
        roles.establish(found)
        found["admin"] = {**found["admin"], "name": found["owner"]["name"]}
        return _load(dump, staging, found, manifest)


def _load(
    dump: Path, staging: Home, found: dict[str, Any], manifest: dict[str, Any]
) -> dict[str, Any]:
    trying.load_dump(dump, found["admin"])
    counted = trying.count(found["admin"])
    if wrong := census.differences(manifest["census"], counted):
        raise LaunchFailed(f"The restored database differs: {'; '.join(wrong[:5])}.")
    audit = trying.verify_audit(staging.path, found)
    rows = sum(int(rows) for rows, _digest in counted.values())
    return {"tables": len(counted), "rows": rows, "audit": audit}


def _require_empty_server() -> None:
    owner = database.parse_url(database.external_url())
    if trying.count(owner):
        raise LaunchRefused(
            f"The database {owner['name']} of HOMEWARD_DATABASE_URL already has tables. Restore "
            "into an empty one."
        )


def put_in_place(staging: Home, home: Home) -> str | None:
    """Swap the finished installation in; where the old one went."""
    aside = None
    shared_before = Cluster(staging).base
    home.path.parent.mkdir(parents=True, exist_ok=True)
    if not is_empty(home.path):
        aside = home.path.with_name(f"{home.path.name}.before-{time.strftime('%Y%m%d-%H%M%S')}")
        old = Cluster(home)
        if not old.base.is_relative_to(home.path):
            _move_base(home, Home(aside), old.base)
        home.path.rename(aside)
    elif home.path.exists():
        shutil.rmtree(home.path)
    if not shared_before.is_relative_to(staging.path):
        _move_base(staging, home, shared_before)
    staging.path.rename(home.path)
    return str(aside) if aside else None


def _move_base(home: Home, to: Home, base: Path) -> None:
    """Data that lies outside root's closed home is named after the home; rename it along."""
    target = base.with_name(to.mark)
    if target.exists():
        target.rename(target.with_name(f"{target.name}.before-{int(time.time())}"))
    base.rename(target)
    moved = json.loads(home.connection_file.read_text())
    moved["host"] = str(target / "socket")
    home.connection_file.write_text(json.dumps(moved, indent=1) + "\n")


def discard(staging: Home) -> None:
    """Remove a half-made restore."""
    if staging.path.exists():
        base = Cluster(staging).base
        if not base.is_relative_to(staging.path) and base.exists():
            shutil.rmtree(base)
        shutil.rmtree(staging.path)
