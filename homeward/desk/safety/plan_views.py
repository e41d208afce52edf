"""The Safety tab of a record, writing a plan with the client, agreeing, and the sheet to take."""

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
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.chart.frame import chart_frame
from homeward.desk.refusing import say_no
from homeward.desk.safety.plan_forms import (
    FIELDS,
    AgreeForm,
    LookedAtForm,
    PlanForm,
    StartForm,
    typed_from,
)
from homeward.desk.safety.plan_pages import SafetyTab, client_shown, parts_shown, plan_shown
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.safety import actions
from homeward.safety.models import SafetyPlan
from homeward.safety.parts import content_hash, parts_of

ROOM = "desk/safety"


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def chart_safety(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The plan in force, the versions before, notes about crises, and where to begin."""
    frame = chart_frame(request, client_id, tab="desk:chart_safety")
    actor: Actor = request.actor  # type: ignore[attr-defined]
    page = SafetyTab.of(actor, frame.client)
    facts = {"frame": frame, "page": page, "looked": LookedAtForm(), "start": StartForm()}
    return render(request, f"{ROOM}/tab.html", facts)


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def safety_plan_start(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Begin the next version, or go on with the one that was begun."""
    plan = actions.start_plan(
        actor=request.actor,  # type: ignore[attr-defined]
        client_id=client_id,
        why=request.POST.get("why", ""),
        now=clock.now(),
    )
    return redirect("desk:safety_plan_write", plan.pk)


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def safety_plan_looked_at(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Gone through with the client; it still fits."""
    try:
        actions.keep_looked_at(
            actor=request.actor,  # type: ignore[attr-defined]
            client_id=client_id,
            words=request.POST.get("words", ""),
            now=clock.now(),
        )
    except StaleVersion:
        raise
    except Refusal as refusal:
        messages.error(request, " ".join(words_for(code) for code in refusal.codes))
    else:
        messages.success(request, _("Kept: gone through together."))
    return redirect("desk:chart_safety", client_id)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def safety_plan_write(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Write with the client; keep it, or keep it and let the client read and agree."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = _plan(actor, plan_id, Access.WRITE)
    if plan.state != SafetyPlan.State.DRAFT:
        return redirect("desk:safety_plan", plan_id)
    typed = typed_from(parts_of(plan.parts))
    form = PlanForm(request.POST or None, initial=typed, version=plan.version)
    if request.method == "POST" and form.is_valid():
        try:
            actions.save_plan(
                actor=actor,
                plan_id=plan_id,
                parts=form.parts(),
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except StaleVersion:
            raise
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            if "agree" in request.POST:
                return redirect("desk:safety_plan_agree", plan_id)
            messages.success(request, _("Kept. Nobody agreed to it yet."))
            return redirect("desk:safety_plan_write", plan_id)
    facts = {"form": form, "plan": plan, "client": client_shown(actor, plan.client_id)}
    return render(request, f"{ROOM}/write.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.ASSESSMENT, get=Access.WRITE, post=Access.WRITE)
def safety_plan_agree(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Turn the screen to the client: they read it and put their name."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = _plan(actor, plan_id, Access.WRITE)
    if plan.state != SafetyPlan.State.DRAFT:
        return redirect("desk:safety_plan", plan_id)
    digest = content_hash(parts_of(plan.parts))
    now = clock.now()
    form = AgreeForm(
        request.POST or None, initial={"read_hash": digest}, version=plan.version,
        request=request, now=now,
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.agree_to_plan(
                actor=actor,
                plan_id=plan_id,
                signer_name=data["signer_name"],
                declined_because=data["declined_because"],
                read_hash=data["read_hash"],
                expected_version=form.expected_version,
                now=now,
            )
        except StaleVersion:
            raise
        except Refusal as refusal:
            say_no(form, refusal, FIELDS)
        else:
            messages.success(request, _("Agreed. The plan is on the client's phone now."))
            return redirect("desk:safety_plan", plan_id)
    facts = {
        "form": form,
        "plan": plan,
        "client": client_shown(actor, plan.client_id),
        "parts": parts_shown(plan),
    }
    return render(request, f"{ROOM}/agree.html", facts, status=422 if form.errors else 200)


@requires(RecordClass.ASSESSMENT, post=Access.WRITE)
def safety_plan_aside(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Set a draft aside; the version in force stays."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = _plan(actor, plan_id, Access.WRITE)
    try:
        actions.discard_draft(actor=actor, plan_id=plan_id, now=clock.now())
    except StaleVersion:
        raise
    except Refusal as refusal:
        messages.error(request, " ".join(words_for(code) for code in refusal.codes))
    else:
        messages.success(request, _("The draft is set aside."))
    return redirect("desk:chart_safety", plan.client_id)


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def safety_plan(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """One version on one page, to print and hand over; an earlier one stays readable."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    plan = _plan(actor, plan_id, Access.READ)
    facts = {"page": plan_shown(actor, plan), "client": client_shown(actor, plan.client_id)}
    return render(request, f"{ROOM}/plan.html", facts)


def _plan(actor: Actor, plan_id: UUID, to: Access) -> SafetyPlan:
    rows = SafetyPlan.objects.for_actor(actor, Purpose.TREATMENT, to=to)
    return rows.select_related("made_with").get(pk=plan_id)  # type: ignore[no-any-return]
