"""Whether a client may sign now. Who keeps the looks at capacity answers; this room only asks."""

from collections.abc import Callable
from datetime import datetime

from homeward.people.models import Client

MaySign = Callable[[Client, datetime], bool]
_asked: list[MaySign] = []


def register(answer: MaySign) -> None:
    """Ask this before every signature of a client."""
    if answer not in _asked:
        _asked.append(answer)


def may_sign_now(client: Client, now: datetime) -> bool:
    """True unless somebody recorded that capacity is missing and nobody that it is back."""
    return all(answer(client, now) for answer in _asked)
