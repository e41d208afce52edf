"""Free hours of a week, from what somebody must do.

Days are 0 (Monday) to 6; times are wall-clock minutes after midnight at the site.
"""

from collections.abc import Iterable
from dataclasses import dataclass

EARLIEST, LATEST = 7 * 60, 22 * 60


@dataclass(frozen=True, slots=True, order=True)
class Stretch:
    """Part of one weekday, from a minute (included) to a minute (not included)."""

    weekday: int
    starts: int
    ends: int


def free_windows(
    busy: Iterable[Stretch], *, earliest: int = EARLIEST, latest: int = LATEST, shortest: int = 60
) -> tuple[Stretch, ...]:
    """What is left of each day between two hours, without pieces shorter than `shortest`."""
    taken = sorted(busy)
    found = []
    for weekday in range(7):
        at = earliest
        for stretch in (each for each in taken if each.weekday == weekday):
            if stretch.starts - at >= shortest:
                found.append(Stretch(weekday, at, min(stretch.starts, latest)))
            at = max(at, stretch.ends)
        if latest - at >= shortest:
            found.append(Stretch(weekday, at, latest))
    return tuple(found)


def days_that_fit(windows: Iterable[Stretch], starts: int, ends: int) -> tuple[int, ...]:
    """The weekdays with a window that holds all of a program day."""
    fits = {each.weekday for each in windows if each.starts <= starts and each.ends >= ends}
    return tuple(sorted(fits))
