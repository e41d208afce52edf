"""Which pages read over a login of the outside: a client's, a relative's and an agency's.

Save those in `pages_in_front.py`. A client's login sees that client's rows; the login of family and
agencies sees what was released to the account, and the account's own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from uuid import UUID

from homeward.core import wall
from homeward.core.actors import AGENCY, CLIENT, FAMILY, Actor
from homeward.core.pages_in_front import IN_FRONT

__all__ = ["IN_FRONT", "is_behind", "reading"]
READERS = (FAMILY, AGENCY)


def is_behind(actor: Actor, name: str) -> bool:
    """Whether this actor's reading of that page is held to one person's rows."""
    return _door(actor) is not None and name not in IN_FRONT


@contextmanager
def reading(actor: Actor, name: str) -> Iterator[None]:
    """Read this page as far as the wall lets this actor."""
    door = _door(actor)
    if door is not None and is_behind(actor, name):
        with wall.behind(*door):
            yield
    else:
        yield


def _door(actor: Actor) -> tuple[wall.Door, UUID] | None:
    """The login of this actor's pages, and whose rows it sees there."""
    if actor.kind == CLIENT and actor.client_id is not None:
        return wall.PORTAL, actor.client_id
    if actor.kind in READERS and actor.account_id is not None:
        return wall.READER, actor.account_id
    return None
