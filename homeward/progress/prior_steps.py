"""What was done before somebody's care is ended: rooms that keep such steps register here."""

from collections.abc import Callable, Iterable
from datetime import date
from uuid import UUID

from homeward.progress.rules.administrative import Step

Source = Callable[[UUID, date], Iterable[Step]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """`source(client_id, since)` answers the steps written down since that day."""
    _sources[name] = source


def steps_since(client_id: UUID, since: date) -> tuple[Step, ...]:
    """Every step the record knows of, the earliest first; the same one once."""
    found = [step for source in _sources.values() for step in source(client_id, since)]
    return tuple(sorted(dict.fromkeys(found), key=lambda step: (step.on, step.kind)))
