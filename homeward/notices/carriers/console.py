"""Writes each message to the standard error stream, for whoever sets up an installation."""

import sys

from homeward.notices.carriers.port import Outbound


class Console:
    """Channel, key and words; never the address."""

    name = "console"
    is_connected = False

    def carry(self, message: Outbound) -> None:
        """Say it."""
        sys.stderr.write(f"[{message.channel} {message.key}] {message.subject}: {message.body}\n")
