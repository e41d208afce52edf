"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class AssessmentStarted:
    """A clinician began a client's assessment."""

    assessment_id: UUID
    client_id: UUID
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class AssessmentSigned:
    """The assessment is complete and frozen.

    `diagnosis` is the principal substance use disorder's ICD-10-CM code, empty when none was
    stated; `criteria_met` is its count of 0 to 11.
    """

    assessment_id: UUID
    client_id: UUID
    site_id: UUID
    started_at: datetime
    diagnosis: str
    criteria_met: int | None
    summary: str
    needs_cosignature: bool
    actor: Actor
    at: datetime
