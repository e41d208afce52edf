"""A plan's thread as lines: problem, goal in both wordings, step, what staff do."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core.actors import Actor
from homeward.core.evidence_links import link_for
from homeward.desk.admissions.dimensions import NAMES
from homeward.desk.plans.links import anchor_of, objective_url
from homeward.desk.plans.pages.talk import Said
from homeward.instruments.library import instrument
from homeward.kernel.purposes import Purpose
from homeward.kernel.reading_grade import grade_of
from homeward.kernel.reasons import Evidence
from homeward.plans.models import Goal, Intervention, Objective, Plan, Problem
from homeward.plans.words import OBJECTIVE_STATES, intervention_words

STATE_TONES = {
    "active": "info",
    "met": "done",
    "revised": "neutral",
    "deferred": "attention",
    "discontinued": "neutral",
}


@dataclass(frozen=True, slots=True)
class WorkLine:
    """What staff do for a step; the addresses are empty once the plan is signed."""

    words: str
    by: str
    text: str
    edit_url: str = ""
    drop_url: str = ""


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """A step with where it stands, its measure, its day, and what staff do for it."""

    number: str
    anchor: str
    statement: str
    baseline: str
    measure: str
    target: str
    state: str
    tone: str
    work: tuple[WorkLine, ...]
    said: tuple[Said, ...]
    thread_url: str
    edit_url: str = ""
    drop_url: str = ""
    add_url: str = ""


@dataclass(frozen=True, slots=True)
class GoalLine:
    """What the client wants, beside the clinical words, each with its reading grade."""

    own_words: str
    own_grade: str
    clinical_words: str
    clinical_grade: str
    objectives: tuple[ObjectiveLine, ...]


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """What stands in the way, the need it answers, and everything that hangs on it."""

    pk: UUID
    statement: str
    dimension: str
    need: str
    need_url: str
    goals: tuple[GoalLine, ...]
    edit_url: str = ""
    add_url: str = ""
    drop_url: str = ""


@dataclass(frozen=True, slots=True)
class Parts:
    """The rows of one version, read in four queries."""

    problems: tuple[Problem, ...]
    goals: dict[UUID, list[Goal]]
    objectives: dict[UUID, list[Objective]]
    work: dict[UUID, list[Intervention]]

    @classmethod
    def of(cls, actor: Actor, plan: Plan) -> "Parts":
        """Everything below a plan."""

        def rows(model: Any, **where: Any) -> Any:
            return model.objects.for_actor(actor, Purpose.TREATMENT).filter(**where)

        goals, steps, work = defaultdict(list), defaultdict(list), defaultdict(list)
        for goal in rows(Goal, problem__plan=plan).order_by("position"):
            goals[goal.problem_id].append(goal)
        for step in rows(Objective, goal__problem__plan=plan).order_by("number"):
            steps[step.goal_id].append(step)
        done = rows(Intervention, objective__goal__problem__plan=plan).select_related("worker")
        for each in done.order_by("pk"):
            work[each.objective_id].append(each)
        return cls(
            tuple(rows(Problem, plan=plan).order_by("position")), dict(goals), dict(steps),
            dict(work),
        )  # fmt: skip


def problem_lines(
    plan: Plan, parts: Parts, said: dict[UUID, list[Said]], edition: str, language: str,
    writable: bool,
) -> Iterator[ProblemLine]:  # fmt: skip
    """Every problem of a version; with the addresses to write it while it is `writable`."""
    for problem in parts.problems:
        goals = parts.goals.get(problem.pk, [])
        yield ProblemLine(
            pk=problem.pk,
            statement=problem.statement,
            dimension=str(NAMES[edition].get(problem.dimension, problem.dimension)),
            need=problem.need_words,
            need_url=link_for(Evidence(problem.need_kind, problem.need_ref)),
            goals=tuple(_goal(plan, goal, parts, said, language, writable) for goal in goals),
            edit_url=_url("plan_problem", plan, problem) if writable else "",
            add_url=_url("plan_objective_new", plan, problem) if writable else "",
            drop_url=_url("plan_thread_removal", plan, problem) if writable else "",
        )


def _goal(
    plan: Plan, goal: Goal, parts: Parts, said: dict[UUID, list[Said]], language: str,
    writable: bool,
) -> GoalLine:  # fmt: skip
    steps = parts.objectives.get(goal.pk, [])
    read = "\n".join((goal.own_words, *(step.statement for step in steps)))
    return GoalLine(
        own_words=goal.own_words,
        own_grade=grade_words(read, language),
        clinical_words=goal.clinical_words,
        clinical_grade=grade_words(goal.clinical_words, language),
        objectives=tuple(_objective(plan, step, parts, said, writable) for step in steps),
    )


def grade_words(text: str, language: str) -> str:
    """The reading grade of a text in words; empty where there is none."""
    grade = grade_of(text, language)
    return "" if grade is None else _("reading grade %(grade)s") % {"grade": round(grade)}


def _objective(
    plan: Plan, step: Objective, parts: Parts, said: dict[UUID, list[Said]], writable: bool
) -> ObjectiveLine:
    work = parts.work.get(step.pk, [])
    measure = step.measure
    if step.instrument:
        measure = f"{measure} · {instrument(step.instrument).title}"
    return ObjectiveLine(
        number=step.number,
        anchor=anchor_of(step.number),
        statement=step.statement,
        baseline=step.baseline or _("not written yet"),
        measure=measure or _("not written yet"),
        target=date_format(step.target_on, "j M Y"),
        state=str(OBJECTIVE_STATES[step.state]),
        tone=STATE_TONES.get(step.state, "neutral"),
        work=tuple(_work(plan, each, len(work) > 1, writable) for each in work),
        said=tuple(said.get(step.pk, ())),
        thread_url=objective_url(plan.client_id, step.number),
        edit_url=_url("plan_objective", plan, step) if writable else "",
        drop_url=_url("plan_objective_removal", plan, step)
        if writable and len(parts.objectives.get(step.goal_id, [])) > 1
        else "",
        add_url=_url("plan_intervention_new", plan, step) if writable else "",
    )


def _work(plan: Plan, row: Intervention, may_drop: bool, writable: bool) -> WorkLine:
    return WorkLine(
        words=intervention_words(row),
        by=row.worker.name,
        text=row.text,
        edit_url=_url("plan_intervention", plan, row) if writable else "",
        drop_url=_url("plan_intervention_removal", plan, row) if writable and may_drop else "",
    )


def _url(route: str, plan: Plan, part: Any) -> str:
    return reverse(f"desk:{route}", args=[plan.pk, part.pk])
