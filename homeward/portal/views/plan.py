"""The client's plan in their own words, what they say about it, and their signature under it."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT, Actor
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import Refusal, StaleVersion
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.plans.actions.sign_plan import sign_plan
from homeward.plans.actions.talk_over import comment_on_plan
from homeward.plans.models import Plan, PlanSignature
from homeward.portal.forms import PlanWordsForm, SignatureForm
from homeward.portal.own import Own
from homeward.portal.plan import PlanPage, step_choices, steps_of_version


@requires(RecordClass.ASSESSMENT, get=Access.READ, kinds=(CLIENT,))
def plan(request: HttpRequest) -> HttpResponse:
    """What I want and the steps there; a plan that waits for me comes first."""
    page = PlanPage.of(Own.of(request.actor))  # type: ignore[attr-defined]
    return render(request, "portal/plan.html", {"page": page})


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def signature(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Sign the plan that waits, by typing one's name."""
    if request.method != "POST":
        return redirect("portal:plan")
    actor = request.actor  # type: ignore[attr-defined]
    form = SignatureForm(request.POST)
    if form.is_valid():
        try:
            sign_plan(
                actor=actor,
                plan_id=plan_id,
                meaning=PlanSignature.Meaning.CLIENT,
                signer_name=form.cleaned_data["signer_name"],
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except StaleVersion:
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error("signer_name", words_for(code))
        else:
            messages.success(request, signed_words(plan_id, actor))
            return redirect("portal:plan")
    page = PlanPage.of(Own.of(actor), form)
    if page.waiting_id != plan_id:
        raise Http404
    return render(request, "portal/plan.html", {"page": page}, status=422)


def signed_words(plan_id: UUID, actor: Actor) -> str:
    """Whether it begins now, or somebody signs for them or beside them first."""
    rows = Plan.objects.for_actor(actor, Purpose.CLIENT_REQUEST).filter(pk=plan_id)
    if rows.filter(state=Plan.State.SIGNED).exists():
        return _("Signed. Your parent or guardian signs too; then it is your plan.")
    return _("Signed. This is your plan now.")


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def words(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Say what fits and what does not, about the whole plan or one step."""
    if request.method != "POST":
        return redirect("portal:plan")
    actor = request.actor  # type: ignore[attr-defined]
    own = Own.of(actor)
    form = PlanWordsForm(request.POST, steps=step_choices(steps_of_version(own, plan_id)))
    if form.is_valid():
        about = form.cleaned_data["about"]
        try:
            comment_on_plan(
                actor=actor,
                plan_id=plan_id,
                kind=form.cleaned_data["kind"],
                text=form.cleaned_data["text"],
                objective_id=UUID(about) if about else None,
                now=clock.now(),
            )
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error("text", words_for(code))
        else:
            messages.success(request, _("Sent. Your counselor will read it."))
            return redirect("portal:plan")
    page = PlanPage.of(own, talk=form)
    if page.talk_id != plan_id:
        raise Http404
    return render(request, "portal/plan.html", {"page": page}, status=422)
