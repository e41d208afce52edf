"""Sections of the program file that rooms above this one own.

A room registers its section in `ready()`; the lower its floor, the earlier it is read and loaded.
`read` is pure; `load` writes inside the loading transaction.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from homeward.program.file.fields import Table
from homeward.program.file.outline import ProgramOutline
from homeward.program.file.problems import Findings


@dataclass(slots=True)
class Tally:
    """How many rows of one kind were added, changed, left as they were, or ended."""

    added: int = 0
    changed: int = 0
    same: int = 0
    ended: int = 0

    def to_json(self) -> dict[str, int]:
        return {
            "added": self.added, "changed": self.changed, "same": self.same, "ended": self.ended,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Loading:
    """What a section needs to write: who loads, when, what was read, and where to count."""

    actor: Any
    now: datetime
    outline: ProgramOutline
    program: Any
    tallies: dict[str, Tally]

    def tally(self, kind: str) -> Tally:
        return self.tallies.setdefault(kind, Tally())


Read = Callable[[Table, Findings, ProgramOutline], Any]
Load = Callable[[Any, Loading], None]


@dataclass(frozen=True, slots=True)
class FileSection:
    """One section: the top-level keys it reads, what it makes of them, how it writes it.

    `read(document, findings, outline)` takes its keys from the whole document, may look at the
    parts read before it, and returns frozen parts kept as `outline.extras[name]`.
    """

    name: str
    floor: int
    read: Read
    load: Load


_sections: dict[str, FileSection] = {}


def register(section: FileSection) -> None:
    """Add a room's section; the same name twice raises ValueError."""
    if section.name in _sections and _sections[section.name] != section:
        raise ValueError(f"the program file already has a section {section.name!r}")
    _sections[section.name] = section


def registered() -> tuple[FileSection, ...]:
    """All sections, the lowest floor first."""
    return in_order(_sections.values())


def in_order(sections: Iterable[FileSection]) -> tuple[FileSection, ...]:
    """Sections as they are read and loaded."""
    return tuple(sorted(sections, key=lambda section: (section.floor, section.name)))
