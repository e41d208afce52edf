"""What the record itself says when a plan is reviewed: lines that rooms above add.

A room that keeps attendance, tests or measures registers what it can say of an episode between
two days. Each line is a `Reason`: its code, how it stands, its evidence with the way to it, the
source of the rule it was read by. A review keeps them as they were read.
"""

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from homeward.core.actors import Actor
from homeward.kernel.reasons import Reason

Lines = Callable[[Actor, Any, date, date], Iterable[Reason]]
_rooms: dict[str, Lines] = {}


def register(room: str, lines: Lines) -> None:
    """Say what a room adds: `lines(actor, episode, first, last)`, both days counted."""
    _rooms[room] = lines


def record_of(actor: Actor, episode: Any, first: date, last: date) -> tuple[Reason, ...]:
    """Every line of every room that the actor may read, in order of registration."""
    return tuple(line for lines in _rooms.values() for line in lines(actor, episode, first, last))
