"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class CrisisEnded:
    """A crisis path came to its end. `kind` is the kind of incident it is, "" for none.

    `did` are the sentences of what was done, in order, that name nobody; `answers` what was
    pressed, as "step.answer".
    """

    run_id: UUID
    site_id: UUID
    client_id: UUID | None
    path_code: str
    title: str
    kind: str
    severity: int
    place: str
    outcome: str
    did: tuple[str, ...]
    called_911_at: datetime | None
    started_at: datetime
    started_by_id: UUID
    actor: Actor
    at: datetime
    outcome_code: str = ""
    answers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CrisisNamed:
    """Whom an ended crisis was about was said afterwards; `kind` as in CrisisEnded."""

    run_id: UUID
    client_id: UUID
    actor: Actor
    at: datetime
    kind: str = ""


@dataclass(frozen=True, slots=True)
class SafetyPlanAgreed:
    """A version of a safety plan came into force."""

    plan_id: UUID
    client_id: UUID
    by_client: bool
    actor: Actor
    at: datetime
