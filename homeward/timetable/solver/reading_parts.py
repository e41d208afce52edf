"""Small questions the reading of an instance asks again and again."""

from collections.abc import Mapping
from typing import Any

from homeward.kernel import shape
from homeward.kernel.bad_input import BadInput
from homeward.timetable.solver.instance import Grid, Window


def windows_of(value: object, path: str, grid: Grid) -> tuple[Window, ...]:
    """A list of `[day, from, to]`, each inside the grid, in order."""
    found = []
    for place, entry in enumerate(shape.a_list(value, path)):
        where = f"{path}[{place}]"
        if not isinstance(entry, list) or len(entry) != 3:
            raise BadInput(where, "must be [day, from, to]")
        day = count(entry[0], f"{where}[0]", most=len(grid.days) - 1)
        begins = count(entry[1], f"{where}[1]", most=grid.slots_a_day)
        ends = count(entry[2], f"{where}[2]", most=grid.slots_a_day)
        if begins >= ends:
            raise BadInput(where, "must end after it begins")
        found.append((day, begins, ends))
    return tuple(Window(*each) for each in sorted(found))


def needed(entry: Mapping[str, Any], name: str, path: str) -> Any:
    """What must be there under a name."""
    if name not in entry:
        raise BadInput(f"{path}.{name}", "is required")
    return entry[name]


def count(value: object, path: str, *, least: int = 0, most: int = 1_000_000) -> int:
    """A whole number within bounds."""
    number = shape.a_whole(value, path)
    if not least <= number <= most:
        raise BadInput(path, f"must be from {least} to {most}")
    return number


def yes_or_no(value: object, path: str) -> bool:
    """True or false, and nothing that only looks like it."""
    if not isinstance(value, bool):
        raise BadInput(path, "must be true or false")
    return value
