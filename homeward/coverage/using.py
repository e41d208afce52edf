"""What was delivered to whom on which day, told by the room above that keeps the register."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from uuid import UUID

Delivered = Mapping[UUID, Mapping[date, int]]
Told = Callable[[Iterable[UUID], date, date], Delivered]
_told: list[Told] = []


def tells_delivered(provider: Told) -> Told:
    """Register a function of clients, first and last day (included) to minutes by day."""
    _told.append(provider)
    return provider


def delivered_between(client_ids: Iterable[UUID], first: date, last: date) -> Delivered:
    """Clinical minutes delivered, by client and day; nothing while no room tells."""
    ids = list(client_ids)
    found: dict[UUID, dict[date, int]] = {}
    for provider in _told if ids else ():
        for client_id, days in provider(ids, first, last).items():
            found.setdefault(client_id, {}).update(days)
    return found
