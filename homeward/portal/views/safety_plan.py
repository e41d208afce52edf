"""The client's safety plan: read, agree, or say that it no longer fits."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.kernel.records import RecordClass
from homeward.portal.own import Own
from homeward.portal.safety_plan import AgreeForm, SafetyPlanPage
from homeward.safety import actions

SAID_NO = {
    "safety_name_of_another": gettext_lazy("Write your own name, as your team knows it."),
    "plan_changed_since": gettext_lazy("Your counselor changed it just now. Read it again."),
    "plan_is_in_force": gettext_lazy("You said yes to this plan before."),
}
NOT_READY = gettext_lazy("It is not done yet. Your counselor will finish it with you.")


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def safety_plan(request: HttpRequest) -> HttpResponse:
    """The plan on the phone. A press says that it no longer fits; the counselor is told."""
    actor = request.actor  # type: ignore[attr-defined]
    if request.method == "POST":
        try:
            actions.ask_for_change(actor=actor, now=clock.now())
        except Refusal:
            messages.warning(request, _("Call your program and say it there, please."))
        else:
            messages.success(request, _("Thank you. Your counselor goes through it with you."))
        return redirect("portal:safety_plan")
    page = SafetyPlanPage.of(Own.of(actor))
    return render(request, "portal/safety_plan.html", {"page": page})


@requires(RecordClass.ASSESSMENT, post=Access.WRITE, kinds=(CLIENT,))
def agreement(request: HttpRequest, plan_id: UUID) -> HttpResponse:
    """Say yes to the plan that was written together."""
    actor = request.actor  # type: ignore[attr-defined]
    own = Own.of(actor)
    form = AgreeForm(request.POST)
    if form.is_valid():
        try:
            actions.agree_to_plan(
                actor=actor,
                plan_id=plan_id,
                signer_name=form.cleaned_data["signer_name"],
                read_hash=form.cleaned_data["read_hash"],
                expected_version=form.expected_version,
                now=clock.now(),
            )
        except StaleVersion:
            raise
        except Refusal as refusal:
            for code in refusal.codes:
                form.add_error("signer_name", SAID_NO.get(code, NOT_READY))
        else:
            messages.success(request, _("This is your plan now. It stays on this page."))
            return redirect("portal:safety_plan")
    page = SafetyPlanPage.of(own, form)
    if page.waiting_id != plan_id:
        raise Http404
    return render(request, "portal/safety_plan.html", {"page": page}, status=422)
