"""Which of the milestones a client chose have been reached, and on which day."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

DAYS = {"days_7": 7, "days_30": 30, "days_60": 60, "days_90": 90, "days_180": 180, "year": 365}


@dataclass(frozen=True, slots=True, kw_only=True)
class Path:
    """What is known of one client's way; `counted_from` is the client's own first day, if told."""

    admitted_on: date | None = None
    counted_from: date | None = None
    phase_on: date | None = None
    completed_on: date | None = None
    work_on: date | None = None
    home_on: date | None = None


def reached_on(milestone: str, path: Path, today: date) -> date | None:
    """The day a milestone was reached; None while it lies ahead or nothing tells of it.

    >>> reached_on("days_30", Path(admitted_on=date(2026, 11, 1)), date(2026, 12, 1))
    datetime.date(2026, 12, 1)
    >>> reached_on("days_30", Path(admitted_on=date(2026, 11, 1)), date(2026, 11, 30)) is None
    True
    """
    if milestone in DAYS:
        began = path.counted_from or path.admitted_on
        day = began + timedelta(days=DAYS[milestone]) if began else None
    else:
        day = {
            "new_phase": path.phase_on,
            "completed": path.completed_on,
            "work": path.work_on,
            "home": path.home_on,
        }.get(milestone)
    return day if day is not None and day <= today else None


def is_shown(day: date | None, today: date, shown_days: int) -> bool:
    """Whether a milestone of that day still hangs on the wall."""
    return day is not None and day <= today < day + timedelta(days=shown_days)


def newest_first(days: Iterable[tuple[date, str]]) -> list[tuple[date, str]]:
    """In the order of a wall: the newest first, then by name."""
    return sorted(days, key=lambda each: (-each[0].toordinal(), each[1]))
