"""Starting a plan and writing the whole of it while it is a draft."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from homeward import audit
from homeward.admissions.models import Episode
from homeward.core.access import Access
from homeward.core.actions import action
from homeward.core.actors import Actor
from homeward.core.clock import local_day
from homeward.core.records import expect_version
from homeward.core.refusals import NotAllowed, Refusal
from homeward.kernel.purposes import Purpose
from homeward.plans.library import BY_CODE, Theme
from homeward.plans.models import Goal, Intervention, Objective, Plan, Problem
from homeward.plans.rules.tree import GoalDraft, InterventionDraft, ObjectiveDraft, ProblemDraft
from homeward.plans.tree_rows import write_problems

DRAFTED = (
    "strengths",
    "barriers",
    "discharge_criteria",
    "estimated_weeks",
    "medications",
    "family_wish",
    "family_involvement",
)


class PlanExists(Refusal):
    """A version is being written already."""


class PlanIsSigned(Refusal):
    """A signed plan does not change; start a new version."""


class ThemeUnknown(Refusal):
    """The library has no such thread."""


class ThreadIncomplete(Refusal):
    """A thread has a problem, a goal, an objective with a measure, and what staff do."""


@action
def start_plan(
    *,
    actor: Actor,
    episode_id: UUID,
    now: datetime,
    kind: str = "full",
    strengths: str = "",
    barriers: str = "",
    discharge_criteria: str = "",
    estimated_weeks: int = 12,
    medications: str = "",
    family_involvement: str = "",
    family_wish: str = "",
    problems: Sequence[ProblemDraft] = (),
) -> Plan:
    """A new version of the plan as a draft; the version in force stays so until this is signed."""
    if actor.worker_id is None:
        raise NotAllowed
    episode = (
        Episode.objects.for_actor(actor, Purpose.TREATMENT)
        .select_for_update(of=("self",))
        .get(pk=episode_id)
    )
    plan = open_draft(
        episode,
        author_id=actor.worker_id,
        kind=kind,
        now=now,
        strengths=strengths,
        barriers=barriers,
        discharge_criteria=discharge_criteria,
        estimated_weeks=estimated_weeks,
        medications=medications,
        family_involvement=family_involvement,
        family_wish=family_wish,
    )
    # The row must lie within what the actor may write; otherwise nothing happened.
    Plan.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE).get(pk=plan.pk)
    write_problems(plan, problems, now)
    audit.record("plans.plan.started", actor=actor, subject=plan, at=now, reason=kind)
    return plan


def open_draft(
    episode: Episode, *, author_id: UUID, kind: str, now: datetime, **parts: Any
) -> Plan:
    """The next version as a draft, unless one is open; within the caller's transaction."""
    service = Actor.of_service("plans")
    versions = Plan.objects.for_actor(service, Purpose.TREATMENT).filter(episode_id=episode.pk)
    if versions.filter(state__in=(Plan.State.DRAFT, Plan.State.SIGNED)).exists():
        raise PlanExists
    number = max((plan.number for plan in versions), default=0) + 1
    return Plan.objects.create(
        client_id=episode.client_id,
        site_id=episode.site_id,
        episode=episode,
        number=number,
        kind=kind,
        author_id=author_id,
        started_at=now,
        **parts,
    )


@action
def describe_plan(
    *,
    actor: Actor,
    plan_id: UUID,
    parts: Mapping[str, Any],
    now: datetime,
    expected_version: int | None = None,
) -> Plan:
    """Write the parts around the problems: strengths, barriers, criteria, length, family."""
    plan = draft_to_write(actor, plan_id)
    expect_version(plan, expected_version)
    wanted = {name: value for name, value in parts.items() if name in DRAFTED}
    plan.change(**wanted)
    audit.record("plans.plan.described", actor=actor, subject=plan, at=now, fields=wanted)
    return plan


@action
def add_thread(
    *,
    actor: Actor,
    plan_id: UUID,
    now: datetime,
    theme: str = "",
    problem: ProblemDraft | None = None,
    worker_id: UUID | None = None,
    library_code: str = "",
) -> Plan:
    """Add a problem and what hangs on it, from the library or in own words.

    `library_code` names the thread that own words were begun from.
    """
    plan = draft_to_write(actor, plan_id)
    if problem is None:
        chosen = BY_CODE.get(theme)
        if chosen is None:
            raise ThemeUnknown
        problem = thread_from(chosen, worker_id or plan.author_id, local_day(now))
    elif not (problem.statement.strip() and problem.goals and problem.goals[0].objectives):
        raise ThreadIncomplete
    elif library_code:
        problem = replace(problem, library_code=library_code)
    write_problems(plan, [problem], now)
    plan.change()
    audit.record("plans.thread.added", actor=actor, subject=plan, at=now)
    return plan


@action
def drop_thread(*, actor: Actor, plan_id: UUID, problem_id: UUID, now: datetime) -> Plan:
    """Take a problem and what hangs on it out of a draft."""
    plan = draft_to_write(actor, plan_id)
    rows = Problem.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    problem = rows.get(pk=problem_id, plan_id=plan.pk)
    for model, path in (
        (Intervention, "objective__goal__problem"),
        (Objective, "goal__problem"),
        (Goal, "problem"),
        (Problem, "pk"),
    ):
        below = model.objects.for_actor(Actor.of_service("plans"), Purpose.TREATMENT)
        ids = [row.pk for row in below.filter(**{path: problem.pk})]
        # Leaf by leaf: nothing cascades through a manager that would ask for an actor.
        below.filter(pk__in=ids)._raw_delete(below.db)
    plan.change()
    audit.record("plans.thread.dropped", actor=actor, subject=plan, at=now)
    return plan


def thread_from(theme: Theme, worker_id: UUID, on: date) -> ProblemDraft:
    """The thread of a theme with a named worker and a date, marked as the library's."""
    times, every_weeks = theme.rhythm
    done = InterventionDraft(
        kind=theme.kind,
        approach=theme.approach,
        times=times,
        every_weeks=every_weeks,
        minutes=theme.minutes,
        weeks=theme.weeks,
        worker_id=worker_id,
        text=theme.action,
    )
    step = ObjectiveDraft(
        statement=theme.objective,
        measure=theme.measure,
        baseline=theme.baseline,
        instrument=theme.instrument,
        target_on=on + timedelta(weeks=theme.weeks),
        interventions=(done,),
    )
    goal = GoalDraft(own_words=theme.goals[0], clinical_words=theme.clinical, objectives=(step,))
    return ProblemDraft(
        statement=theme.problem, dimension=theme.dimension, library_code=theme.code, goals=(goal,)
    )


def draft_to_write(actor: Actor, plan_id: UUID) -> Plan:
    """The draft, locked, for who may write it; raises PlanIsSigned, Plan.DoesNotExist."""
    plan: Plan = (
        Plan.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
        .select_for_update(of=("self",))
        .get(pk=plan_id)
    )
    if plan.state != Plan.State.DRAFT:
        raise PlanIsSigned
    return plan
