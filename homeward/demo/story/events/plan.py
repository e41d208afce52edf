"""The treatment plan: written, signed, reviewed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class Intervention:
    """What staff will do: kind of session and model, `times` in `every_weeks` weeks, minutes each,
    for how many weeks, by whom (worker key)."""

    kind: str
    approach: str
    times: int
    every_weeks: int
    minutes: int
    duration_weeks: int
    worker: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Objective:
    """A measurable step; `key` is unique within the plan."""

    key: str
    text: str
    measure: str
    baseline: str
    target_on: date
    interventions: tuple[Intervention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """In the client's words, and in clinical ones."""

    words: str
    clinical: str
    objectives: tuple[Objective, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One problem on the plan, tied to an edition 3 dimension, 1 to 6."""

    key: str
    dimension: int
    text: str
    goals: tuple[Goal, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStarted(Event):
    """`kind`: initial (day of admission) or full."""

    kind: str
    strengths: str
    barriers: str
    discharge_criteria: str
    estimated_weeks: int
    medications: str
    family_wish: str
    family_involvement: str
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanSigned(Event):
    """`role`: author, client or cosign; `kind` is that of the plan. Three signatures are three
    events."""

    kind: str
    role: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanReviewed(Event):
    """Objective states are (objective key, active|met|revised|deferred|discontinued) pairs.

    `kind` is plan_review or continued_stay; a stay says why, and has a next day of its own.
    """

    objective_states: tuple[tuple[str, str], ...]
    client_view: str
    summary: str
    next_due_on: date
    kind: str = "plan_review"
    stay_words: str = ""
    stay_next_due_on: date | None = None
