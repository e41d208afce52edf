"""The history of one incident, and what stands beside it."""

from datetime import datetime

from homeward import audit
from homeward.core.actors import Actor
from homeward.incidents.models import Incident, IncidentEvent


def note(
    actor: Actor, incident: Incident, code: str, now: datetime, words: str = ""
) -> IncidentEvent:
    """Write one line of the history and its audit row."""
    row: IncidentEvent = IncidentEvent.objects.create(
        incident=incident, code=code, at=now, by_id=actor.worker_id, words=words.strip()[:600]
    )
    audit.record(f"incidents.incident.{code}", actor=actor, subject=incident, at=now)
    return row
