"""How far somebody is with the steps of their plan: a step that was reached stays reached."""

from __future__ import annotations

from datetime import date

from .population import population
from .world import Client, World

RELAPSE_DIMENSION = 5
States = tuple[tuple[str, str], ...]


def states_on(world: World, client: Client, day: date) -> States:
    """Where each objective stands when the plan is looked at on that day, and remember it."""
    chance = client.chance.at("plan_review", day)
    states = []
    for key in client.objectives:
        state = client.objective_states.get(key, "active")
        if state != "met":
            if client.days_in(day) >= _met_after(world, client, key):
                state = "met"
            elif chance.happens(f"revised-{key}", 0.12):
                state = "revised"
            client.objective_states[key] = state
        states.append((key, state))
    return tuple(states)


def states_at_the_end(world: World, client: Client, day: date, went_well: bool) -> States:
    """Where each objective is left at the discharge."""
    chance, left = client.chance.at("discharge"), "revised" if went_well else "discontinued"
    last_steps = population()["step_down"]["reached_at_the_end"] if went_well else 0.0
    return tuple(
        (key, "met" if state == "met" or chance.happens(f"met-{key}", last_steps) else left)
        for key, state in states_on(world, client, day)
    )


def is_of_relapse(client: Client, key: str) -> bool:
    """Whether the objective belongs to what prevents a return to use."""
    return any(
        objective.key == key
        for problem in client.problems
        if problem.dimension == RELAPSE_DIMENSION
        for goal in problem.goals
        for objective in goal.objectives
    )


def _met_after(world: World, client: Client, key: str) -> float:
    """Days of care after which somebody of this course has reached a step; mostly before the
    intensive weeks end for who completes."""
    facts, chance = population()["step_down"], client.chance.at("objective", key)
    last = sum(phase.weekly_minutes >= world.outline.iop_minutes for phase in world.outline.phases)
    ends_at, part = client.boundaries[last - 1], chance.share("when")
    does_well = client.course.reason == "completed"
    reached = facts["reached_if_completing" if does_well else "reached_if_not"]
    if does_well and is_of_relapse(client, key):
        reached = facts["prevention_if_completing"]
    if client.script.name or chance.happens("in_time", reached):
        return ends_at * (0.30 + 0.62 * part)
    return ends_at * (1.10 + part)
