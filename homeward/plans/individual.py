"""Whether a plan is this client's own: library texts made theirs, nobody else's plan copied."""

from collections.abc import Iterator
from datetime import date, timedelta
from uuid import UUID

from homeward.core.actors import Actor
from homeward.kernel.purposes import Purpose
from homeward.plans.library import TEXTS
from homeward.plans.models import Goal, Plan, Problem
from homeward.plans.rules.completeness import Gap
from homeward.plans.rules.copies import NearCopy, near_copy, own_sentences
from homeward.plans.rules.own_words import borrowed_in
from homeward.plans.rules.tree import PlanDraft
from homeward.program.queries import numbers_for

COMPARING = Actor.of_service("plans.comparing")
# Older plans are of a program that has changed since; nobody copies from them by chance.
LOOKED_BACK = timedelta(days=2 * 365)


def borrowed(plan: Plan, tree: PlanDraft, on: date) -> tuple[Gap, ...]:
    """The parts that still say what the library says."""
    if not any(problem.library_code for problem in tree.problems):
        return ()
    fewest = int(numbers_for(plan.episode.program_id, on)["plan_own_words"])
    return borrowed_in(tree, TEXTS, fewest)


def copied(plan: Plan, tree: PlanDraft, on: date) -> NearCopy | None:
    """The near copy there is among the plans of other clients of the program; None otherwise.

    Read by the program itself: the reader learns which of their own sentences stand elsewhere,
    never where.
    """
    numbers = numbers_for(plan.episode.program_id, on)
    return near_copy(
        own_sentences(tree),
        _texts_of_others(plan, on),
        twin_percent=int(numbers["plan_twin_percent"]),
        copy_percent=int(numbers["plan_copy_percent"]),
    )


def _texts_of_others(plan: Plan, on: date) -> Iterator[tuple[UUID, str]]:
    others = Plan.objects.for_actor(COMPARING, Purpose.OPERATIONS).filter(
        episode__program_id=plan.episode.program_id, started_at__date__gte=on - LOOKED_BACK
    )
    others = others.exclude(client_id=plan.client_id).order_by()
    for pk, strengths, barriers in others.values_list("pk", "strengths", "barriers"):
        yield pk, f"{strengths}\n{barriers}"
    within = others.values("pk")
    problems = Problem.objects.for_actor(COMPARING, Purpose.OPERATIONS).filter(plan__in=within)
    yield from problems.order_by().values_list("plan_id", "statement")
    goals = Goal.objects.for_actor(COMPARING, Purpose.OPERATIONS).filter(problem__plan__in=within)
    yield from goals.order_by().values_list("problem__plan_id", "own_words")
