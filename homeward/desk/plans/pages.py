"""What the plan tab prints: the thread in the open, what is missing, who signed."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.admissions.models import Episode
from homeward.core.access import Access, may
from homeward.core.actors import Actor
from homeward.core.components import Act, Fact, Moment, Signature
from homeward.core.reasons_words import words_for
from homeward.desk.admissions.dimensions import NAMES
from homeward.desk.admissions.times import when
from homeward.desk.plans.forms import OBJECTIVE_STATES
from homeward.kernel.purposes import Purpose
from homeward.kernel.reading_grade import grade_of
from homeward.kernel.reasons import Decision
from homeward.kernel.records import RecordClass
from homeward.plans.cosigning import due_on, needs_second
from homeward.plans.models import (
    Goal,
    Intervention,
    Objective,
    Plan,
    PlanReview,
    PlanSignature,
    Problem,
)
from homeward.plans.queries import plans_of
from homeward.plans.rules.completeness import problems_before_signing
from homeward.plans.rules.cosigning import NEEDED
from homeward.plans.rules.tree import PlanDraft
from homeward.plans.tree_rows import tree_of

Meaning = PlanSignature.Meaning
STATE_TONES = {
    "active": "info",
    "met": "done",
    "revised": "neutral",
    "deferred": "attention",
    "discontinued": "neutral",
}


@dataclass(frozen=True, slots=True)
class ObjectiveLine:
    """A step with its measure and what staff do for it."""

    number: str
    statement: str
    measure: str
    target: str
    state: str
    tone: str
    interventions: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GoalLine:
    """What the client wants, with its steps."""

    own_words: str
    clinical_words: str
    objectives: tuple[ObjectiveLine, ...]


@dataclass(frozen=True, slots=True)
class ProblemLine:
    """What stands in the way, with everything that hangs on it."""

    pk: Any
    statement: str
    dimension: str
    goals: tuple[GoalLine, ...]
    drop_url: str


@dataclass(frozen=True, slots=True)
class PlanPage:
    """One version of the plan."""

    plan: Plan | None
    title: str
    subline: str
    state: str
    tone: str
    problems: tuple[ProblemLine, ...]
    parts: tuple[Fact, ...]
    missing: tuple[str, ...]
    signatures: tuple[Signature, ...]
    refusal: str
    waiting: str
    why_waiting: Decision | None
    acts: tuple[Act, ...]
    start_url: str
    reviews: tuple[Moment, ...]
    versions: tuple[Act, ...]


def plan_page(actor: Actor, episode: Episode | None, number: int | None, today: Any) -> PlanPage:
    """The version asked for, else the draft being written, else the one in force."""
    versions = plans_of(actor, episode) if episode else []
    plan = _chosen(versions, number)
    writes = may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE)
    if plan is None or episode is None:
        start = reverse("desk:plan_start", args=[episode.pk]) if episode and writes else ""
        return PlanPage(
            plan=None,
            title=_("No plan yet"),
            subline="",
            state="",
            tone="neutral",
            problems=(),
            parts=(),
            missing=(),
            signatures=(),
            refusal="",
            waiting="",
            why_waiting=None,
            acts=(),
            start_url=start,
            reviews=(),
            versions=(),
        )
    tree = tree_of(plan, actor)
    rows = PlanSignature.objects.for_actor(actor, Purpose.TREATMENT).filter(plan=plan)
    signed = list(rows.order_by("at"))
    lacking = problems_before_signing(tree, today) if plan.state == Plan.State.DRAFT else ()
    waiting, why_waiting = _waiting(plan, signed)
    open_version = any(each.state in (Plan.State.DRAFT, Plan.State.SIGNED) for each in versions)
    return PlanPage(
        plan=plan,
        title=_("Plan %(number)s") % {"number": plan.number},
        subline=_subline(plan),
        state=str(_state_words(plan)),
        tone="done" if plan.state == Plan.State.ACTIVE else "attention",
        problems=tuple(_problems(actor, plan, episode)),
        parts=tuple(_parts(plan, writes, tree, episode.client.language)),
        missing=tuple(words_for(code) for code in lacking),
        signatures=tuple(
            _signature(each) for each in signed if each.meaning != Meaning.CLIENT_REFUSED
        ),
        refusal=next(
            (each.reason for each in signed if each.meaning == Meaning.CLIENT_REFUSED), ""
        ),
        waiting=waiting,
        why_waiting=why_waiting,
        acts=tuple(
            _acts(actor, plan, {each.meaning for each in signed}, lacking, writes, bool(waiting))
        ),
        start_url=reverse("desk:plan_start", args=[episode.pk])
        if writes and not open_version
        else "",
        reviews=tuple(_reviews(actor, plan)),
        versions=tuple(
            Act(
                _("Plan %(number)s") % {"number": each.number},
                f"{reverse('desk:chart_plan', args=[plan.client_id])}?number={each.number}",
            )
            for each in versions
            if each.pk != plan.pk
        ),
    )


def _chosen(versions: list[Plan], number: int | None) -> Plan | None:
    if number is not None:
        return next((each for each in versions if each.number == number), None)
    being_written = (
        each for each in versions if each.state in (Plan.State.DRAFT, Plan.State.SIGNED)
    )
    in_force = (each for each in versions if each.state == Plan.State.ACTIVE)
    return next(being_written, None) or next(in_force, None) or (versions[0] if versions else None)


def _state_words(plan: Plan) -> str:
    return {
        "draft": _("being written"),
        "signed": _("waits for the client"),
        "active": _("in force"),
        "superseded": _("replaced"),
        "closed": _("closed"),
    }[plan.state]


def _subline(plan: Plan) -> str:
    kind = _("initial plan") if plan.kind == Plan.Kind.INITIAL else _("full plan")
    parts = [kind, _("by %(name)s") % {"name": plan.author.name}]
    if plan.review_due_on:
        parts.append(
            _("look at it again by %(day)s") % {"day": date_format(plan.review_due_on, "D j M")}
        )
    return " · ".join(parts)


def _problems(actor: Actor, plan: Plan, episode: Episode) -> Iterator[ProblemLine]:
    edition = (
        episode.placement.edition if may(actor.roles, RecordClass.ASSESSMENT, Access.READ) else "3"
    )

    def rows(model: Any, **where: Any) -> Any:
        return model.objects.for_actor(actor, Purpose.TREATMENT).filter(**where)

    problems = list(rows(Problem, plan=plan).order_by("position"))
    objectives = rows(Objective, goal__problem__plan=plan).select_related("goal").order_by("number")
    interventions = rows(Intervention, objective__goal__problem__plan=plan).select_related("worker")
    done: dict[Any, list[str]] = {}
    for row in interventions.order_by("pk"):
        text = _("%(modality)s, %(frequency)s, %(duration)s, %(name)s") % {
            "modality": row.modality,
            "frequency": row.frequency,
            "duration": row.duration,
            "name": row.worker.name,
        }
        done.setdefault(row.objective_id, []).append(f"{text}: {row.text}" if row.text else text)
    goals: dict[Any, dict[Any, tuple[Goal, list[ObjectiveLine]]]] = {}
    for step in objectives:
        below = goals.setdefault(step.goal.problem_id, {})
        below.setdefault(step.goal_id, (step.goal, []))[1].append(_objective(step, done))
    for problem in problems:
        yield ProblemLine(
            pk=problem.pk,
            statement=problem.statement,
            dimension=str(NAMES[edition].get(problem.dimension, problem.dimension)),
            goals=tuple(
                GoalLine(goal.own_words, goal.clinical_words, tuple(steps))
                for goal, steps in goals.get(problem.pk, {}).values()
            ),
            drop_url=reverse("desk:plan_thread_removal", args=[plan.pk, problem.pk])
            if plan.state == Plan.State.DRAFT
            and may(actor.roles, RecordClass.ASSESSMENT, Access.WRITE)
            else "",
        )


def _objective(step: Objective, done: dict[Any, list[str]]) -> ObjectiveLine:
    now = f" · {_('now: %(words)s') % {'words': step.baseline}}" if step.baseline else ""
    return ObjectiveLine(
        number=step.number,
        statement=step.statement,
        measure=_("Measured by %(measure)s") % {"measure": step.measure} + now,
        target=_("by %(day)s") % {"day": date_format(step.target_on, "D j M Y")},
        state=str(dict(OBJECTIVE_STATES)[Objective.State(step.state)]),
        tone=STATE_TONES.get(step.state, "neutral"),
        interventions=tuple(done.get(step.pk, ())),
    )


def _waiting(plan: Plan, signed: list[PlanSignature]) -> tuple[str, Decision | None]:
    """Until when a co-signature is due and why, where the author's signature needs one."""
    at = next((each.at for each in signed if each.meaning == Meaning.AUTHOR), None)
    if at is None or any(each.meaning == Meaning.COSIGN for each in signed):
        return "", None
    if plan.state in (Plan.State.SUPERSEDED, Plan.State.CLOSED):
        return "", None
    decision = needs_second(plan, at)
    if decision.outcome != NEEDED:
        return "", None
    day = date_format(due_on(plan, at), "D j M")
    return _("A licensed supervisor co-signs by %(day)s. Care does not wait for it.") % {
        "day": day
    }, decision


def _reading(tree: PlanDraft, language: str) -> str:
    """The grade of what the client is asked to read and sign: goals and steps, line by line."""
    lines = [
        line
        for problem in tree.problems
        for goal in problem.goals
        for line in (goal.own_words, *(step.statement for step in goal.objectives))
    ]
    grade = grade_of("\n".join(lines), language)
    if grade is None:
        return ""
    return _("grade %(grade)s, goals and steps as the client reads them") % {"grade": round(grade)}


def _parts(plan: Plan, writes: bool, tree: PlanDraft, language: str) -> Iterator[Fact]:
    weeks = ngettext("%d week", "%d weeks", plan.estimated_weeks) % plan.estimated_weeks
    open_form = Act(_("Write"), reverse("desk:plan_parts", args=[plan.pk]))
    change = open_form if writes and plan.state == Plan.State.DRAFT else None
    missing = _("not written yet")
    yield Fact(_("Strengths"), plan.strengths or missing, change)
    yield Fact(_("What stands in the way"), plan.barriers or missing)
    yield Fact(_("Done here when"), plan.discharge_criteria or missing)
    yield Fact(_("Expected length"), weeks)
    yield Fact(_("Medications"), plan.medications or missing)
    yield Fact(_("Family"), plan.family_involvement or missing)
    if reading := _reading(tree, language):
        yield Fact(_("Reading level"), reading)


def _signature(row: PlanSignature) -> Signature:
    meanings = {
        Meaning.AUTHOR: _("author"),
        Meaning.CLIENT: _("agrees as the client"),
        Meaning.COSIGN: _("co-signs"),
    }
    return Signature(
        name=row.name,
        credential=row.credential or (_("client") if row.meaning == Meaning.CLIENT else ""),
        signed_at=when(row.at),
        meaning=meanings[Meaning(row.meaning)],
        fingerprint=row.content_hash[:16],
    )


def _acts(
    actor: Actor, plan: Plan, signed: set[str], lacking: Any, writes: bool, is_waiting: bool
) -> Iterator[Act]:
    def sign(meaning: str, label: str, kind: str = "primary") -> Act:
        return Act(label, reverse("desk:plan_signature", args=[plan.pk, meaning]), kind)

    if writes and plan.state == Plan.State.DRAFT:
        yield Act(_("Add a problem"), reverse("desk:plan_threads", args=[plan.pk]))
        if actor.worker_id == plan.author_id and not lacking:
            yield sign(Meaning.AUTHOR, _("Sign as author"))
    if writes and plan.state == Plan.State.SIGNED:
        yield sign(Meaning.CLIENT, _("The client signs"))
        yield sign(Meaning.CLIENT_REFUSED, _("The client does not sign"), "quiet")
    cosigns = may(actor.roles, RecordClass.ASSESSMENT, Access.APPROVE)
    if cosigns and signed and Meaning.COSIGN not in signed and actor.worker_id != plan.author_id:
        kind = "primary" if is_waiting else "quiet"
        yield Act(_("Co-sign"), reverse("desk:plan_cosignature", args=[plan.pk]), kind)
    if writes and plan.state == Plan.State.ACTIVE:
        yield Act(_("Review together"), reverse("desk:plan_review", args=[plan.pk]), "primary")


def _reviews(actor: Actor, plan: Plan) -> Iterator[Moment]:
    rows = PlanReview.objects.for_actor(actor, Purpose.TREATMENT).filter(plan=plan)
    for row in rows.select_related("by").order_by("-at"):
        yield Moment(
            when(row.at), row.summary, row.by.name, row.client_view, machine_time=row.at.isoformat()
        )
