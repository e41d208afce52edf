"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class NoteSigned:
    """A client's note is final; `needs_cosign_by` is set for authors who do not sign alone."""

    note_id: UUID
    client_id: UUID
    session_id: UUID
    minutes: int
    signed_at: datetime
    needs_cosign_by: datetime | None
    actor: Actor


@dataclass(frozen=True, slots=True)
class NoteCosigned:
    """A supervisor put a second signature under a note."""

    note_id: UUID
    client_id: UUID
    session_id: UUID
    at: datetime
    actor: Actor


@dataclass(frozen=True, slots=True)
class AddendumWritten:
    """Something was added to a signed note."""

    addendum_id: UUID
    note_id: UUID
    client_id: UUID
    kind: str
    at: datetime
    actor: Actor


@dataclass(frozen=True, slots=True)
class NoteSetAside:
    """A draft was deleted, or a signed note voided: it no longer stands in its chart."""

    note_id: UUID
    client_id: UUID
    session_id: UUID
    was_signed: bool
    aside_id: UUID
    at: datetime
    actor: Actor


@dataclass(frozen=True, slots=True)
class NoteCameBack:
    """A deleted draft or a voided note stands in its chart again."""

    note_id: UUID
    client_id: UUID
    session_id: UUID
    is_signed: bool
    aside_id: UUID
    at: datetime
    actor: Actor
