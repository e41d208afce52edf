"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class DimensionsRated:
    """A clinician rated the dimensions; the suggestion was computed anew."""

    placement_id: UUID
    client_id: UUID
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class PlacementDecided:
    """The team decided on the level of care it provides."""

    placement_id: UUID
    client_id: UUID
    indicated_level: str
    provided_level: str
    actor: Actor
    at: datetime
