"""The hours somebody is bound and the hours they can come, as the week holds them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import time
from typing import Any

MONDAY, SUNDAY = 0, 6


@dataclass(frozen=True, slots=True, order=True)
class Window:
    """A stretch of one weekday in the site's wall clock; Monday is 0."""

    weekday: int
    starts: time
    ends: time

    @property
    def minutes(self) -> int:
        """How long it is."""
        return (self.ends.hour - self.starts.hour) * 60 + self.ends.minute - self.starts.minute


@dataclass(frozen=True, slots=True)
class Obligation:
    """Something that binds the week; `is_fixed` when it cannot move. Without hours no windows."""

    what: str
    windows: tuple[Window, ...]
    is_fixed: bool


def windows_of(lines: Iterable[Mapping[str, Any]]) -> tuple[Window, ...]:
    """One window for each day of each line that names days and a time that runs forward."""
    found = {window for line in lines for window in _windows(line)}
    return tuple(sorted(found))


def obligations_in(lines: Iterable[Mapping[str, Any]]) -> tuple[Obligation, ...]:
    """The lines of the obligations table, in order."""
    return tuple(
        Obligation(
            str(line.get("what", "")), tuple(sorted(_windows(line))), line.get("fixed") != "movable"
        )
        for line in lines
        if line.get("what")
    )


def hours_free(windows: Iterable[Window]) -> float:
    """Hours a week in which somebody can come; windows that overlap count once."""
    total = 0
    for weekday in range(MONDAY, SUNDAY + 1):
        covered: set[int] = set()
        for window in windows:
            if window.weekday == weekday:
                start = window.starts.hour * 60 + window.starts.minute
                covered.update(range(start, start + window.minutes))
        total += len(covered)
    return round(total / 60, 1)


def _windows(line: Mapping[str, Any]) -> Iterable[Window]:
    if not line.get("starts") or not line.get("ends"):
        return
    starts, ends = time.fromisoformat(line["starts"]), time.fromisoformat(line["ends"])
    if starts >= ends:
        return
    for day in line.get("days", ()):
        yield Window(int(day), starts, ends)
