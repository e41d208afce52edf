"""Writing a draft: what stands around the problems, a thread, a part of one."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.admissions.models import Episode
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.desk.admissions.views.small import small_page
from homeward.desk.plans.forms.parts import AmendmentForm, PartsForm
from homeward.desk.plans.forms.threads import LibraryForm, ThreadForm, begun_from
from homeward.desk.plans.needs import needs_of
from homeward.desk.plans.views.reach import back_to, plan_of, workers_for
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.plans import actions
from homeward.plans.actions.start_plan import DRAFTED
from homeward.plans.library import BY_CODE


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def plan_start(request: HttpRequest, episode_id: UUID) -> HttpResponse:
    """Begin the next version as a draft."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    episode: Episode = Episode.objects.for_actor(actor, Purpose.TREATMENT).get(pk=episode_id)
    try:
        actions.start_plan(actor=actor, episode_id=episode_id, kind="full", now=clock.now())
    except Refusal as refusal:
        messages.warning(request, " ".join(words_for(code) for code in refusal.codes))
    return redirect("desk:chart_plan", episode.client_id)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_amendment(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Open the next version with everything still open in it, and why."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    return small_page(
        request,
        AmendmentForm(request.POST or None),
        title=_("Amend the plan"),
        lead=_("Plan %(number)s stays in force until the new version is signed.")
        % {"number": plan.number},
        save=_("Open the new version"),
        back=back_to(plan),
        done=_("The new version is open. Change what is to change, then sign."),
        fields={"amendment_needs_reason": "reason"},
        perform=lambda data: actions.amend_plan(
            actor=actor, plan_id=plan_id, reason=data["reason"], now=clock.now()
        ),
    )


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_parts(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Strengths, barriers, criteria, length, medications, family."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    form = PartsForm(
        request.POST or None,
        version=plan.version,
        initial={name: getattr(plan, name) for name in DRAFTED},
    )
    return small_page(
        request,
        form,
        title=_("Around the problems"),
        save=_("Save"),
        back=back_to(plan),
        done=_("Saved."),
        perform=lambda data: actions.describe_plan(
            actor=actor,
            plan_id=plan_id,
            parts={name: data[name] for name in DRAFTED},
            expected_version=data["form_version"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_threads(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Add a problem in own words; the library gives the first words to change."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    today = clock.today(plan.site.time_zone)
    begun = BY_CODE.get(request.GET.get("theme", ""))
    first: dict[str, Any] = {"worker_id": str(plan.author_id), "every_weeks": 1}
    if begun is not None:
        first |= begun_from(begun, today + timedelta(weeks=begun.weeks))
    form = ThreadForm(
        request.POST or None,
        edition=plan.episode.placement.edition,
        needs=needs_of(actor, plan.episode),
        workers=workers_for(plan),
        version=plan.version,
        initial=first,
    )
    if request.method == "POST" and form.is_valid():
        library = form.cleaned_data["library"]
        try:
            actions.add_thread(
                actor=actor,
                plan_id=plan_id,
                problem=form.thread(),
                library_code=library if library in BY_CODE else "",
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            return redirect(back_to(plan).url)
    facts = {
        "library": LibraryForm(initial={"theme": begun.code if begun else ""}),
        "begun": begun,
        "thread": form,
        "back": back_to(plan),
    }
    status = 422 if form.errors else 200
    return render(request, "desk/plans/threads.html", facts, status=status)


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def plan_thread_removal(request: HttpRequest, plan_id: UUID, problem_id: UUID) -> HttpResponse:
    """Take a problem out of a draft."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = plan_of(actor, plan_id)
    try:
        actions.drop_thread(actor=actor, plan_id=plan_id, problem_id=problem_id, now=clock.now())
    except Refusal as refusal:
        messages.warning(request, " ".join(words_for(code) for code in refusal.codes))
    return redirect(back_to(plan).url)
