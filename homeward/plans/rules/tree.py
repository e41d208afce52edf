"""A plan as frozen values: problem, goal, objective, intervention."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionDraft:
    """What staff do: what kind, how often, for how long, who, in words."""

    modality: str
    frequency: str
    duration: str
    worker_id: UUID | None
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveDraft:
    """A measurable step; `number` as shown, "1.1"."""

    statement: str
    measure: str
    target_on: date | None
    baseline: str = ""
    number: str = ""
    interventions: tuple[InterventionDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDraft:
    """What the client wants, in their words."""

    own_words: str
    clinical_words: str = ""
    objectives: tuple[ObjectiveDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemDraft:
    """What stands in the way, tied to a dimension (1 to 6)."""

    statement: str
    dimension: int
    goals: tuple[GoalDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDraft:
    """A whole plan as it would be signed."""

    strengths: str
    barriers: str
    discharge_criteria: str
    estimated_weeks: int
    medications: str
    family_involvement: str
    problems: tuple[ProblemDraft, ...]
