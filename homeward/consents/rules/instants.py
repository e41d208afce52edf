"""Instants and half-open periods.

Two aware datetimes that share one zone object compare by wall clock, so an hour repeated in
autumn would compare wrongly. Every instant is therefore brought to UTC before it is compared.
"""

from datetime import UTC, datetime


def to_utc(moment: datetime) -> datetime:
    """The same instant in UTC; raises ValueError when the moment has no offset."""
    if moment.utcoffset() is None:
        raise ValueError("an instant needs an offset")
    return moment.astimezone(UTC)


def bring_to_utc(value: object, *names: str) -> None:
    """Replace the named instants of a frozen value by the same instants in UTC."""
    for name in names:
        moment = getattr(value, name)
        if moment is not None:
            object.__setattr__(value, name, to_utc(moment))


def within(now: datetime, start: datetime, end: datetime | None) -> bool:
    """Whether `now` lies in the half-open period [start, end)."""
    return start <= now and (end is None or now < end)
