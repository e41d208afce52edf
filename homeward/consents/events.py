"""Happenings that end or unlock a consent; the rooms that know them register them here.

A consent may end at an event only when somebody can compute that event: an expiry nobody would
ever notice is no expiry.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import Exists, Q

DISCHARGE, CASE_CLOSED = "discharge", "case_closed"
DISCHARGE_OR_CASE_CLOSED = "discharge_or_case_closed"


@dataclass(frozen=True, slots=True)
class EventSource:
    """One event code: when it befell a client, and the same as SQL about a consent's row.

    `happened(at)` answers whether it befell `OuterRef("client_id")` between
    `OuterRef("signed_at")` and `at`.
    """

    code: str
    moments: Callable[[UUID], Iterable[datetime]]
    happened: Callable[[datetime], Exists | Q]


_sources: dict[str, EventSource] = {}


def register(source: EventSource) -> None:
    """Add a source; a code has one."""
    _sources[source.code] = source


def register_earliest(code: str, of: tuple[str, ...]) -> None:
    """Add an event that happens as soon as any of these does.

    A room that registers one of them later counts all the same: they are looked up when asked.
    """

    def moments(client_id: UUID) -> Iterable[datetime]:
        return [moment for part in _parts(of) for moment in part.moments(client_id)]

    def happened(at: datetime) -> Q:
        either = Q()
        for part in _parts(of):
            either |= Q(part.happened(at))
        return either

    register(EventSource(code, moments, happened))


def unlocked_by(code: str) -> str:
    """The event that ends irrevocability where a consent says `code`.

    No consent binds past the end of the case it was given for (42 CFR 2.35(c)), and its text has
    always said so: where it binds "until discharge", the end of the case unlocks it too.
    """
    return DISCHARGE_OR_CASE_CLOSED if code == DISCHARGE else code


def _parts(of: tuple[str, ...]) -> list[EventSource]:
    return [_sources[code] for code in of if code in _sources]


def sources() -> tuple[EventSource, ...]:
    """Every event the installation can compute."""
    return tuple(_sources.values())


def codes() -> frozenset[str]:
    """Their codes, as validation wants them."""
    return frozenset(_sources)
