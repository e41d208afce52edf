"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class ClientAdmitted:
    """An episode was opened. `actor` is who admitted, for the audit of what follows."""

    episode_id: UUID
    client_id: UUID
    program_id: UUID
    site_id: UUID
    track_id: UUID
    phase_id: UUID
    level_code: str
    primary_counselor_id: UUID
    with_initial_plan: bool
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class InquiryMoved:
    """An inquiry went from one state to another."""

    inquiry_id: UUID
    old: str
    new: str
    at: datetime


@dataclass(frozen=True, slots=True)
class HoldReleased:
    """A medical hold was released, and how it ended."""

    hold_id: UUID
    client_id: UUID
    kind: str
    ending: str
    at: datetime
