"""Facts this room announces."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class WeekPublished:
    """A week became a promise."""

    week_id: UUID
    starts_on: date
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionCancelled:
    """A session will not take place; these seats were given back because of it."""

    session_id: UUID
    seat_ids: tuple[UUID, ...]
    reason: str
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class SeatTaken:
    """A client holds a standing seat in a group from a day on."""

    membership_id: UUID
    client_id: UUID
    episode_id: UUID
    starts_on: date
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class SeatReleased:
    """A client gave back a standing seat from a day on."""

    membership_id: UUID
    client_id: UUID
    ends_on: date
    reason: str
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class SessionBooked:
    """A session for one client was booked."""

    session_id: UUID
    client_id: UUID
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class LeaderReplaced:
    """Somebody else leads a session; `away_id` is empty where nobody did."""

    substitution_id: UUID
    session_id: UUID
    away_id: UUID | None
    worker_id: UUID
    actor: Actor
    at: datetime
