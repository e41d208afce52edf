"""Facts this room announces. What opens an incident is `program.facts.SomethingHappened`."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class IncidentOpened:
    """An incident was opened; identifiers only."""

    incident_id: UUID
    site_id: UUID
    kind: str
    severity: int
    actor: Actor
    at: datetime
