"""When the next reading of a withdrawal scale is due: sooner after a high score.

The scales are scored by their own keys (instruments); only the clock is here.

| Total | The next reading |
|---|---|
| below the first number of the scale | as ordered |
| from the first (`ciwa_hold`, `cows_moderate`), or no total | as ordered for close watching |
| from the second (`ciwa_emergency`, `cows_moderately_severe`) | half of that |
| from the third (`cows_severe`) | a quarter of that |

Never sooner than a quarter of an hour. Source: the scales' own bands; the halving is the house's.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta

# The scale -> the program's numbers from which it is watched closely, more closely, and so on.
SCALES = {
    "ciwa_ar": ("ciwa_hold", "ciwa_emergency"),
    "cows": ("cows_moderate", "cows_moderately_severe", "cows_severe"),
}
LEAST_MINUTES = 15


def next_reading_at(
    *,
    started_at: datetime,
    last_at: datetime | None,
    last_total: int | None,
    close_from: Sequence[int],
    every_minutes: int,
    close_minutes: int,
) -> datetime:
    """The instant of the next reading; `close_from` are the scale's numbers, the lowest first.

    The first is due when the watch begins. A total that could not be made is treated as a high
    one: what is not known is looked at again soon.
    """
    if last_at is None:
        return started_at
    passed = 1 if last_total is None else sum(last_total >= cut for cut in close_from)
    if not passed:
        return last_at + timedelta(minutes=every_minutes)
    minutes = min(close_minutes, every_minutes) // 2 ** (passed - 1)
    return last_at + timedelta(minutes=max(LEAST_MINUTES, minutes))
