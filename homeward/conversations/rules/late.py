"""To which session somebody can be running late: one of today that is not over and is held."""

from datetime import datetime

NO_SESSION = "late_no_session"


def refused(
    *, starts_at: datetime, ends_at: datetime, now: datetime, is_today: bool, is_held: bool
) -> str:
    """The code of why not; "" where it can be said: before the start and while it runs."""
    is_over = now >= ends_at or starts_at > ends_at
    return "" if is_held and is_today and not is_over else NO_SESSION
