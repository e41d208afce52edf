"""One item of one request in one world at one instant, and what a basis finds for it."""

from dataclasses import dataclass, field
from datetime import datetime

from .numbers import Numbers
from .request import Item, Request
from .world import World


@dataclass(frozen=True, slots=True)
class Case:
    """The smallest thing that is decided. `now` is in UTC."""

    request: Request
    item: Item
    world: World
    now: datetime
    numbers: Numbers = field(default_factory=Numbers)


@dataclass(frozen=True, slots=True)
class Finding:
    """Whether a basis carries the item, the papers it rests on, or why it falls short."""

    met: bool = False
    cites: tuple[str, ...] = ()
    misses: tuple[str, ...] = ()


NOT_ASKED = Finding()


def found(*cites: str) -> Finding:
    """The basis carries the item and rests on these papers."""
    return Finding(met=True, cites=cites)


def missed(*codes: str) -> Finding:
    """The basis was asked for and falls short for these reasons."""
    return Finding(misses=codes)
