"""Which records stand against a need: any one of these would do, or these only together.

Each record is taken out of the way by itself and the week solved again around the need; what gives
the need its place is told with whom else it moves. Where no single one does, all are taken out and
put back one by one: what cannot be put back is the conflict.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from homeward.timetable.solver.explaining.sources import Source, sources_of, without
from homeward.timetable.solver.explaining.unplaced import Unplaced
from homeward.timetable.solver.explaining.verified import Verified, compared
from homeward.timetable.solver.instance import Instance
from homeward.timetable.solver.schedule import Schedule

# Plans the instance anew around one need, keeping close to its `previous`.
Resolve = Callable[[Instance], Schedule]
MOST_SOURCES = 24


@dataclass(frozen=True, slots=True)
class Remedy:
    """Records that, changed together, give the need its place; and what came of the re-solve."""

    sources: tuple[Source, ...]
    found: Verified

    def to_json(self) -> dict[str, Any]:
        """The plain form."""
        return {
            "records": [each.to_json() for each in self.sources],
            "moved": list(self.found.moved),
            "other_faces": list(self.found.other_faces),
        }


def remedies(
    instance: Instance, schedule: Schedule, told: Unplaced, *resolves: Resolve
) -> tuple[Remedy, ...]:
    """Single records that would do, the cheapest first; else the one smallest set found.

    Nothing where even all of them would not. Each is verified by a re-solve that keeps the rules:
    by the first of `resolves` that finds any.
    """
    sources = sources_of(instance, told)[:MOST_SOURCES]
    for resolve in resolves:
        if found := _found(instance, schedule, told, sources, resolve):
            return found
    return ()


def _found(
    instance: Instance,
    schedule: Schedule,
    told: Unplaced,
    sources: list[Source],
    resolve: Resolve,
) -> tuple[Remedy, ...]:

    def tried(chosen: Sequence[Source]) -> Verified:
        changed = replace(without(instance, told, chosen), previous=schedule)
        return compared(instance, changed, schedule, resolve(changed), told)

    if not sources or not (whole := tried(sources)).is_placed:
        return ()
    alone = [Remedy((each,), tried((each,))) for each in sources]
    single = [each for each in alone if each.found.is_placed]
    if single:
        return tuple(sorted(single, key=lambda each: len(each.found.moved)))
    needed, found = list(sources), whole
    for each in reversed(sources):
        rest = [other for other in needed if other != each]
        after = tried(rest)
        if after.is_placed:
            needed, found = rest, after
    return (Remedy(tuple(needed), found),)
