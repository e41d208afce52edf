"""Appointments that other rooms keep for a client, beside those of continuing care.

A room that books appointments outside registers here, so that a summary, the page of an ended
episode and the client's phone show one list.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class Booked:
    """One appointment: with whom, when, who there confirmed it; `kept` None is not known yet."""

    at: datetime
    with_whom: str
    place: str
    confirmed_by: str
    kept: bool | None
    is_ahead: bool
    url_name: str = ""
    ref: str = ""

    @property
    def is_confirmed(self) -> bool:
        """Whether somebody there said yes; without that it is no booking."""
        return bool(self.confirmed_by.strip())


Source = Callable[[Actor, UUID, datetime], Iterable[Booked]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """`source(actor, client_id, now)` answers what the actor may see of a client."""
    _sources[name] = source


def without_doubles(found: Iterable[Booked]) -> tuple[Booked, ...]:
    """One line a visit: what nobody confirmed gives way to a booking of the same instant."""
    told = tuple(found)
    confirmed = {each.at for each in told if each.is_confirmed}
    return tuple(each for each in told if each.is_confirmed or each.at not in confirmed)


def booked_elsewhere(actor: Actor, client_id: UUID, now: datetime) -> tuple[Booked, ...]:
    """Every appointment other rooms keep, the earliest first."""
    found = [each for source in _sources.values() for each in source(actor, client_id, now)]
    return tuple(sorted(found, key=lambda each: (each.at, each.with_whom)))
