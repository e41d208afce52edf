"""A link to sign by: how long it opens, and how often a wrong code may be typed.

The link is sent; the code is said or handed over on paper. Only both together open anything.
"""

from datetime import datetime, timedelta

LASTS = timedelta(hours=72)
OPEN_FOR = timedelta(minutes=30)
MOST_TRIES = 5
CODE_DIGITS = 6
OPEN, ENDED, EXPIRED, LOCKED = "open", "ended", "expired", "locked"


def link_state(
    *, expires_at: datetime, ended_at: datetime | None, tries: int, now: datetime
) -> str:
    """Whether a code may be tried on the link at all; it expires at the very instant."""
    if ended_at is not None and now >= ended_at:
        return ENDED
    if now >= expires_at:
        return EXPIRED
    return LOCKED if tries >= MOST_TRIES else OPEN


def plain_code(typed: str) -> str:
    """The digits of what was typed, without the gaps people make."""
    return "".join(each for each in typed if each.isdecimal() and each.isascii())
