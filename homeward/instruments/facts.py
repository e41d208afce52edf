"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class InstrumentAnswered:
    """A questionnaire was handed in and scored."""

    response_id: UUID
    client_id: UUID
    instrument: str
    moment: str
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class SafetyFound:
    """Answers, finished or not, met a safety rule of the instrument's key."""

    response_id: UUID
    client_id: UUID
    instrument: str
    rule: str
    severity: str
    task_id: UUID
    at: datetime


@dataclass(frozen=True, slots=True)
class CheckedIn:
    """A client wrote a check-in of their own: they were in contact just now."""

    check_in_id: UUID
    client_id: UUID
    actor: Actor
    at: datetime
