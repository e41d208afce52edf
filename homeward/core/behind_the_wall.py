"""Which pages read over the portal's login: a client's, save those in `pages_in_front.py`."""

from collections.abc import Iterator
from contextlib import contextmanager

from homeward.core import wall
from homeward.core.actors import CLIENT, Actor
from homeward.core.pages_in_front import IN_FRONT

__all__ = ["IN_FRONT", "is_behind", "reading"]


def is_behind(actor: Actor, name: str) -> bool:
    """Whether this actor's reading of that page is held to one person's rows."""
    return actor.kind == CLIENT and actor.client_id is not None and name not in IN_FRONT


@contextmanager
def reading(actor: Actor, name: str) -> Iterator[None]:
    """Read this page as far as the wall lets this actor."""
    if is_behind(actor, name) and actor.client_id is not None:
        with wall.behind(wall.PORTAL, actor.client_id):
            yield
    else:
        yield
