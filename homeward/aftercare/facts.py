"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class ClientReturned:
    """Somebody came back; `way` is same_episode or new_episode."""

    client_id: UUID
    episode_id: UUID
    way: str
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class AlumniLeft:
    """Somebody left the alumni: nothing of that kind goes to them any more."""

    client_id: UUID
    at: datetime
