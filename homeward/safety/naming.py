"""Whether a text about one client names somebody else: asked of the room that knows names.

The notes room above looks for names in a room full of people; it registers how here.
"""

from collections.abc import Callable
from datetime import date

from homeward.people.models import Client

OthersNamed = Callable[[Client, date, str], tuple[str, ...]]
_looking: list[OthersNamed] = []


def register(looks: OthersNamed) -> None:
    """Look through texts this way as well."""
    if looks not in _looking:
        _looking.append(looks)


def others_named(client: Client, on: date, text: str) -> tuple[str, ...]:
    """The names of others a text surely names, each once."""
    found = [name for looks in _looking for name in looks(client, on, text)]
    return tuple(dict.fromkeys(found))
