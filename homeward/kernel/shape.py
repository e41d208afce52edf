"""Small strict questions to ask of JSON; every refusal names the path and how to mend it."""

from collections.abc import Iterable, Mapping
from typing import Any

from homeward.kernel.bad_input import BadInput


def under(path: str, key: str) -> str:
    """The path of a key below a path."""
    return f"{path}.{key}" if path else key


def at(path: str, position: int) -> str:
    """The path of a list entry, counted from nought."""
    return f"{path}[{position}]"


def an_object(
    value: object, path: str, *, needs: Iterable[str] = (), may: Iterable[str] | None = None
) -> Mapping[str, Any]:
    """An object that has what it needs and, unless `may` is None, nothing unheard of."""
    if not isinstance(value, dict):
        raise BadInput(path, "must be an object")
    needs = tuple(needs)
    for key in needs:
        if key not in value:
            raise BadInput(under(path, key), "is required")
    if may is not None:
        known = {*needs, *may}
        for key in value:
            if key not in known:
                raise BadInput(
                    under(path, str(key)),
                    f"is not known here; use one of {', '.join(sorted(known))}",
                )
    return value


def a_list(value: object, path: str, *, least: int = 0) -> list[Any]:
    """A list with at least so many entries."""
    if not isinstance(value, list):
        raise BadInput(path, "must be a list")
    if len(value) < least:
        raise BadInput(path, f"needs at least {least} entry")
    return value


def a_text(value: object, path: str) -> str:
    """Text that is not blank."""
    if not isinstance(value, str) or not value.strip():
        raise BadInput(path, "must be text that is not blank")
    return value


def one_of(value: object, path: str, allowed: Iterable[str]) -> str:
    """One of the allowed codes."""
    codes = tuple(allowed)
    if not isinstance(value, str) or value not in codes:
        raise BadInput(path, f"must be one of {', '.join(codes)}")
    return value


def a_number(value: object, path: str) -> int | float:
    """A finite number; whole ones come back as int, so 2 and 2.0 are the same answer."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise BadInput(path, "must be a number")
    if isinstance(value, float):
        if value != value or value in (float("inf"), float("-inf")):
            raise BadInput(path, "must be a finite number")
        if value.is_integer():
            return int(value)
    return value


def a_whole(value: object, path: str) -> int:
    """A whole number."""
    number = a_number(value, path)
    if not isinstance(number, int):
        raise BadInput(path, "must be a whole number")
    return number


def texts(value: object, path: str, *, least: int = 1) -> tuple[str, ...]:
    """A list of texts without repetition."""
    found = tuple(
        a_text(entry, at(path, position))
        for position, entry in enumerate(a_list(value, path, least=least))
    )
    for position, entry in enumerate(found):
        if entry in found[:position]:
            raise BadInput(at(path, position), f"repeats {entry}")
    return found
