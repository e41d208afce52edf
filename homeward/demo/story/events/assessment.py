"""The assessment: its appointment, the interview, the ratings, the level."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from .event import Event, Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentScheduled(Event):
    """An assessment appointment; `key` names it in the next two events."""

    key: str
    site: str
    worker: str
    starts_at: datetime
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentKept(Event):
    """The person came and the biopsychosocial interview took place."""

    key: str
    started_at: datetime
    ended_at: datetime
    diagnosis: str
    criteria_met: int
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentMissed(Event):
    """`state`: no_show or cancelled_client."""

    key: str
    state: str


@dataclass(frozen=True, slots=True, kw_only=True)
class DimensionsRated(Event):
    """Six edition 3 ratings, 0 to 4, with a sentence each, and the facts `placement recommend`
    reads."""

    edition: str
    age: int
    ratings: tuple[int, int, int, int, int, int]
    narratives: tuple[str, str, str, str, str, str]
    facts: Facts


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacementDecided(Event):
    """The team's choice. `indicated` is what the story expects the rule set to say.

    `discrepancy` is empty when the two agree; otherwise one of not_available, client_choice,
    payer, court, wait_list, geography. `holds` are cleared before admission.
    """

    indicated: str
    provided: str
    discrepancy: str
    client_view: str
