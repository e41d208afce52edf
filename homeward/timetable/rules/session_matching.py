"""Which session that stands is the one that is wanted: the same kind and start, the same people.

What is matched keeps its row, its history and its topic; the rest is made or given back. A
one-to-one is the same only for the same client.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from typing import Any

Key = Hashable


@dataclass(frozen=True, slots=True)
class Stands:
    """A session as the matching sees it, from either side."""

    ref: Key
    what: tuple[Key, ...]
    members: frozenset[Key]
    leader: Key
    room: Key
    is_group: bool


def matched(standing: Iterable[Stands], wanted: Iterable[Stands]) -> dict[Any, Any]:
    """Wanted to standing, each used once; the most shared members first, then leader and room."""
    there: dict[tuple[Key, ...], list[Stands]] = {}
    for each in standing:
        there.setdefault((*each.what, each.is_group), []).append(each)
    pairs = []
    for new in wanted:
        for old in there.get((*new.what, new.is_group), ()):
            shared = len(old.members & new.members)
            if not new.is_group and not shared:
                continue
            same = (shared, old.leader == new.leader, old.room == new.room)
            pairs.append((same, str(new.ref), str(old.ref), new.ref, old.ref))
    pairs.sort(key=lambda pair: ([-int(each) for each in pair[0]], pair[1], pair[2]))
    found: dict[Key, Key] = {}
    used: set[Key] = set()
    for _, _, _, new_ref, old_ref in pairs:
        if new_ref not in found and old_ref not in used:
            found[new_ref] = old_ref
            used.add(old_ref)
    return found
