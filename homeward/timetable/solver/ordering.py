"""One order of an instance, whatever order it was told in, so that the order decides nothing."""

from collections.abc import Mapping
from dataclasses import replace
from typing import TypeVar

from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.writing import tidy

T = TypeVar("T")


def ordered(instance: Instance) -> Instance:
    """The same week with every record sorted by its id, and pairs the same way round."""
    pairs = {
        replace(pair, first=min(pair.first, pair.second), second=max(pair.first, pair.second))
        for pair in instance.keep_apart
    }
    clients = {
        id_: replace(client, needs=_sorted(client.needs), assigned=_sorted(client.assigned))
        for id_, client in _sorted(instance.clients).items()
    }
    return replace(
        instance,
        services=_sorted(instance.services),
        rooms=_sorted(instance.rooms),
        staff=_sorted(instance.staff),
        clients=clients,
        keep_apart=tuple(sorted(pairs, key=lambda pair: (pair.first, pair.second, pair.level))),
        day_patterns=dict(sorted(instance.day_patterns.items())),
        weights=_sorted(instance.weights),
        previous=None if instance.previous is None else tidy(instance.previous),
    )


def _sorted(records: Mapping[str, T]) -> dict[str, T]:
    return dict(sorted(records.items()))
