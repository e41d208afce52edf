"""Facts this room announces."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from homeward.core.actors import Actor


@dataclass(frozen=True, slots=True)
class PlanActivated:
    """A plan is in force: author and client have signed, or the client's refusal is recorded."""

    plan_id: UUID
    episode_id: UUID
    client_id: UUID
    kind: str
    at: datetime


@dataclass(frozen=True, slots=True)
class PlanReviewed:
    """Staff and client looked at the plan together."""

    plan_id: UUID
    client_id: UUID
    next_due_on: object
    at: datetime
    kind: str = "plan_review"
    actor: Actor | None = None


@dataclass(frozen=True, slots=True)
class PlanSigned:
    """One signature stands under a plan; `meaning` says whose."""

    plan_id: UUID
    episode_id: UUID
    client_id: UUID
    meaning: str
    actor: Actor
    at: datetime


@dataclass(frozen=True, slots=True)
class PlanCommented:
    """The client said something about a version, or staff answered it."""

    plan_id: UUID
    comment_id: UUID
    client_id: UUID
    kind: str
    actor: Actor
    at: datetime
