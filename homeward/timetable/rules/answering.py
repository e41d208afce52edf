"""Who of the program answers at an instant, by the on-duty roster, and from when again.

Somebody answers during a stretch on duty, from its first minute until before its last. A stretch
planned on a closed day does not count: the house may be locked. Where no stretch stands in the
days around, nobody keeps a roster, and then nothing is known. Source: the program's own roster.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from homeward.kernel.periods import Period

AROUND = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class OnDuty:
    """One stretch on duty: whose, the day it belongs to, from when until when."""

    name: str
    on: date
    period: Period


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers now; `until` the first of them goes, `again_at` when the next one comes."""

    names: tuple[str, ...]
    until: datetime | None
    again_at: datetime | None
    is_known: bool


def answering(stretches: Iterable[OnDuty], now: datetime, closed: Collection[date]) -> Answering:
    """What the roster of the days around says of this instant."""
    near = [
        each
        for each in stretches
        if each.period.ends_at > now - AROUND and each.period.starts_at < now + AROUND
    ]
    held = [each for each in near if each.on not in closed]
    here = [each for each in held if each.period.starts_at <= now < each.period.ends_at]
    later = [each.period.starts_at for each in held if each.period.starts_at > now]
    return Answering(
        tuple(dict.fromkeys(each.name for each in here)),
        min((each.period.ends_at for each in here), default=None),
        min(later, default=None),
        is_known=bool(near),
    )
