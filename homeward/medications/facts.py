"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class NaloxoneUsed:
    """Naloxone was given at a site: an incident; `report_due_at` is when its report is due."""

    use_id: UUID
    site_id: UUID
    report_due_at: datetime
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class MedicationError:
    """Something went wrong with a medicine; `what` names neither it nor anybody.

    `origin` is the key of the row that shows it; the same one counts once.
    """

    origin: str
    what: str
    done: str
    client_id: UUID
    site_id: UUID
    occurred_at: datetime
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class MedicinesChanged:
    """A client's list of medicines says something else than before."""

    client_id: UUID
    medication_id: UUID
    what: str
    actor: Actor
    at: datetime
