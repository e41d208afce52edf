"""The short forms that wait on the clients' phones, opened as the morning's job opens them."""

from datetime import datetime

from homeward.progress.inviting import invite_everybody


def add_invitations(now: datetime) -> int:
    """What is due today for everybody in the program."""
    return invite_everybody(now=now)
