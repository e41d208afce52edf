"""The plans of a week: the list, a start, a stop, a fresh attempt, one put aside."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.forms import ActionForm
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.week.pages import Chosen, chosen_of
from homeward.desk.week_plan.forms.plans import SECONDS, ReopenForm, StartForm
from homeward.desk.week_plan.pages.plans import WEEK, PlansPage, plans_url
from homeward.desk.week_plan.pages.progress import ProgressPage
from homeward.desk.week_plan.refusal_words import say_no
from homeward.desk.week_plan.views.reaching import actor_of, draft_in_reach
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program.models import Program, Site
from homeward.timetable.actions.cancel_planning import cancel_planning
from homeward.timetable.actions.start_draft import (
    discard_draft,
    plan_again,
    reopen_week,
    start_draft,
)
from homeward.timetable.drafting.reading import latest_step
from homeward.timetable.drafts import WeekDraft

ROOM = "desk/week_plan"
ASKED = ("week", "site")


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def drafts(request: HttpRequest) -> HttpResponse:
    """Every plan of a week, and the start of a new one."""
    actor = actor_of(request)
    if request.method == "POST":
        return _start(request)
    chosen = chosen_of(actor, {name: request.GET.get(name, "") for name in ASKED})
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    return _listed(request, chosen)


def _listed(
    request: HttpRequest, chosen: Chosen, form: Any = None, status: int = 200
) -> HttpResponse:
    is_past = chosen.week_start + WEEK <= clock.today(chosen.site.time_zone)
    start = form if isinstance(form, StartForm) else None
    page = PlansPage.of(actor_of(request), chosen, is_past=is_past, start=start)
    return render(request, f"{ROOM}/plans.html", {"page": page, "form": form}, status=status)


def _start(request: HttpRequest) -> HttpResponse:
    form = StartForm(request.POST)
    if not form.is_valid():
        return _listed(request, _chosen_in(request, form), form, 422)
    typed = form.cleaned_data
    try:
        draft = start_draft(
            actor=actor_of(request),
            program_id=typed["program"],
            site_id=typed["site"],
            starts_on=typed["starts_on"],
            effort=typed["effort"],
            seconds=SECONDS[typed["effort"]],
            now=clock.now(),
        )
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal)
        return _listed(request, _chosen_in(request, form), form, 422)
    return redirect("desk:week_draft", draft.pk)


@requires(RecordClass.SCHEDULE, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def reopened(request: HttpRequest) -> HttpResponse:
    """A draft of the week as it stands, as it was promised or as recurring groups made it."""
    form = ReopenForm(request.POST)
    if not form.is_valid():
        return _listed(request, _chosen_in(request, form), form, 422)
    typed = form.cleaned_data
    try:
        draft = reopen_week(
            actor=actor_of(request),
            program_id=typed["program"],
            site_id=typed["site"],
            starts_on=typed["starts_on"],
            now=clock.now(),
        )
    except NotAllowed:
        raise
    except Refusal as refusal:
        say_no(form, refusal)
        return _listed(request, _chosen_in(request, form), form, 422)
    messages.success(
        request, _("This is the week as it stands. Nobody is told until you publish changes.")
    )
    return redirect("desk:week_draft", draft.pk)


def _chosen_in(request: HttpRequest, form: ActionForm) -> Chosen:
    """The week the form is about; DoesNotExist or 404 when it names none."""
    typed = form.cleaned_data
    site = get_object_or_404(Site, pk=typed.get("site"))
    program = get_object_or_404(Program, pk=typed.get("program"))
    asked = {"site": site.code, "week": str(typed.get("starts_on") or "")}
    chosen = chosen_of(actor_of(request), asked)
    if chosen is None or chosen.site != site:
        raise Site.DoesNotExist
    return Chosen(program, site, chosen.week_start, "everyone", "")


@requires(RecordClass.SCHEDULE, get=Access.READ, duty=Duty.PUBLISH_WEEK)
def progress(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The part of the page that renews itself; tells the browser to reload when it is over."""
    draft = draft_in_reach(actor_of(request), draft_id)
    if draft.state != WeekDraft.State.PLANNING:
        answer = HttpResponse(status=200)
        answer["HX-Refresh"] = "true"
        return answer
    page = ProgressPage.of(draft, latest_step(draft.pk), clock.now())
    return render(request, f"{ROOM}/_progress.html", {"page": page})


@requires(RecordClass.SCHEDULE, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def stop(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Planning ends with the best week found until now."""
    draft = draft_in_reach(actor_of(request), draft_id)
    try:
        cancel_planning(actor=actor_of(request), draft_id=draft_id, now=clock.now())
    except NotAllowed:
        raise
    except Refusal:
        messages.info(request, _("It was done before it could be stopped."))
    else:
        messages.success(request, _("Asked to stop. The best week found so far is kept."))
    return redirect("desk:week_draft", draft.pk)


@requires(RecordClass.SCHEDULE, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def again(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """The same week from today's records; this plan is put aside with its moves."""
    old = draft_in_reach(actor_of(request), draft_id)
    effort = old.effort if old.effort in SECONDS else "normal"
    try:
        fresh = plan_again(
            actor=actor_of(request), draft_id=draft_id, effort=effort, seconds=SECONDS[effort],
            seed=old.seed, now=clock.now(),
        )  # fmt: skip
    except NotAllowed:
        raise
    except Refusal as refusal:
        return _listed_with(request, old, refusal)
    return redirect("desk:week_draft", fresh.pk)


@requires(RecordClass.SCHEDULE, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def end(request: HttpRequest, draft_id: UUID) -> HttpResponse:
    """Put a plan aside; it stays in the list."""
    old = draft_in_reach(actor_of(request), draft_id)
    try:
        discard_draft(actor=actor_of(request), draft_id=draft_id, now=clock.now())
    except NotAllowed:
        raise
    except Refusal as refusal:
        return _listed_with(request, old, refusal)
    messages.success(request, _("Put aside. Its moves are kept in the list."))
    return redirect(plans_url(_chosen(old)))


def _listed_with(request: HttpRequest, draft: WeekDraft, refusal: Refusal) -> HttpResponse:
    form = ActionForm(request.POST)
    form.full_clean()
    say_no(form, refusal)
    return _listed(request, _chosen(draft), form, 422)


def _chosen(draft: WeekDraft) -> Chosen:
    return Chosen(draft.program, draft.site, draft.starts_on, "everyone", "")
