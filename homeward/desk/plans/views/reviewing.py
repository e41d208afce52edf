"""Looking at a plan together, and saying why this level of care goes on."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.plans.forms.reviewing import ReviewForm
from homeward.desk.plans.views.reach import back_to, plan_of
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.plans import actions
from homeward.plans.justifying import justification
from homeward.plans.models import Objective, Plan, PlanReview
from homeward.plans.reviewing import DOCUMENT, STAY, next_review_on, source_of_review


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_review(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Look at the plan together."""
    return _review(request, plan_id, PlanReview.Kind.PLAN_REVIEW)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_stay(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Say why this level goes on, with the record put together beside it."""
    return _review(request, plan_id, PlanReview.Kind.CONTINUED_STAY)


def _review(request: HttpRequest, plan_id: UUID, kind: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    is_stay = kind == PlanReview.Kind.CONTINUED_STAY
    form = _form(request, actor, plan, is_stay)
    if request.method == "POST" and form.is_valid():
        data: dict[str, Any] = form.cleaned_data
        try:
            actions.review_plan(
                actor=actor,
                plan_id=plan_id,
                kind=kind,
                objective_states=form.states(),
                summary=data["summary"],
                client_view=data["client_view"],
                next_due_on=data.get("next_due_on"),
                stay_words=data.get("stay_words", ""),
                stay_next_due_on=data.get("stay_next_due_on"),
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, {
                "review_incomplete": "next_due_on", "stay_unexplained": "stay_next_due_on",
            })  # fmt: skip
        else:
            messages.success(request, _("The review is kept."))
            return redirect(back_to(plan).url)
    record = justification(actor, plan, clock.today(plan.site.time_zone))
    facts = {
        "form": form,
        "back": back_to(plan),
        "record": record if plan.state == Plan.State.ACTIVE else None,
        "is_stay": is_stay,
        "who": plan.client.short_name,
        "title": _("Why this level of care goes on") if is_stay else _("Review the plan together"),
    }
    return render(request, "desk/plans/review.html", facts, status=422 if form.errors else 200)


def _form(request: HttpRequest, actor: Actor, plan: Plan, is_stay: bool) -> ReviewForm:
    rows = Objective.objects.for_actor(actor, Purpose.TREATMENT)
    review_on, review_why = _due(plan, DOCUMENT)
    stay_on, stay_why = _due(plan, STAY)
    return ReviewForm(
        request.POST or None,
        objectives=list(rows.filter(goal__problem__plan=plan).order_by("number")),
        due_on=review_on,
        why=review_why,
        stay=is_stay,
        stay_on=stay_on,
        stay_why=stay_why,
        version=plan.version,
    )


def _due(plan: Plan, document: str) -> tuple[Any, str]:
    """The last day by the program's rule, and the words for it."""
    on = next_review_on(plan.episode, clock.now(), plan.site.time_zone, document)
    return on, _(
        "By %(day)s at the latest, by the program's rule for level %(level)s: %(source)s"
    ) % {
        "day": date_format(on, "D j M"),
        "level": plan.episode.level_code,
        "source": source_of_review(plan.episode, on, document).title,
    }
