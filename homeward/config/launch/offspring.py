"""Child processes that cannot outlive their supervisor unnoticed.

Every child carries a mark in its environment. The kernel ends a child when its supervisor dies;
should one survive all the same, the next start finds it by the mark and ends it.
"""

import contextlib
import ctypes
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

MARK = "HOMEWARD_SUPERVISED"
PR_SET_PDEATHSIG = 1
PROCESSES = Path("/proc")
_libc = ctypes.CDLL(None, use_errno=True) if sys.platform == "linux" else None


def spawn(
    command: list[str],
    *,
    mark: str,
    environment: Mapping[str, str],
    when_orphaned: signal.Signals = signal.SIGTERM,
    **options: Any,
) -> subprocess.Popen[bytes]:
    """Start a child in its own session, so that Ctrl-C reaches only the supervisor."""
    return subprocess.Popen(
        command,
        env={**environment, MARK: mark},
        stdin=subprocess.DEVNULL,
        start_new_session=True,
        preexec_fn=_dies_with(os.getpid(), when_orphaned),
        **options,
    )


def die_with_parent(sign: signal.Signals = signal.SIGKILL) -> None:
    """Ask the kernel to send this process `sign` when the process that started it dies."""
    if _libc:
        _libc.prctl(PR_SET_PDEATHSIG, int(sign), 0, 0, 0)


def _dies_with(parent: int, sign: signal.Signals) -> Callable[[], None]:
    def arrange() -> None:
        die_with_parent(sign)
        if os.getppid() != parent:  # it died before we could ask
            os._exit(1)

    return arrange


def marked(mark: str) -> list[int]:
    """Living processes that carry the mark, but not ourselves."""
    wanted = f"{MARK}={mark}".encode()
    found = []
    for entry in PROCESSES.iterdir() if PROCESSES.exists() else ():
        if not entry.name.isdigit() or int(entry.name) == os.getpid():
            continue
        with contextlib.suppress(OSError):
            if wanted in (entry / "environ").read_bytes().split(b"\0") and is_alive(
                int(entry.name)
            ):
                found.append(int(entry.name))
    return found


def state_of(pid: int) -> str:
    """The kernel's letter for a process (`Z` is a zombie); empty when there is none."""
    try:
        return (PROCESSES / str(pid) / "stat").read_text().rpartition(")")[2].split()[0]
    except (OSError, IndexError):
        return ""


def is_alive(pid: int) -> bool:
    """Whether the process exists and is no zombie."""
    return state_of(pid) not in ("", "Z", "X")


def end_marked(mark: str, patience: float = 8.0) -> int:
    """End every process with the mark: asked first, then killed. The number there were."""
    first = marked(mark)
    for sign, wait in ((signal.SIGTERM, 1.0), (signal.SIGINT, patience), (signal.SIGKILL, 5.0)):
        # PostgreSQL takes SIGTERM as "wait for everyone to leave" and SIGINT as "stop now".
        left = marked(mark)
        for pid in left:
            with contextlib.suppress(ProcessLookupError, PermissionError):
                os.kill(pid, sign)
        deadline = time.monotonic() + wait
        while left and time.monotonic() < deadline:
            time.sleep(0.05)
            left = [pid for pid in left if is_alive(pid)]
        if not left and not marked(mark):
            break
    return len(first)
