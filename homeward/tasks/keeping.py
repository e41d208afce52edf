"""Duties that somebody may not see yet; the room that knows why registers it here.

What a duty is called can tell of what lies behind it. Where that waits for something, such as the
team's own signature, the duty waits with it, on every page and for every question alike.
"""

from collections.abc import Callable
from functools import reduce
from operator import or_

from django.db.models import Q

from homeward.core.actors import SERVICE, Actor

KeptFrom = Callable[[Actor], Q | None]
_rooms: list[KeptFrom] = []


def register(room: KeptFrom) -> KeptFrom:
    """Ask this room as well which duties are kept from an actor."""
    if room not in _rooms:
        _rooms.append(room)
    return room


def kept_from(actor: Actor) -> Q | None:
    """The duties kept from this actor; None for none. The program itself sees every one."""
    if actor.kind == SERVICE:
        return None
    kept = [found for room in _rooms if (found := room(actor)) is not None]
    return reduce(or_, kept) if kept else None
