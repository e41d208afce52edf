"""Facts this room announces."""

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class PhaseChanged:
    """An episode moved to another phase, from a day on; the levels are those before and after."""

    episode_id: UUID
    client_id: UUID
    old_phase_id: UUID
    new_phase_id: UUID
    from_day: date
    actor: Actor
    at: datetime
    old_level: str = ""
    new_level: str = ""


@dataclass(frozen=True, slots=True)
class SteppedDown:
    """The level of care went down inside the program: authorization and codes follow."""

    episode_id: UUID
    client_id: UUID
    old_level: str
    new_level: str
    from_day: date
    first_appointment_on: date
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class ReviewOpened:
    """A level-of-care card asks for the team's decision."""

    review_id: UUID
    client_id: UUID
    opened_because: str
    suggested: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ClientDischarged:
    """An episode ended."""

    episode_id: UUID
    client_id: UUID
    discharge_id: UUID
    type: str
    last_contact_on: date
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class ReviewDecided:
    """The team signed a level-of-care card; `level` is the one it recommends, "" for none."""

    review_id: UUID
    client_id: UUID
    episode_id: UUID
    outcome: str
    level: str
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class LevelDenied:
    """A payer said no to the level the team recommends."""

    denial_id: UUID
    client_id: UUID
    level: str
    actor: Actor
    at: datetime
