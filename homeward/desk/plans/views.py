"""The plan tab and every step of writing, signing and reviewing."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.admissions.models import Episode
from homeward.admissions.queries import episodes_of
from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import Actor
from homeward.core.asked import whole_number
from homeward.core.components import Act
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal
from homeward.desk.admissions.views.small import small_page
from homeward.desk.chart.frame import chart_frame
from homeward.desk.plans.forms import (
    LibraryForm,
    PartsForm,
    ReviewForm,
    SignatureForm,
    ThreadForm,
)
from homeward.desk.plans.pages import plan_page
from homeward.desk.refusing import say_no
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.plans import actions
from homeward.plans.models import Objective, Plan, PlanSignature
from homeward.plans.reviewing import next_review_on, source_of_review
from homeward.staff.models import Worker

PARTS = (
    "strengths",
    "barriers",
    "discharge_criteria",
    "estimated_weeks",
    "medications",
    "family_involvement",
)
TITLES = {
    PlanSignature.Meaning.AUTHOR: gettext_lazy("Sign the plan as its author"),
    PlanSignature.Meaning.CLIENT: gettext_lazy("The client signs the plan"),
    PlanSignature.Meaning.CLIENT_REFUSED: gettext_lazy("The client does not sign the plan"),
    PlanSignature.Meaning.COSIGN: gettext_lazy("Co-sign the plan"),
}


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def chart_plan(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The plan of the present episode, or of the last one."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    frame = chart_frame(request, client_id, tab="desk:chart_plan")
    episode = frame.episode or next(iter(episodes_of(actor, frame.client)), None)
    number = whole_number(request.GET.get("number", ""))
    page = plan_page(actor, episode, number, clock.today(frame.client.site.time_zone))
    return render(request, "desk/plans/plan.html", {"frame": frame, "page": page})


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
def plan_parts(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Strengths, barriers, criteria, length, medications, family."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = _plan(actor, plan_id)
    form = PartsForm(
        request.POST or None,
        version=plan.version,
        initial={name: getattr(plan, name) for name in PARTS},
    )
    return small_page(
        request,
        form,
        title=_("Around the problems"),
        save=_("Save"),
        back=_back(plan),
        done=_("Saved."),
        perform=lambda data: actions.describe_plan(
            actor=actor,
            plan_id=plan_id,
            parts={name: data[name] for name in PARTS},
            expected_version=data["form_version"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_threads(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Add a problem, from the library or in own words."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = _plan(actor, plan_id)
    own = "problem" in request.POST
    workers = Worker.objects.filter(site_id=plan.site_id).order_by("name")
    library = LibraryForm(request.POST if request.method == "POST" and not own else None)
    thread = ThreadForm(
        request.POST if own else None,
        edition=plan.episode.placement.edition,
        workers=workers,
        initial={"worker_id": str(plan.author_id)},
    )
    form: Any = thread if own else library
    if request.method == "POST" and form.is_valid():
        given = {"problem": thread.thread()} if own else {"theme": form.cleaned_data["theme"]}
        try:
            actions.add_thread(actor=actor, plan_id=plan_id, now=clock.now(), **given)
        except Refusal as refusal:
            say_no(form, refusal)
        else:
            return redirect(_back(plan).url)
    facts = {"library": library, "thread": thread, "back": _back(plan)}
    status = 422 if form.errors else 200
    return render(request, "desk/plans/threads.html", facts, status=status)


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def plan_thread_removal(request: HttpRequest, plan_id: UUID, problem_id: UUID) -> HttpResponse:
    """Take a problem out of a draft."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = _plan(actor, plan_id)
    try:
        actions.drop_thread(actor=actor, plan_id=plan_id, problem_id=problem_id, now=clock.now())
    except Refusal as refusal:
        messages.warning(request, " ".join(words_for(code) for code in refusal.codes))
    return redirect(_back(plan).url)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_signature(request: HttpRequest, plan_id: UUID, meaning: str) -> HttpResponse:
    """One signature: the author's, the client's, or that the client does not sign."""
    if meaning not in TITLES or meaning == PlanSignature.Meaning.COSIGN:
        raise Http404
    return _sign(request, plan_id, meaning)


@requires(RecordClass.ASSESSMENT, get=Access.APPROVE, post=Access.APPROVE)
def plan_cosignature(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """The co-signature of somebody who supervises the author."""
    return _sign(request, plan_id, PlanSignature.Meaning.COSIGN)


def _sign(request: HttpRequest, plan_id: UUID, meaning: str) -> HttpResponse:
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = _plan(actor, plan_id)
    form = SignatureForm(
        request.POST or None, meaning=meaning, account=request.user, version=plan.version
    )
    return small_page(
        request,
        form,
        title=str(TITLES[PlanSignature.Meaning(meaning)]),
        lead=_("Plan %(number)s as it stands now. A signature keeps its fingerprint and locks it.")
        % {"number": plan.number},
        save=_("Record") if meaning == "client_refused" else _("Sign"),
        back=_back(plan),
        done=_("Recorded."),
        fields={"name_of_another": "signer_name", "refusal_needs_reason": "reason"},
        perform=lambda data: actions.sign_plan(
            actor=actor,
            plan_id=plan_id,
            meaning=meaning,
            signer_name=data.get("signer_name", ""),
            reason=data.get("reason", ""),
            expected_version=data["form_version"],
            now=clock.now(),
        ),
    )


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def plan_review(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Look at the plan together."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = _plan(actor, plan_id)
    rows = Objective.objects.for_actor(actor, Purpose.TREATMENT)
    due_on = next_review_on(plan.episode, clock.now(), plan.site.time_zone)
    form = ReviewForm(
        request.POST or None,
        objectives=list(rows.filter(goal__problem__plan_id=plan_id).order_by("number")),
        due_on=due_on,
        why=_("By %(day)s at the latest, by the program's rule for level %(level)s: %(source)s")
        % {
            "day": date_format(due_on, "D j M"),
            "level": plan.episode.level_code,
            "source": source_of_review(plan.episode, due_on).title,
        },
        version=plan.version,
    )
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.review_plan(
                actor=actor,
                plan_id=plan_id,
                objective_states=form.states(),
                summary=data["summary"],
                client_view=data["client_view"],
                next_due_on=data["next_due_on"],
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except Refusal as refusal:
            say_no(form, refusal, {"review_incomplete": "summary"})
        else:
            messages.success(request, _("The review is kept."))
            return redirect(_back(plan).url)
    facts = {"form": form, "back": _back(plan), "plan": plan}
    status = 422 if form.errors else 200
    return render(request, "desk/plans/review.html", facts, status=status)


def _plan(actor: Actor, plan_id: UUID) -> Plan:
    rows = Plan.objects.for_actor(actor, Purpose.TREATMENT)
    return rows.select_related("episode", "episode__placement", "site").get(pk=plan_id)  # type: ignore[no-any-return]


def _back(plan: Plan) -> Act:
    return Act(_("Back to the plan"), reverse("desk:chart_plan", args=[plan.client_id]))
