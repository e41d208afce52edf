"""Seats of a cell split into its groups: even sizes, kept-apart people in different ones."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from homeward.timetable.solver.possible import Cell, Possible

MOST_STEPS = 20_000


@dataclass(frozen=True, slots=True, order=True)
class Team:
    """A group before it has a leader and rooms."""

    cell: Cell
    members: tuple[str, ...]


def teams_of(
    possible: Possible, seated: Mapping[str, tuple[Cell, ...]], counts: Mapping[Cell, int]
) -> list[Team]:
    """The groups of every cell; somebody who fits nowhere loses the seat."""
    sitting: dict[Cell, list[str]] = defaultdict(list)
    for client in sorted(seated):
        for cell in seated[client]:
            sitting[cell].append(client)
    apart = defaultdict(set)
    for first, second, _level in possible.pairs:
        apart[first].add(second)
        apart[second].add(first)
    found = []
    for cell in sorted(sitting):
        service = possible.services[cell.service]
        number = max(1, counts.get(cell, 1))
        found += [
            Team(cell, tuple(sorted(members)))
            for members in split(sitting[cell], number, service.most, apart)
            if len(members) >= service.least
        ]
    return found


def split(
    members: list[str], number: int, most: int, apart: Mapping[str, set[str]]
) -> list[list[str]]:
    """Split people into so many parts of even size, kept-apart people in different parts."""
    within = set(members)
    ordered = sorted(members, key=lambda each: (-len(apart.get(each, set()) & within), each))
    parts: list[list[str]] = [[] for _ in range(number)]
    even = -(-len(members) // number)
    for limit in (even, most):
        for part in parts:
            part.clear()
        if _placed(ordered, 0, parts, min(limit, most), apart, [MOST_STEPS]):
            return parts
    for part in parts:
        part.clear()
    for each in ordered:
        open_ = [p for p in parts if len(p) < most and not apart.get(each, set()) & set(p)]
        if open_:
            min(open_, key=len).append(each)
    return parts


def _placed(
    ordered: list[str],
    place: int,
    parts: list[list[str]],
    limit: int,
    apart: Mapping[str, set[str]],
    steps: list[int],
) -> bool:
    if place == len(ordered):
        return True
    steps[0] -= 1
    if steps[0] < 0:
        return False
    each = ordered[place]
    tried_empty = False
    for part in sorted(parts, key=len):
        if len(part) >= limit or apart.get(each, set()) & set(part):
            continue
        if not part:
            if tried_empty:
                continue
            tried_empty = True
        part.append(each)
        if _placed(ordered, place + 1, parts, limit, apart, steps):
            return True
        part.pop()
    return False
