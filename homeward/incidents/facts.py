"""Facts this room announces, and the point at which other rooms say that something happened."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class SomethingHappened:
    """Another room's act is an incident: it announces this and knows nothing of what is made of it.

    `origin` is the cause's own key ("medications.dose:<id>"); the same one opens one incident.
    `kind` is one of the incident kinds. `what` names nobody.
    """

    origin: str
    kind: str
    site_id: UUID
    occurred_at: datetime
    what: str
    actor: Actor
    at: datetime
    severity: int = 1
    place: str = ""
    immediate_action: str = ""
    client_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class IncidentOpened:
    """An incident was opened; identifiers only."""

    incident_id: UUID
    site_id: UUID
    kind: str
    severity: int
    actor: Actor
    at: datetime
