"""One released thing as pages pass it on: before it is a row, and read from one."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from homeward.released.models import Kind


@dataclass(frozen=True, slots=True)
class Told:
    """What may be shown about the person one contact stands beside; `content` is plain JSON.

    `shown_class` is its class of record, where the consent engine was asked by one.
    """

    contact_id: UUID
    kind: Kind
    content: Any
    shown_class: str = ""


@dataclass(frozen=True, slots=True)
class Under:
    """What a release rests on: the papers the engine cited, its ledger row, its rules' version."""

    consent_ids: tuple[UUID, ...] = ()
    disclosure_id: UUID | None = None
    rule_version: str = ""
