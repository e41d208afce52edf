"""Facts about a site that any room above may announce."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True, kw_only=True)
class SomethingHappened:
    """Something went wrong at a site. Who announces it knows nothing of what is made of it.

    `origin` is the cause's own key ("medications.dose:<id>"); the same one counts once. `kind` is
    a kind of incident (see docs/domain/incidents.md). `what` names nobody.
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
