"""Happenings that end or unlock a consent; the rooms that know them register them here.

A consent may end at an event only when somebody can compute that event: an expiry nobody would
ever notice is no expiry.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists


@dataclass(frozen=True, slots=True)
class EventSource:
    """One event code: when it befell a client, and the same as SQL about a consent's row.

    `happened(at)` answers whether it befell `OuterRef("client_id")` between
    `OuterRef("signed_at")` and `at`.
    """

    code: str
    moments: Callable[[UUID], Iterable[datetime]]
    happened: Callable[[datetime], Exists]


_sources: dict[str, EventSource] = {}


def register(source: EventSource) -> None:
    """Add a source; a code has one."""
    _sources[source.code] = source


def sources() -> tuple[EventSource, ...]:
    """Every event the installation can compute."""
    return tuple(_sources.values())


def codes() -> frozenset[str]:
    """Their codes, as validation wants them."""
    return frozenset(_sources)
