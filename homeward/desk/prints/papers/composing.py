"""What every paper is put together from: facts, parts, signatures, in the reader's language."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.formats import date_format
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.desk.clients.reach import initials_for, name_for
from homeward.people.models import Client
from homeward.program.models import Organisation

Facts = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Signed:
    """One signature as a paper prints it."""

    name: str
    credential: str
    meaning: str
    at: str
    fingerprint: str = ""

    def to_json(self) -> dict[str, str]:
        return {
            "name": self.name, "credential": self.credential, "meaning": self.meaning,
            "at": self.at, "fingerprint": self.fingerprint,
        }  # fmt: skip


@dataclass(frozen=True, slots=True)
class Part:
    """One part under a heading: facts, paragraphs, rows, and who signed it."""

    title: str
    level: int = 2
    sub: str = ""
    facts: Facts = field(default_factory=list)
    text: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    signatures: tuple[Signed, ...] = ()
    on_new_page: bool = False

    def to_json(self) -> dict[str, Any]:
        return {
            "title": self.title,
            "level": self.level,
            "sub": self.sub,
            "facts": [list(pair) for pair in self.facts if pair[1]],
            "paragraphs": [line for line in self.text.splitlines() if line.strip()],
            "columns": list(self.columns),
            "rows": [list(row) for row in self.rows],
            "signatures": [each.to_json() for each in self.signatures],
            "on_new_page": self.on_new_page,
        }


@dataclass(frozen=True, slots=True)
class Paper:
    """A whole document before it is typeset."""

    title: str
    facts: Facts
    parts: tuple[Part, ...]
    signatures: tuple[Signed, ...] = ()

    def content(self, actor: Actor, client: Client) -> dict[str, Any]:
        """Everything the template prints; who knows people by number gets the number alone."""
        house = Organisation.objects.first()
        return {
            "lang": (get_language() or "en").split("-")[0],
            "title": self.title,
            "author": house.name if house else "",
            "initials": initials_for(actor, client),
            "client_name": name_for(actor, client),
            "record_number": client.chart_number,
            "words": {
                "what": _("What"),
                "value": _("In this record"),
                "signatures": _("Signatures"),
                "footer": _(
                    "Confidential. 42 CFR part 2 prohibits unauthorized use or disclosure."
                ),
            },
            "facts": [list(pair) for pair in self.facts if pair[1]],
            "parts": [part.to_json() for part in self.parts],
            "signatures": [each.to_json() for each in self.signatures],
        }


def zone_of(client: Client) -> ZoneInfo:
    """The wall time a client's papers are written in."""
    return ZoneInfo(client.site.time_zone)


def day(on: date | None) -> str:
    """A day in words; empty for none."""
    return date_format(on, "j F Y") if on else ""


def moment(at: datetime | None, zone: ZoneInfo) -> str:
    """An instant in the site's wall time, with the zone's own letters; empty for none."""
    if at is None:
        return ""
    local = at.astimezone(zone)
    return f"{date_format(local, 'j F Y, H:i')} {local.tzname() or ''}".strip()


def lines(pairs: Iterable[str]) -> str:
    """Some lines as one text, empty ones left out."""
    return "\n".join(line for line in pairs if line)
