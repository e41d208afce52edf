"""The folder in which one installation keeps everything it must not lose."""

import hashlib
import os
import stat
from dataclasses import dataclass
from pathlib import Path

from homeward.config.launch.refusals import LaunchRefused

CHECKOUT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Home:
    """Where the parts of an installation lie. Nothing is created by asking."""

    path: Path

    @property
    def keys(self) -> Path:
        return self.path / "keys"

    @property
    def files(self) -> Path:
        """Uploaded and produced documents, encrypted at rest."""
        return self.path / "files"

    @property
    def static(self) -> Path:
        return self.path / "static"

    @property
    def backups(self) -> Path:
        return self.path / "backups"

    @property
    def logs(self) -> Path:
        return self.path / "logs"

    @property
    def run(self) -> Path:
        """Locks and stamps of the running installation; may be deleted while it is stopped."""
        return self.path / "run"

    @property
    def connection_file(self) -> Path:
        return self.keys / "database.json"

    @property
    def recovery_key(self) -> Path:
        """The private half of the backup key, until someone moves it off this machine."""
        return self.path / "RECOVERY-KEY.txt"

    @property
    def mark(self) -> str:
        """A short name of this folder, the same on every start."""
        return hashlib.sha256(os.fsencode(self.path)).hexdigest()[:12]

    def prepare(self) -> None:
        """Make the folders, closed to other users.

        Root's home may be passed through, because PostgreSQL runs as another user below it.
        """
        passable = 0o711 if os.geteuid() == 0 else 0o700
        try:
            self.path.mkdir(mode=passable, parents=True, exist_ok=True)
            self.path.chmod(passable)
            for folder in (self.keys, self.files, self.static, self.backups, self.logs, self.run):
                folder.mkdir(mode=0o700, exist_ok=True)
                folder.chmod(0o700)
        except OSError as problem:
            raise LaunchRefused(
                f"The folder {self.path} cannot be used ({problem.strerror}). "
                "Set HOMEWARD_HOME to a folder you may write to."
            ) from problem
        self._ignore_in_git()

    def _ignore_in_git(self) -> None:
        """Keep a home below a checkout out of its history, whatever it is called."""
        ignore = self.path / ".gitignore"
        if not ignore.exists():
            ignore.write_text("*\n")


def current_home() -> Home:
    """HOMEWARD_HOME, or `var` in the checkout, or `~/.local/share/homeward` if it is read-only."""
    if chosen := os.environ.get("HOMEWARD_HOME", "").strip():
        return Home(Path(chosen).expanduser().resolve())
    beside = CHECKOUT / "var"
    if os.access(beside if beside.exists() else CHECKOUT, os.W_OK | os.X_OK):
        return Home(beside.resolve())
    return Home((Path.home() / ".local/share/homeward").resolve())


def write_private(path: Path, text: str | bytes) -> None:
    """Write a file only its owner may read, whole or not at all."""
    raw = text.encode() if isinstance(text, str) else text
    fresh = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(fresh, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "wb") as file:
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())
    fresh.replace(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def is_private(path: Path) -> bool:
    """Whether nobody but the owner may read the file."""
    return not stat.S_IMODE(path.stat().st_mode) & 0o077
