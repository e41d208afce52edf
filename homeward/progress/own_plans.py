"""Plans for staying well that clients made theirs; the room that keeps them registers here."""

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class OwnPlan:
    """A plan in force: since when, and whom it names to call, each with a number or none."""

    since: datetime
    people: tuple[tuple[str, str], ...]


Source = Callable[[Collection[UUID]], Mapping[UUID, OwnPlan]]
_sources: dict[str, Source] = {}


def register(name: str, source: Source) -> None:
    """`source(client_ids)` answers the plan in force of each client who has one."""
    _sources[name] = source


def own_plans(client_ids: Collection[UUID]) -> dict[UUID, OwnPlan]:
    """The plan in force of each of these clients who made one theirs."""
    return {key: plan for source in _sources.values() for key, plan in source(client_ids).items()}
