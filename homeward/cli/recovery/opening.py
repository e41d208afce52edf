"""Opening a backup into a closed folder, every byte checked before anything is used."""

import io
import json
import shutil
import tarfile
from pathlib import Path, PurePosixPath
from typing import Any

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from homeward.cli.recovery.sealing import Damaged, SealedReader
from homeward.config.launch.refusals import LaunchRefused

KNOWN = {
    "manifest.json",
    "database.dump",
    "installation.json",
    "keys/keyring.json",
    "keys/backup.json",
}


def unpack(
    backup: Path, room: Path, *, private: X25519PrivateKey | None = None, key: bytes = b""
) -> dict[str, Any]:
    """Unpack everything into `room`; the manifest. Raises Damaged or LaunchRefused."""
    try:
        file = open(backup, "rb")  # noqa: SIM115  (closed by the `with` below)
    except OSError as problem:
        raise LaunchRefused(f"{backup} cannot be read: {problem.strerror}.") from None
    with file:
        reader = SealedReader(file, private=private, key=key)
        try:
            with tarfile.open(fileobj=io.BufferedReader(reader, 1 << 20), mode="r|") as archive:
                for entry in archive:
                    _take(archive, entry, room)
            reader.finish()
            manifest: dict[str, Any] = json.loads((room / "manifest.json").read_text())
        except (tarfile.TarError, ValueError, FileNotFoundError):
            raise Damaged from None
    if missing := {"database.dump", "installation.json", "keys/keyring.json"} - _present(room):
        raise LaunchRefused(f"This backup lacks {', '.join(sorted(missing))}.")
    return manifest


def _take(archive: tarfile.TarFile, entry: tarfile.TarInfo, room: Path) -> None:
    """Only ordinary files with known names; a name never leads out of the folder."""
    name = PurePosixPath(entry.name)
    inside = name.parts[:1] in (("files",), ("audit",)) and ".." not in name.parts
    if not entry.isreg() or not (entry.name in KNOWN or inside):
        raise LaunchRefused(f"This backup holds something unexpected: {entry.name!r}.")
    content = archive.extractfile(entry)
    place = room.joinpath(*name.parts)
    place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    if content is None:
        raise Damaged
    with open(place, "xb") as output:
        place.chmod(0o600)
        shutil.copyfileobj(content, output, 1 << 20)


def _present(room: Path) -> set[str]:
    return {str(path.relative_to(room)) for path in room.rglob("*") if path.is_file()}
