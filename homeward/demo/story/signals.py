"""What must hold before somebody steps down, as the team sees it on the weekly card.

The five signals of the handbook's step-down chapter: attendance, tests of the phase, objectives,
support, a prevention plan. They are read as of the Monday on which the card was opened.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from .objectives import is_of_relapse
from .population import population
from .ratings import tells_of_support
from .world import Client, World

KEPT = frozenset({"present", "late", "left_early", "late_and_left_early", "makeup"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Signals:
    """One answer a signal; `long_enough` is the usual stay in the phase, which is no signal."""

    attendance: bool
    tests: bool
    objectives: bool
    prevention_plan: bool
    support: bool
    long_enough: bool

    @property
    def missing(self) -> int:
        """How many of the four that the team asks for do not hold; support it may hear of."""
        return (self.attendance, self.tests, self.objectives, self.prevention_plan).count(False)

    def codes(self) -> tuple[str, ...]:
        """The grounds of a step down: every signal that holds."""
        named = (
            ("attendance_80", self.attendance),
            ("tests_negative", self.tests),
            ("objectives_met", self.objectives),
            ("sober_support", self.support),
            ("prevention_plan", self.prevention_plan),
        )
        return tuple(code for code, holds in named if holds)


def signals_of(world: World, client: Client, day: date) -> Signals:
    """The signals of somebody for the review of that day."""
    facts, monday = population()["step_down"], day - timedelta(days=day.weekday())
    first = monday - timedelta(weeks=facts["weeks"])
    began = client.phase_began or client.admitted_on
    met = [key for key, state in client.objective_states.items() if state == "met"]
    return Signals(
        attendance=_comes_enough(client, first, monday, facts),
        tests=_tests_negative(client, first, began),
        objectives=len(met) >= facts["objectives"] * max(1, len(client.objectives)),
        prevention_plan=any(is_of_relapse(client, key) for key in met),
        support=tells_of_support(client.ratings),
        long_enough=(monday - began).days >= 7 * world.phase_of(client).weeks,
    )


def _comes_enough(client: Client, first: date, monday: date, facts: dict[str, Any]) -> bool:
    """Sessions kept of those expected, told absences aside; nor several missed at the end."""
    lines = [state for on, state in client.marks if first <= on < monday]
    kept, missed = sum(state in KEPT for state in lines), lines.count("no_show")
    enough: bool = kept >= facts["attendance"] * max(1, kept + missed)
    return enough and _missed_at_the_end(lines) < facts["missed_in_a_row"]


def _missed_at_the_end(lines: list[str]) -> int:
    """How many of the last sessions in a row were missed without a word."""
    count = 0
    for state in reversed(lines):
        if state in KEPT:
            break
        count += state == "no_show"
    return count


def calls_for_a_look(client: Client, day: date) -> bool:
    """Whether that day brought a positive result or the last of several missed sessions."""
    states = [state for on, state in client.marks if on == day]
    if day in client.positive_on:
        return True
    lines = [state for on, state in client.marks if on <= day]
    limit: int = population()["step_down"]["missed_in_a_row"]
    return "no_show" in states and _missed_at_the_end(lines) >= limit


def _tests_negative(client: Client, first: date, began: date) -> bool:
    """None positive in the phase, not two in the weeks looked at, and one at least negative."""
    recent = [outcome for on, outcome in client.tests if on >= first]
    in_phase = [outcome for on, outcome in client.tests if on >= began]
    return "positive" not in in_phase and recent.count("positive") < 2 and "negative" in recent
