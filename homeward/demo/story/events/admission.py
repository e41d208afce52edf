"""Consents and the day an episode opens."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentSigned(Event):
    """`kind`: treatment, tpo, family, criminal_justice. `key` is unique in the story.

    `recipient_name` and `recipient_relation` (mother, partner, probation_officer, ...) are filled
    for the last two kinds. `ends_on_event` is "discharge_or_case_closed" for criminal justice,
    else empty.
    """

    key: str
    kind: str
    recipient_name: str
    recipient_relation: str
    purposes: tuple[str, ...]
    classes: tuple[str, ...]
    expires_on: date | None
    ends_on_event: str
    witness: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConsentRevoked(Event):
    """The client takes a consent back; `key` is that of its ConsentSigned."""

    key: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Admitted(Event):
    """Opens the episode, its team and its level. `team` holds (role code, worker key) pairs."""

    chart_number: str
    site: str
    track: str
    cohort: str
    phase: str
    level: str
    primary_counselor: str
    team: tuple[tuple[str, str], ...]
    diagnosis: str
    payer: str
