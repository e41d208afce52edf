"""A plan as frozen values: problem, goal, objective, intervention."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID


@dataclass(frozen=True, slots=True, kw_only=True)
class InterventionDraft:
    """What staff do: kind of session, model, how often, how long, who, in words.

    `times` in `every_weeks` weeks, `minutes` each time, for `weeks` weeks; None is not said.
    `modality`, `frequency` and `duration` are the words of older plans.
    """

    kind: str = ""
    approach: str = ""
    times: int | None = None
    every_weeks: int | None = None
    minutes: int | None = None
    weeks: int | None = None
    worker_id: UUID | None
    text: str = ""
    modality: str = ""
    frequency: str = ""
    duration: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ObjectiveDraft:
    """A measurable step; `number` as shown, "1.1"; `continues` the step it was amended from."""

    statement: str
    measure: str
    target_on: date | None
    baseline: str = ""
    number: str = ""
    instrument: str = ""
    continues: UUID | None = None
    interventions: tuple[InterventionDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalDraft:
    """What the client wants, in their words."""

    own_words: str
    clinical_words: str = ""
    objectives: tuple[ObjectiveDraft, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemDraft:
    """What stands in the way, tied to a dimension (1 to 6) and the need it was found as."""

    statement: str
    dimension: int
    need_kind: str = ""
    need_ref: str = ""
    need_words: str = ""
    library_code: str = ""
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
    family_wish: str = ""
    problems: tuple[ProblemDraft, ...]
