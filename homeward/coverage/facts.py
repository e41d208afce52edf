"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class BenefitsRecorded:
    """A payer said what is covered."""

    check_id: UUID
    client_id: UUID
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class AuthorizationChanged:
    """A payer answered, or what it allowed ends early."""

    authorization_id: UUID
    client_id: UUID
    actor: Actor
    at: datetime
