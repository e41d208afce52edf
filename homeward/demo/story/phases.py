"""How far the phases of one stay reach, and seats for the next one."""

from __future__ import annotations

from datetime import date

from .outline import Phase
from .population import population
from .seating import Week
from .world import Client, World

WEEK = 7.0
# The card is opened with the weeks so far; the step follows on the Monday after.
WEEKS_UNTIL_A_STEP = 1


def boundaries(world: World, client: Client) -> list[float]:
    """Days from admission at which each phase is done, for somebody of this course.

    Who completes early goes through the phases faster; continuing care is for those who stay on.
    """
    phases = world.outline.phases
    intensive = [phase for phase in phases if phase.weekly_minutes >= world.outline.iop_minutes]
    ends_at = _intensive_ends_at(world, client, intensive)
    lengths = _lengths(intensive, ends_at)
    rest = min(1.0, ends_at / (WEEK * sum(phase.weeks for phase in intensive)))
    lengths += [WEEK * phase.weeks * rest for phase in phases[len(intensive) :]]
    return [sum(lengths[: place + 1]) for place in range(len(lengths))]


def _intensive_ends_at(world: World, client: Client, intensive: list[Phase]) -> float:
    """The day of care on which the intensive weeks should be over."""
    if client.script.intensive_ends_on:
        return client.days_in(client.script.intensive_ends_on)
    usual = WEEK * sum(phase.weeks for phase in intensive)
    if client.course.reason != "completed":
        return usual * client.course.pace
    habits, stay = population()["habits"], client.course.stay_days
    core = WEEK * sum(
        phase.weeks
        for phase in world.outline.phases
        if phase.weekly_minutes >= habits["core_minutes"]
    )
    shortened = usual * min(1.0, stay / core)
    later: float = stay - habits["days_after_step_down"]
    return min(usual, max(shortened, later))


def _lengths(intensive: list[Phase], ends_at: float) -> list[float]:
    """Days of each intensive phase: the last keeps its usual weeks where a week each is left for
    the others."""
    *first, last = intensive
    whole = WEEK * (last.weeks + WEEKS_UNTIL_A_STEP)
    if not first or ends_at - whole < WEEK * len(first):
        scale = ends_at / sum(phase.weeks for phase in intensive)
        return [phase.weeks * scale for phase in intensive]
    scale = (ends_at - whole) / sum(phase.weeks for phase in first)
    return [*(phase.weeks * scale for phase in first), whole]


def ends_intensive_care(world: World, client: Client) -> bool:
    """Whether the next phase is one of fewer hours, at another level."""
    phases = world.outline.phases
    place = client.phase
    return place + 1 < len(phases) and phases[place + 1].level != phases[place].level


def fresh_week(world: World, client: Client, phase_number: int, from_day: date) -> Week | None:
    """Seats for a phase: same cohort first, the seats already held count as free."""
    phase = world.outline.phases[phase_number]
    keeps = frozenset(slot.key for slot in client.slots)
    return world.seats.weeks_for(client.site, client.track, phase, from_day, client.cohort, keeps)
