"""A day in care: the client's own words, the register, notes, measures."""

from __future__ import annotations

from dataclasses import dataclass

from .event import Answers, Event, Interval


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckIn(Event):
    """The client's own daily words: craving 0-10, mood 1-5, hours slept, any use since last
    time."""

    craving: int
    mood: int
    sleep_hours: float
    used: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Attended(Event):
    """The register line of one client for one session, present or not.

    `state`: present, late, left_early, late_and_left_early, excused, no_show, cancelled_client,
    makeup, virtual_present. `punches` are in/out pairs, empty when absent.
    """

    session: str
    state: str
    punches: tuple[Interval, ...]
    excuse: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NoteSigned(Event):
    """The client's own part of a session's note, signed by its author.

    `participation` and `response` are the note's chip codes, `body` its own words, `objective`
    a key of the active plan or empty, `progress` no_change, some_progress, met or setback.
    """

    session: str
    participation: tuple[str, ...]
    response: tuple[str, ...]
    body: str
    objective: str
    progress: str
    intervention: str
    plan_next: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FamilySessionHeld(Event):
    """A family session that took place under a family consent; its note is a NoteSigned of the
    same key."""

    session: str
    consent: str
    attendees: tuple[str, ...]
    punches: tuple[Interval, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class InstrumentAnswered(Event):
    """A repeated measure: bam_iop (weekly), phq9, gad7; cssrs_screener asked by the counselor."""

    instrument: str
    answers: Answers
    week: int
