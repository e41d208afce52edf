"""What a killed PostgreSQL leaves behind that would stop the next start."""

import contextlib
from pathlib import Path

from homeward.config.launch import offspring


def clear(data: Path, socket_folder: Path) -> None:
    """Remove lock files whose process is a zombie or has become some other program.

    Only called while holding the home's lock. In every other case the files stay and PostgreSQL
    decides, which also checks its shared memory.
    """
    for lock in (data / "postmaster.pid", *socket_folder.glob(".s.PGSQL.*.lock")):
        with contextlib.suppress(OSError, ValueError, IndexError):
            pid = int(lock.read_text().splitlines()[0])
            if offspring.state_of(pid) and not _is_living_server(pid):
                lock.unlink()
                if lock.suffix == ".lock":
                    lock.with_suffix("").unlink(missing_ok=True)


def _is_living_server(pid: int) -> bool:
    """Whether the process may be a server. Without /proc the answer is yes, to be safe."""
    if offspring.state_of(pid) == "Z":
        return False
    try:
        name = (offspring.PROCESSES / str(pid) / "comm").read_text().strip()
    except OSError:
        return True
    return name.startswith(("postgres", "postmaster"))
