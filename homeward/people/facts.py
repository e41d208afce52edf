"""Facts this room announces."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class GlassBroken:
    """Somebody opened a chart outside their team in an emergency."""

    reason_id: UUID
    client_id: UUID
    worker_id: UUID
    at: datetime
    review_due_at: datetime


@dataclass(frozen=True, slots=True)
class ContactStopped:
    """Somebody died, is in hospital or in jail: from now on nothing goes out by itself."""

    stop_id: UUID
    client_id: UUID
    kind: str
    since_on: date
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class ContactResumed:
    """A stop ended: it is over, or it was written down in error."""

    stop_id: UUID
    client_id: UUID
    kind: str
    ending: str
    actor: Actor
    at: datetime
