"""Amending a plan in force: a new version of the same client's plan, and why."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from homeward import audit
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.plans.actions.start_plan import DRAFTED, open_draft
from homeward.plans.models import Objective, Plan
from homeward.plans.rules.tree import GoalDraft, ProblemDraft
from homeward.plans.tree_rows import tree_of, write_problems

OVER = (Objective.State.MET, Objective.State.DISCONTINUED)


class AmendmentNeedsReason(Refusal):
    """An amendment says why."""


class NothingToAmend(Refusal):
    """Only the plan in force is amended; without one, write a new plan."""


@action
def amend_plan(*, actor: Actor, plan_id: UUID, reason: str, now: datetime) -> Plan:
    """A draft of the next version with everything still open in it, marked as an amendment.

    Steps keep their numbers and know the step they continue; what was met or given up stays in
    the version before. That one stays in force until this one is signed.
    """
    if actor.worker_id is None:
        raise NotAllowed
    former: Plan = (
        Plan.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .select_related("episode")
        .get(pk=plan_id)
    )
    if former.state != Plan.State.ACTIVE:
        raise NothingToAmend
    if not reason.strip():
        raise AmendmentNeedsReason
    plan = open_draft(
        former.episode,
        author_id=actor.worker_id,
        kind=Plan.Kind.FULL,
        now=now,
        amends=former,
        amendment_reason=reason.strip()[:300],
        **{name: getattr(former, name) for name in DRAFTED},
    )
    rows = Objective.objects.for_actor(Actor.of_service("plans"), Purpose.TREATMENT)
    steps = {row.number: row for row in rows.filter(goal__problem__plan_id=former.pk)}
    carried = (_open_part(problem, steps) for problem in tree_of(former).problems)
    write_problems(plan, [part for part in carried if part is not None], now)
    audit.record("plans.plan.amended", actor=actor, subject=plan, at=now, fields=["reason"])
    return plan


def _open_part(problem: ProblemDraft, steps: Mapping[str, Objective]) -> ProblemDraft | None:
    """What of a problem is still open; None when nothing is."""
    goals = tuple(filter(None, (_open_goal(goal, steps) for goal in problem.goals)))
    return replace(problem, goals=goals) if goals else None


def _open_goal(goal: GoalDraft, steps: Mapping[str, Objective]) -> GoalDraft | None:
    kept = tuple(
        replace(step, continues=steps[step.number].pk)
        for step in goal.objectives
        if steps[step.number].state not in OVER
    )
    return replace(goal, objectives=kept) if kept else None
