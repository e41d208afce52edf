"""Facts this room announces."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class NeedTold:
    """A need was told or found; `wants` is the client's own answer, or that nobody asked yet."""

    need_id: UUID
    client_id: UUID
    kind: str
    severity: str
    wants: str
    source: str
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class TransferOpened:
    """A client goes to another level; the first visit there is due by `due_on`."""

    transfer_id: UUID
    client_id: UUID
    direction: str
    level: str
    urgency: str
    due_on: date
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class TransferMoved:
    """A step of a transfer was recorded."""

    transfer_id: UUID
    client_id: UUID
    step: str
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class TransferClosed:
    """It is known what came of a transfer."""

    transfer_id: UUID
    client_id: UUID
    outcome: str
    kept_on: date | None
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class AppointmentBooked:
    """An appointment outside is booked: with whom, when, and confirmed."""

    appointment_id: UUID
    client_id: UUID
    kind: str
    at: datetime
    origin: str
    actor: Actor
    booked_at: datetime


@dataclass(frozen=True, slots=True)
class AppointmentSettled:
    """It is known what became of an appointment outside: kept, missed, declined, cancelled."""

    appointment_id: UUID
    client_id: UUID
    state: str
    on: date
    origin: str
    actor: Actor
    at: datetime
