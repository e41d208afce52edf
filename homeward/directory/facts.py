"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class ReferralOpened:
    """A person was sent to another place."""

    referral_id: UUID
    client_id: UUID
    kind: str
    reason_code: str
    due_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class HandOffMoved:
    """A step of the hand-off was recorded."""

    referral_id: UUID
    client_id: UUID
    kind: str
    step: str
    at: datetime


@dataclass(frozen=True, slots=True)
class ReferralClosed:
    """It is known what came of a referral."""

    referral_id: UUID
    client_id: UUID
    kind: str
    reason_code: str
    outcome: str
    worker_id: UUID | None
    at: datetime
