"""One part of a draft on a page of its own: a problem, a step, what staff do for it."""

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.desk.plans.forms.threads import (
    InterventionForm,
    ObjectiveForm,
    ProblemForm,
    StepForm,
)
from homeward.desk.plans.links import anchor_of
from homeward.desk.plans.needs import needs_of
from homeward.desk.plans.views.reach import back_to, plan_of, workers_for
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.plans import actions
from homeward.plans.models import Goal, Intervention, Objective, Plan, Problem


def _part(actor: Actor, model: Any, pk: UUID, **within: Any) -> Any:
    rows = model.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    return rows.get(pk=pk, **within)


def _page(
    request: HttpRequest,
    plan: Plan,
    form: Any,
    title: str,
    perform: Callable[[], Any],
    anchor: str = "",
) -> HttpResponse:
    """The form on its page; saving leads back to the part on the plan."""
    back = back_to(plan, anchor)
    if request.method == "POST" and form.is_valid():
        try:
            perform()
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            messages.success(request, _("Saved."))
            return redirect(back.url)
    facts = {"form": form, "title": title, "back": back}
    return render(request, "desk/plans/part.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_problem(request: HttpRequest, plan_id: UUID, problem_id: UUID) -> HttpResponse:
    """What stands in the way, the need it answers, the goal in both wordings."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    row = _part(actor, Problem, problem_id, plan_id=plan_id)
    goals = Goal.objects.for_actor(actor, Purpose.TREATMENT).filter(problem=row)
    goal = goals.order_by("position").first()
    form = ProblemForm(
        request.POST or None,
        edition=plan.episode.placement.edition,
        needs=needs_of(actor, plan.episode),
        version=plan.version,
        initial={
            "need": f"{row.need_kind}|{row.need_ref}" if row.need_kind else "",
            "problem": row.statement,
            "dimension": str(row.dimension),
            "goal": goal.own_words if goal else "",
            "clinical_words": goal.clinical_words if goal else "",
        },
    )
    return _page(
        request, plan, form, _("Problem and goal"),
        lambda: actions.change_problem(
            actor=actor, plan_id=plan_id, problem_id=problem_id, problem=form.problem_draft(),
            expected_version=form.expected_version, now=clock.now(),
        ),
        f"problem-{row.position}",
    )  # fmt: skip


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_objective_new(request: HttpRequest, plan_id: UUID, problem_id: UUID) -> HttpResponse:
    """Another step under a problem, with the first thing that staff do for it."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    row = _part(actor, Problem, problem_id, plan_id=plan_id)
    form = StepForm(
        request.POST or None,
        workers=workers_for(plan),
        version=plan.version,
        initial={"worker_id": str(plan.author_id), "every_weeks": 1},
    )
    return _page(
        request, plan, form, _("Another objective"),
        lambda: actions.keep_objective(
            actor=actor, plan_id=plan_id, problem_id=problem_id, objective=form.step(),
            expected_version=form.expected_version, now=clock.now(),
        ),
        f"problem-{row.position}",
    )  # fmt: skip


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_objective(request: HttpRequest, plan_id: UUID, objective_id: UUID) -> HttpResponse:
    """One step: what, from where, measured how, by when."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    row = _part(actor, Objective, objective_id, goal__problem__plan_id=plan_id)
    form = ObjectiveForm(
        request.POST or None,
        version=plan.version,
        initial={
            "objective": row.statement,
            "baseline": row.baseline,
            "measure": row.measure,
            "measured_with": row.instrument,
            "target_on": row.target_on,
        },
    )
    return _page(
        request, plan, form, _("Objective %(number)s") % {"number": row.number},
        lambda: actions.keep_objective(
            actor=actor, plan_id=plan_id, problem_id=row.goal.problem_id,
            objective_id=objective_id, objective=form.objective_draft(),
            expected_version=form.expected_version, now=clock.now(),
        ),
        anchor_of(row.number),
    )  # fmt: skip


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_intervention_new(request: HttpRequest, plan_id: UUID, objective_id: UUID) -> HttpResponse:
    """Another thing that staff do for a step."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    row = _part(actor, Objective, objective_id, goal__problem__plan_id=plan_id)
    return _work_page(request, actor, plan, row, None)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_intervention(request: HttpRequest, plan_id: UUID, intervention_id: UUID) -> HttpResponse:
    """One thing that staff do: kind, model, how often, how long, who."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    within = {"objective__goal__problem__plan_id": plan_id}
    done = _part(actor, Intervention, intervention_id, **within)
    return _work_page(request, actor, plan, done.objective, done)


def _work_page(
    request: HttpRequest, actor: Actor, plan: Plan, step: Any, done: Any
) -> HttpResponse:
    first = {"worker_id": str(plan.author_id), "every_weeks": 1}
    if done is not None:
        names = ("kind", "approach", "times", "every_weeks", "minutes", "weeks")
        first = {name: getattr(done, name) for name in names}
        first |= {"worker_id": str(done.worker_id), "action": done.text}
    form = InterventionForm(
        request.POST or None, workers=workers_for(plan), version=plan.version, initial=first
    )
    return _page(
        request, plan, form, _("What staff do for objective %(number)s") % {"number": step.number},
        lambda: actions.keep_intervention(
            actor=actor, plan_id=plan.pk, objective_id=step.pk,
            intervention_id=done.pk if done else None, intervention=form.intervention_draft(),
            expected_version=form.expected_version, now=clock.now(),
        ),
        anchor_of(step.number),
    )  # fmt: skip


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def plan_objective_removal(request: HttpRequest, plan_id: UUID, objective_id: UUID) -> HttpResponse:
    """Take a step out of a draft."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return _take_out(
        request, plan_of(actor, plan_id),
        lambda: actions.drop_objective(
            actor=actor, plan_id=plan_id, objective_id=objective_id, now=clock.now()
        ),
    )  # fmt: skip


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def plan_intervention_removal(
    request: HttpRequest, plan_id: UUID, intervention_id: UUID
) -> HttpResponse:
    """Take one thing staff do out of a draft."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return _take_out(
        request, plan_of(actor, plan_id),
        lambda: actions.drop_intervention(
            actor=actor, plan_id=plan_id, intervention_id=intervention_id, now=clock.now()
        ),
    )  # fmt: skip


def _take_out(request: HttpRequest, plan: Plan, perform: Callable[[], Any]) -> HttpResponse:
    try:
        perform()
    except Refusal as refusal:
        messages.warning(request, " ".join(words_for(code) for code in refusal.codes))
    return redirect(back_to(plan).url)
