"""Reading one JSON object strictly: every fault names its path and how to mend it."""

import re
from collections.abc import Callable, Collection, Mapping
from datetime import date, datetime
from typing import Any, TypeVar

from homeward.kernel.bad_input import BadInput

from .instants import to_utc

T = TypeVar("T")

INSTANT = re.compile(
    r"\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})", re.ASCII
)
WITHOUT_OFFSET = re.compile(r"\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d+)?)?)?", re.ASCII)
DAY = re.compile(r"\d{4}-\d{2}-\d{2}", re.ASCII)
SNAKE = re.compile(r"[a-z0-9]+(_[a-z0-9]+)*", re.ASCII)


class Fields:
    """One object of the document, read key by key; keys nobody asked about are refused."""

    def __init__(self, value: object, path: str, keys: Collection[str]) -> None:
        if not isinstance(value, Mapping):
            raise BadInput(path, "give an object")
        self.path = path
        self._value: Mapping[str, Any] = value
        for key in value:
            if key not in keys:
                known = ", ".join(sorted(keys))
                raise BadInput(self._at(str(key)), f"unknown key; remove it or use one of: {known}")

    def _at(self, key: str) -> str:
        return f"{self.path}.{key}" if self.path else key

    def required(self, key: str, read: Callable[[object, str], T]) -> T:
        if key not in self._value:
            raise BadInput(self._at(key), "is missing; add it")
        return read(self._value[key], self._at(key))

    def optional(self, key: str, read: Callable[[object, str], T]) -> T | None:
        """None when the key is absent or null: the fact is unknown."""
        value = self._value.get(key)
        return None if value is None else read(value, self._at(key))

    def many(self, key: str, read: Callable[[object, str], T]) -> tuple[T, ...]:
        """An absent list is empty; null is not a list."""
        if key not in self._value:
            return ()
        value = self._value[key]
        if not isinstance(value, list):
            raise BadInput(self._at(key), "give a list")
        return tuple(read(item, f"{self._at(key)}[{index}]") for index, item in enumerate(value))


def text(value: object, path: str) -> str:
    """Any text, the empty one too."""
    if not isinstance(value, str):
        raise BadInput(path, "give a text")
    return value


def opaque_id(value: object, path: str) -> str:
    """A text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise BadInput(path, "give an id: a text that is not empty")
    return value


def truth(value: object, path: str) -> bool:
    """True or false; 0 and 1 are not taken for them."""
    if not isinstance(value, bool):
        raise BadInput(path, "give true or false")
    return value


def code(value: object, path: str) -> str:
    """A code from an open list, such as an event or a service."""
    if not isinstance(value, str) or not SNAKE.fullmatch(value):
        raise BadInput(path, "give a code in lower snake case, such as end_of_treatment")
    return value


def one_of(allowed: Collection[str]) -> Callable[[object, str], str]:
    """A reader for a code from a closed list."""

    def read(value: object, path: str) -> str:
        if not isinstance(value, str) or value not in allowed:
            raise BadInput(path, f"unknown code; use one of: {', '.join(sorted(allowed))}")
        return value

    return read


def instant(value: object, path: str) -> datetime:
    """An ISO 8601 instant with offset; the offset is kept for its local day."""
    mend = "give an instant with offset, such as 2026-03-08T09:30:00-05:00"
    if not isinstance(value, str):
        raise BadInput(path, mend)
    if WITHOUT_OFFSET.fullmatch(value):
        raise BadInput(path, f"the offset is missing; {mend}")
    if not INSTANT.fullmatch(value):
        raise BadInput(path, mend)
    try:
        moment = datetime.fromisoformat(value)
        to_utc(moment)
    except (ValueError, OverflowError):
        raise BadInput(path, f"there is no such instant; {mend}") from None
    return moment


def day(value: object, path: str) -> date:
    """An ISO 8601 date."""
    mend = "give a date, such as 2026-03-08"
    if not isinstance(value, str) or not DAY.fullmatch(value):
        raise BadInput(path, mend)
    try:
        return date.fromisoformat(value)
    except ValueError:
        raise BadInput(path, f"there is no such day; {mend}") from None
