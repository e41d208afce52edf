"""An installation that things happen to."""

import contextlib
import os
import random
import signal
import subprocess
import time
from dataclasses import dataclass, field
from pathlib import Path

from homeward.config.launch import installation, offspring
from homeward.config.launch.home import Home
from homeward.config.launch.port import Address, ask
from homeward.config.launch.preparation import python
from homeward.config.launch.refusals import LaunchFailed

VICTIMS = ("web", "one web worker", "worker", "database", "supervisor", "everything")
PATIENCE = 300.0  # seconds for a start; the first builds the demo


@dataclass
class Patient:
    """One running demo, its victims and how long it takes to come back."""

    home: Home
    port: int
    process: "subprocess.Popen[bytes] | None" = None
    seconds_back: list[float] = field(default_factory=list)

    @property
    def log(self) -> Path:
        return self.home.path.parent / "said.log"

    def start(self) -> float:
        """Start it; seconds until it says that it is ready."""
        began = time.monotonic()
        told = {k: v for k, v in os.environ.items() if k != "HOMEWARD_DATABASE_URL"}
        told |= {"HOMEWARD_HOME": str(self.home.path), "HOMEWARD_PORT": str(self.port)}
        told["HOMEWARD_DEMO_EMPTY"] = "1"
        with open(self.log, "wb") as said:
            self.process = subprocess.Popen(  # noqa: S603  (our own command)
                python("-m", "homeward", "demo"),
                env=told,
                stdin=subprocess.DEVNULL,
                stdout=said,
                stderr=said,
                start_new_session=True,
            )
        while b"Homeward is ready" not in self.log.read_bytes():
            late = time.monotonic() - began > PATIENCE
            if self.process.poll() is not None or late:
                raise LaunchFailed(f"Homeward did not start:\n{self.log.read_text()[-3000:]}")
            time.sleep(0.02)
        return time.monotonic() - began

    def stop(self) -> None:
        """End it in order."""
        if self.process is not None:
            with contextlib.suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGTERM)
            self.process.wait()

    def kill(self, victim: str, chance: random.Random) -> None:
        """Kill one part or all; returns when pages come back."""
        for pid in self._numbers(victim, chance):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        began = time.monotonic()
        if victim in ("supervisor", "everything") and self.process is not None:
            self.process.wait()
            self.start()
        while (status := ask(Address("127.0.0.1", self.port))) is None or status >= 500:
            if time.monotonic() - began > PATIENCE:
                raise LaunchFailed(f"No page came back after the {victim} was killed.")
            time.sleep(0.02)
        self.seconds_back.append(time.monotonic() - began)

    def _numbers(self, victim: str, chance: random.Random) -> list[int]:
        supervisor = [self.process.pid] if self.process else []
        children: dict[str, int] = (installation.running_as(self.home) or {}).get("children", {})
        if victim == "supervisor":
            return supervisor
        if victim == "everything":
            return [*supervisor, *offspring.marked(self.home.mark)]
        if victim == "one web worker":
            server = children.get("web", 0)
            below = [pid for pid in offspring.marked(self.home.mark) if _parent(pid) == server]
            return [chance.choice(below)] if below else []
        return [children[victim]] if victim in children else []


def _parent(pid: int) -> int:
    try:
        return int(
            (offspring.PROCESSES / str(pid) / "stat").read_text().rpartition(")")[2].split()[1]
        )
    except (OSError, IndexError):
        return 0
