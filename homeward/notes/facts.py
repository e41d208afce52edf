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
