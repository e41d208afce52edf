"""What a killed PostgreSQL leaves behind that would stop the next start."""

import contextlib
import os
import signal
import time
from pathlib import Path

from homeward.config.launch import offspring


def clear(data: Path, socket_folder: Path) -> None:
    """End processes a dead server left, and remove lock files of zombies or other programs.

    Only called while holding the home's lock and without a running server. In every other case
    the files stay and PostgreSQL decides, which also checks its shared memory.
    """
    _end_orphans(data)
    for lock in (data / "postmaster.pid", *socket_folder.glob(".s.PGSQL.*.lock")):
        with contextlib.suppress(OSError, ValueError, IndexError):
            pid = int(lock.read_text().splitlines()[0])
            if offspring.state_of(pid) and not _is_living_server(pid):
                lock.unlink()
                if lock.suffix == ".lock":
                    lock.with_suffix("").unlink(missing_ok=True)


def _end_orphans(data: Path, patience: float = 10.0) -> None:
    """Processes of a killed server notice its death only when they look up from their work.

    Until the last is gone its shared memory is in use and no new server can start. They are known
    by the folder they run in; their environment is overwritten by their title.
    """
    deadline = time.monotonic() + patience
    sign = signal.SIGQUIT
    while (left := _orphans(data)) and time.monotonic() < deadline:
        for pid in left:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, sign)
        sign = signal.SIGKILL
        time.sleep(0.1)


def _orphans(data: Path) -> list[int]:
    """Living parts of a server on this data whose server itself is gone."""
    found, folder = {}, data.resolve()
    for entry in offspring.PROCESSES.iterdir() if offspring.PROCESSES.exists() else ():
        with contextlib.suppress(OSError, ValueError):
            pid = int(entry.name)
            if (entry / "cwd").readlink() == folder and _is_living_server(pid):
                found[pid] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
    return [pid for pid, parent in found.items() if parent not in found and _has_title(pid)]


def _has_title(pid: int) -> bool:
    """Parts of a server call themselves `postgres: …`; the server itself shows its command."""
    try:
        title = (offspring.PROCESSES / str(pid) / "cmdline").read_bytes()
    except OSError:
        return False
    return title.startswith(b"postgres: ")


def _is_living_server(pid: int) -> bool:
    """Whether the process may be a server. Without /proc the answer is yes, to be safe."""
    if offspring.state_of(pid) == "Z":
        return False
    try:
        name = (offspring.PROCESSES / str(pid) / "comm").read_text().strip()
    except OSError:
        return True
    return name.startswith(("postgres", "postmaster"))
