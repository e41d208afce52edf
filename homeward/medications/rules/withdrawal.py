"""When the next reading of a withdrawal scale is due: sooner after a high score.

The scales are scored by their own keys (instruments); only the clock is here.
"""

from datetime import datetime, timedelta

# The scale -> the name of its total in the definition, the program's number for "watch closely".
SCALES = {"ciwa_ar": "ciwa_hold", "cows": "cows_moderate"}


def next_reading_at(
    *,
    started_at: datetime,
    last_at: datetime | None,
    last_total: int | None,
    close_from: int,
    every_minutes: int,
    close_minutes: int,
) -> datetime:
    """The instant of the next reading.

    The first is due when the watch begins. A total that could not be made is treated as a high
    one: what is not known is looked at again soon.
    """
    if last_at is None:
        return started_at
    is_close = last_total is None or last_total >= close_from
    minutes = min(close_minutes, every_minutes) if is_close else every_minutes
    return last_at + timedelta(minutes=minutes)
