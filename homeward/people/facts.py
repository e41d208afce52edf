"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class GlassBroken:
    """Somebody opened a chart outside their team in an emergency."""

    reason_id: UUID
    client_id: UUID
    worker_id: UUID
    at: datetime
    review_due_at: datetime
