"""The week: published groups, seats, sessions for one client, closed days."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from .event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedSession:
    """One group session of a published week. `topic` is a curriculum key, or empty for process
    groups."""

    key: str
    slot: str
    starts_at: datetime
    ends_at: datetime
    clinical_minutes: int
    session_type: str
    site: str
    room: str
    leaders: tuple[str, ...]
    capacity: int
    topic: str


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPublished(Event):
    """Program event: the sessions of the week that begins on `monday`, holidays left out."""

    monday: date
    sessions: tuple[PlannedSession, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ProgramClosed(Event):
    """Program event: a holiday; no session is held on `day`."""

    day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatTaken(Event):
    """A standing seat in one recurring slot, from that day on."""

    slot: str
    from_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SeatReleased(Event):
    """The seat is free from that day on. `reason`: phase_change, discharge, schedule_change."""

    slot: str
    from_day: date
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionBooked(Event):
    """A session for one client: `session_type` individual or family."""

    key: str
    session_type: str
    starts_at: datetime
    minutes: int
    site: str
    room: str
    worker: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionCancelled(Event):
    """A booked session will not take place. `reason`: discharge."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MakeUpOffered(Event):
    """Another group of the same week in place of a missed one; `accepted` by the client."""

    missed: str
    offered: str
    accepted: bool
