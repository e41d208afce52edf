"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class WayInClosed:
    """Somebody's way in ended: their account opens nothing any more."""

    doorway_id: UUID
    client_id: UUID
    account_id: UUID
    at: datetime
