"""For which code the whole matrix was last shown, and what to ask again since.

`homeward bench access --note` writes down the code it asked when not one cell was wrong. A test
run then asks the routes of rooms that changed since, and one in ten of the others in turn; it
asks every route once anything below or beside the rooms of screens changed.
"""

import hashlib
import json
import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

from homeward.config.launch.home import CHECKOUT
from homeward.core.routes import Route
from homeward.testing.matrix import table

NOTE = CHECKOUT / "tests" / "access" / "shown.json"
HOUSE = CHECKOUT / "homeward"
# Floors whose rooms stand beside each other; everything else is below them all.
SCREENS = ("desk", "portal", "website", "kiosk")
# What answers no request of a running house: neither its tests nor this matrix itself.
NO_ANSWER = frozenset({"tests", "testing", "locale", "static", "demo", "cli", "__pycache__"})
BELOW = "below"
ONE_IN = 10
_NAMED = re.compile(r"homeward\.(desk\.\w+|portal|website|kiosk)\b|\"(desk/\w+|portal|website)/")


def to_ask(routes: list[Route]) -> set[str]:
    """The names of the routes that a test run asks."""
    return {each.name for each in routes if _is_due(each, noted(), digests())}


def note() -> None:
    """Write down that the whole matrix was right for the code as it stands."""
    NOTE.write_text(json.dumps(digests(), indent=1, sort_keys=True) + "\n")


def noted() -> Mapping[str, str]:
    """Digests by room as of the last whole run; empty where none was noted."""
    return dict(json.loads(NOTE.read_text())) if NOTE.exists() else {}


@cache
def digests() -> Mapping[str, str]:
    """By room: its code and pages with those of every room it uses; and all that lies below."""
    own = {room: _digest(paths) for room, paths in _rooms().items()}
    told = {room: "".join(own[each] for each in sorted(used)) for room, used in uses().items()}
    return {BELOW: own[BELOW]} | {
        room: hashlib.sha256(text.encode()).hexdigest() for room, text in told.items()
    }


def uses() -> Mapping[str, set[str]]:
    """By room of screens: itself and the rooms whose code or pages it comes to use."""
    rooms = _rooms()
    named = {room: _names(paths) & rooms.keys() for room, paths in rooms.items() if room != BELOW}
    return {room: _with(room, named) for room in named}


def _is_due(route: Route, before: Mapping[str, str], now: Mapping[str, str]) -> bool:
    room = _room(route.view.__module__.split(".")[1:])
    if before.get(BELOW) != now[BELOW] or before.get(room) != now[room]:
        return True
    turn = hashlib.sha256(f"{route.name} {now[BELOW]}".encode()).digest()
    return turn[0] % ONE_IN == 0


@cache
def _rooms() -> Mapping[str, list[Path]]:
    found: dict[str, list[Path]] = {}
    for path in _files():
        inside = path.relative_to(HOUSE).parts if path.is_relative_to(HOUSE) else (BELOW,)
        found.setdefault(_room(inside), []).append(path)
    return found


def _files() -> Iterator[Path]:
    yield table.FILE
    for path in sorted(HOUSE.rglob("*")):
        inside = path.relative_to(HOUSE).parts
        if path.suffix in (".py", ".html", ".toml") and NO_ANSWER.isdisjoint(inside):
            yield path


def _room(parts: "list[str] | tuple[str, ...]") -> str:
    """The room of a file or a module by its path below the house."""
    if parts[0] not in SCREENS:
        return BELOW
    if parts[0] != "desk":
        return parts[0]
    inner = parts[3:] if parts[1:3] == ("templates", "desk") else parts[1:]
    return f"desk.{inner[0]}" if len(inner) > 1 else BELOW


def _names(paths: list[Path]) -> set[str]:
    """The rooms that these files import or whose pages they use."""
    found = (match for path in paths for match in _NAMED.findall(path.read_text()))
    return {(code or page.replace("/", ".")) for code, page in found}


def _with(room: str, named: Mapping[str, set[str]]) -> set[str]:
    """A room and all it leads to."""
    seen, waiting = {room}, [room]
    while waiting:
        further = named[waiting.pop()] - seen
        seen |= further
        waiting += further
    return seen


def _digest(paths: list[Path]) -> str:
    told = hashlib.sha256()
    for path in paths:
        told.update(f"{path.relative_to(CHECKOUT)}\0".encode())
        told.update(path.read_bytes())
    return told.hexdigest()
