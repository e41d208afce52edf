"""The logs of an installation's processes, one file each, in the home."""

from dataclasses import dataclass, field
from typing import IO

from homeward.config.launch.home import Home

LARGEST = 10_000_000  # bytes; a longer log is set aside once at the start


@dataclass
class Logs:
    """Opens each log once and keeps it open as long as the supervisor lives."""

    home: Home
    opened: dict[str, IO[bytes]] = field(default_factory=dict)

    def number(self, name: str) -> int:
        """The file descriptor a child writes to."""
        if name not in self.opened:
            path = self.home.logs / f"{name}.log"
            if path.exists() and path.stat().st_size > LARGEST:
                path.replace(path.with_suffix(".log.1"))
            self.opened[name] = open(path, "ab")  # noqa: SIM115  (open as long as we live)
        return self.opened[name].fileno()
