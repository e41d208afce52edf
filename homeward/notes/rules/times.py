"""The stays of a client in a session as a note states them: in, out, back, and by which way.

Source: notes name actual start and stop; telehealth records name drop-outs (session documentation
norms). Times are the wall clock of the site; a stay that ends in another offset than it began in,
on the night the clocks change, says so by its offsets.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo


@dataclass(frozen=True, slots=True, order=True)
class Stay:
    """From when to when, `out_at` None while the person is still there."""

    in_at: datetime
    out_at: datetime | None
    is_telehealth: bool = False


def times_of(stays: Iterable[Stay], zone: ZoneInfo) -> str:
    """All stays in order, retracted ones left out.

    >>> from datetime import UTC
    >>> began = datetime(2026, 11, 23, 15, 34, tzinfo=UTC)
    >>> times_of([Stay(began, began.replace(hour=16), True)], ZoneInfo("America/Chicago"))
    '09:34-10:00 (telehealth)'
    """
    shown = sorted(
        (each for each in stays if each.out_at != each.in_at), key=lambda each: each.in_at
    )
    return ", ".join(_one(each, zone) for each in shown)


def _one(stay: Stay, zone: ZoneInfo) -> str:
    began = stay.in_at.astimezone(zone)
    ended = stay.out_at.astimezone(zone) if stay.out_at else None
    # Both offsets stand there only where they differ.
    shape = "%H:%M" if ended is None or ended.utcoffset() == began.utcoffset() else "%H:%M %Z"
    until = ended.strftime(shape) if ended else ""
    how = " (telehealth)" if stay.is_telehealth else ""
    return f"{began.strftime(shape)}-{until}{how}"
