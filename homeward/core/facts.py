"""Facts that a lower room announces and upper rooms listen to, inside the same transaction."""

from collections.abc import Callable
from typing import Any, TypeVar

Fact = TypeVar("Fact")
_listeners: dict[type[Any], list[Callable[[Any], None]]] = {}


def listens_to(fact: type[Fact]) -> Callable[[Callable[[Fact], None]], Callable[[Fact], None]]:
    """Register a listener; it runs in the announcing transaction and may write our own rows."""

    def register(listener: Callable[[Fact], None]) -> Callable[[Fact], None]:
        _listeners.setdefault(fact, []).append(listener)
        return listener

    return register


def announce(fact: Any) -> None:
    """Tell every listener, in the order they registered; an error undoes the whole action."""
    for listener in _listeners.get(type(fact), []):
        listener(fact)
