"""The initial plan of the first day and the full one of the week, each with its signatures."""

from __future__ import annotations

from datetime import date

from .events import (
    PlanSigned,
    PlanStarted,
)
from .own_words import brings, in_the_way
from .plan_library import problems_for, themes_for
from .population import population
from .world import Client, World

DISCHARGE_CRITERIA = (
    "Objectives met, tests negative for four weeks, a prevention plan, a next appointment"
)
STRENGTHS = (
    "Honest and quick to notice patterns",
    "Works hard and shows up",
    "Close to family, wants to be there for them",
    "Has stopped before and knows what helped",
    "Good sense of humor, easy with people",
    "Reads a lot and likes to learn",
    "Faith and a steady routine",
    "Keeps promises to children",
)
BARRIERS = (
    "Ride depends on one bus line",
    "Shift work changes from week to week",
    "Childcare on short notice",
    "Court dates and fines",
    "Poor sleep",
    "People who use live close by",
    "Pain that comes and goes",
    "Phone is often out of minutes",
)


def start_plan(world: World, client: Client, day: date, minute: int, kind: str) -> None:
    """An initial plan with one problem on the first day, the full one within the week; each
    signed by author, client, supervisor."""
    chance, profile, outline = client.chance, client.profile, world.outline
    weeks = sum(
        phase.weeks
        for phase in outline.phases
        if phase.weekly_minutes >= population()["habits"]["core_minutes"]
    )
    themes = themes_for(chance, profile, client.ratings)
    problems = problems_for(
        chance,
        profile,
        themes if kind == "full" else themes[:1],
        client.admitted_on,
        client.counselor,
        outline.one("family_counselor", client.site),
        outline.one("case_manager", client.site),
        weeks,
    )
    client.problems = problems
    client.objectives = [
        objective.key
        for problem in problems
        for goal in problem.goals
        for objective in goal.objectives
    ]
    support = profile.support_relation.replace("_", " ")
    world.say(
        PlanStarted(
            at=world.at(client.site, day, minute),
            person=profile.key,
            by=client.counselor,
            kind=kind,
            strengths=brings(chance, chance.one_of("strengths", STRENGTHS)),
            barriers=in_the_way(chance, chance.one_of("barriers", BARRIERS)),
            discharge_criteria=DISCHARGE_CRITERIA,
            estimated_weeks=weeks,
            medications=profile.medication or "none",
            family_wish="involved" if client.family_consent else "declined",
            family_involvement=f"{support} takes part"
            if client.family_consent
            else "not wanted at this time",
            problems=problems,
        )
    )
    cosigner = outline.one("supervisor", client.site)
    for wait, role, signer in (
        (6, "author", client.counselor),
        (9, "client", "client"),
        (13, "cosign", cosigner),
    ):
        world.say(
            PlanSigned(
                at=world.at(client.site, day, minute + wait),
                person=profile.key,
                by=signer,
                kind=kind,
                role=role,
            )
        )
