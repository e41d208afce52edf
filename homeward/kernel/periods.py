"""Half-open stretches of time."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """From `starts_at` up to, not including, `ends_at`; both aware instants.

    Raises ValueError when it would run backwards.
    """

    starts_at: datetime
    ends_at: datetime

    def __post_init__(self) -> None:
        if self.ends_at < self.starts_at:
            raise ValueError("a period cannot end before it starts")

    @property
    def length(self) -> timedelta:
        return self.ends_at - self.starts_at

    def overlap(self, other: "Period") -> timedelta:
        """How long both run at once; zero when they only touch."""
        start = max(self.starts_at, other.starts_at)
        end = min(self.ends_at, other.ends_at)
        return max(end - start, timedelta(0))

    def has(self, instant: datetime) -> bool:
        return self.starts_at <= instant < self.ends_at


def merged(periods: Iterable[Period]) -> tuple[Period, ...]:
    """The same time with overlaps counted once, in order."""
    joined: list[Period] = []
    for item in sorted(periods):
        if joined and item.starts_at <= joined[-1].ends_at:
            last = joined.pop()
            joined.append(Period(last.starts_at, max(last.ends_at, item.ends_at)))
        else:
            joined.append(item)
    return tuple(joined)


def minutes_of(length: timedelta) -> int:
    """Whole minutes, rounded down: a part of a minute is never credited."""
    return int(length // timedelta(minutes=1))
