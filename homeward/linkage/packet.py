"""What a transfer packet holds: parts that rooms register, each of one class of record.

A room above or beside this one registers a part (`register`); at the instant of sending each is
read in the sender's own scope, and the consents decide class by class which of them leave.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from homeward.consents.versions import RecordVersion
from homeward.core.actors import Actor
from homeward.kernel.records import RecordClass
from homeward.people.models import Client


@dataclass(frozen=True, slots=True)
class PacketPart:
    """One part: its class, a title, and what it says; `dated` is the newest fact in it.

    `version` names the row it was read from, where it is one row's.
    """

    code: str
    record_class: RecordClass
    title: str
    facts: tuple[tuple[str, str], ...] = ()
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    lines: tuple[str, ...] = ()
    dated: date | None = None
    version: RecordVersion | None = None

    @property
    def says_anything(self) -> bool:
        """Whether there is something to send."""
        return bool(self.facts or self.rows or self.lines)

    def to_json(self) -> dict[str, Any]:
        """As the document's template prints it."""
        return {
            "title": self.title,
            "level": 2,
            "sub": "",
            "facts": [list(pair) for pair in self.facts if pair[1]],
            "paragraphs": list(self.lines),
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
            "signatures": [],
            "on_new_page": False,
        }


@dataclass(frozen=True, slots=True)
class About:
    """Whose packet, read for whom, at which instant."""

    actor: Actor
    client: Client
    episode: Any
    now: datetime
    wanted: frozenset[str] = field(default_factory=frozenset)


Provider = Callable[[About], PacketPart | None]
_providers: dict[str, Provider] = {}


def register(code: str, provider: Provider) -> None:
    """Add a part under a code; the last registration holds."""
    _providers[code] = provider


def parts_for(about: About) -> tuple[PacketPart, ...]:
    """Every part that says anything within the reader's reach, in order of registration."""
    found = (provider(about) for provider in _providers.values())
    return tuple(part for part in found if part is not None and part.says_anything)


def known() -> Mapping[str, Provider]:
    """The registered parts."""
    return dict(_providers)
