"""One process the supervisor keeps alive."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field

Spawn = Callable[[], "subprocess.Popen[bytes]"]
PAUSES = (0.1, 0.5, 1.0, 2.0, 5.0, 10.0)  # seconds before a restart, growing while it keeps dying
LABELS = {"web": "web server"}
STEADY = 30.0  # seconds alive after which earlier deaths are forgotten


@dataclass
class Child:
    """Starts again after a pause when it dies."""

    name: str
    spawn: Spawn
    deaths: int = 0
    process: "subprocess.Popen[bytes] | None" = None
    started: float = 0.0
    due: float = field(default=0.0)

    def start(self) -> None:
        self.process = self.spawn()
        self.started = time.monotonic()

    @property
    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def look(self) -> str:
        """Notice a death and, when its pause is over, start again. What to tell, if anything."""
        now = time.monotonic()
        if self.is_running:
            return ""
        if self.process is not None:
            status = self.process.returncode
            self.clear()
            self.deaths = 1 if now - self.started > STEADY else self.deaths + 1
            self.due = now + PAUSES[min(self.deaths, len(PAUSES)) - 1]
            self.process = None
            label = LABELS.get(self.name, self.name)
            return f"The {label} ended unexpectedly ({_words(status)}); starting it again."
        if now >= self.due:
            self.start()
        return ""

    def ask(self, sign: signal.Signals) -> None:
        if self.process is not None and self.is_running:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(sign)

    def await_end(self, patience: float) -> bool:
        """Whether it ended in time."""
        if self.process is None:
            return True
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(patience)
        return not self.is_running

    def clear(self) -> None:
        """Kill whatever is left of it and of the processes it started."""
        if self.process is None:
            return
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def _words(status: int | None) -> str:
    if status is not None and status < 0:
        with contextlib.suppress(ValueError):
            return f"killed by {signal.Signals(-status).name}"
    return f"status {status}"
