"""Facts this room announces."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class ClientArrived:
    """A client came into a session."""

    mark_id: UUID
    client_id: UUID
    session_id: UUID
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class SeatMarked:
    """A seat was marked with a word (here, left, excused…) for an instant.

    `is_agreed`: who left had said so beforehand. `is_new`: it is the seat's first mark.
    """

    mark_id: UUID
    word: str
    happened_at: datetime
    is_agreed: bool
    is_new: bool
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionMissed:
    """A client did not come; `state` is no_show, excused or cancelled_client."""

    mark_id: UUID
    client_id: UUID
    session_id: UUID
    state: str
    on: date
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class RegisterClosed:
    """Minutes of a session are final."""

    session_id: UUID
    mark_ids: tuple[UUID, ...]
    actor: Actor
    at: datetime
