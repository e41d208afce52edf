"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID


@dataclass(frozen=True, slots=True)
class DutyOpened:
    """A duty was opened, by a person's action or a job's."""

    task_id: UUID
    client_id: UUID
    kind: str
    urgency: str
    by_client: bool
    at: datetime


@dataclass(frozen=True, slots=True)
class DutyClosed:
    """A duty was ended with a disposition."""

    task_id: UUID
    client_id: UUID
    kind: str
    origin: str
    disposition: str
    at: datetime
