"""The weekly card, the steps it decides, and tries to reach somebody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from .event import Event


@dataclass(frozen=True, slots=True, kw_only=True)
class LevelReviewed(Event):
    """The weekly card. `decision`: stay, step_down, step_up. `reasons` are codes.

    stay: progressing, working_not_yet, new_problem_here, outreach_running, not_seen. step_down:
    attendance_80,
    tests_negative, objectives_met, sober_support, prevention_plan. step_up: repeated_use,
    missed_three, suicidality. `because` is the team's own sentence where it does other than usual.
    """

    week: int
    decision: str
    reasons: tuple[str, ...]
    attendance_share: float
    client_view: str
    because: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PhaseChanged(Event):
    """The team moved the client to the next phase after a review, from `from_day`."""

    old_phase: str
    new_phase: str
    from_day: date


@dataclass(frozen=True, slots=True, kw_only=True)
class SteppedDown(Event):
    """The level of care changed inside the program (under nine hours a week is not 2.1)."""

    old_level: str
    new_level: str
    from_day: date
    first_appointment: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OutreachTried(Event):
    """`channel`: call, text, letter, consented_contact, peer_visit.

    `outcome`: reached, left_message, no_answer, wrong_number, sent.
    """

    channel: str
    outcome: str
    step: str
    session: str
