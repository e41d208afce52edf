"""The product's own web server in processes of its own, to be killed in the middle of a word."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass, field
from pathlib import Path

from homeward.config.launch.home import CHECKOUT
from homeward.config.launch.port import Address, ask, quiet_port

PATIENCE = 60.0


@dataclass
class Served:
    """One server on the database of this test process; started and killed as often as wanted."""

    port: int = field(default_factory=quiet_port)
    running: "subprocess.Popen[bytes] | None" = None
    log: Path = field(default_factory=lambda: Path(tempfile.mkstemp(suffix=".log")[1]))

    @property
    def address(self) -> str:
        """Where it answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Until a page comes back."""
        words = ("-P", "-m", "homeward.config.launch.web", "127.0.0.1", str(self.port), "1")
        with open(self.log, "wb") as said:
            self.running = subprocess.Popen(
                [sys.executable, *words],
                cwd=CHECKOUT,
                env={**os.environ, "PYTHONPATH": str(CHECKOUT)},
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        deadline = time.monotonic() + PATIENCE
        while (ask(Address("127.0.0.1", self.port)) or 500) >= 500:
            assert self.running.poll() is None, self.log.read_text()
            assert time.monotonic() < deadline, self.log.read_text()
            time.sleep(0.1)

    def kill(self) -> None:
        """As when the power goes: the server and its workers, with no word of farewell."""
        assert self.running is not None
        os.killpg(self.running.pid, signal.SIGKILL)
        self.running.wait()
        self.running = None

    def end(self) -> None:
        """After the test."""
        if self.running is not None:
            self.kill()
        self.log.unlink(missing_ok=True)
