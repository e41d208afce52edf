"""The client's plan against going back to use: read, write, make it theirs, on one sheet."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.actors import CLIENT
from homeward.core.policies import requires
from homeward.core.reasons_words import words_for
from homeward.core.refusals import NotAllowed, Refusal, StaleVersion
from homeward.dayplans import actions
from homeward.dayplans.forms import PressForm, PreventionForm
from homeward.kernel.records import RecordClass
from homeward.portal.own import Own
from homeward.portal.prevention import PreventionEdit, PreventionPage


@requires(RecordClass.ASSESSMENT, get=Access.READ, kinds=(CLIENT,))
def prevention(request: HttpRequest) -> HttpResponse:
    """The plan that holds, and a newer one that waits for a press."""
    page = PreventionPage.of(Own.of(request.actor))  # type: ignore[attr-defined]
    return render(request, "portal/prevention.html", {"page": page})


@requires(RecordClass.ASSESSMENT, post=Access.WRITE, kinds=(CLIENT,))
def prevention_mine(request: HttpRequest, prevention_id: UUID) -> HttpResponse:
    """A press makes the open version theirs."""
    actor = request.actor  # type: ignore[attr-defined]
    form = PressForm(request.POST)
    if form.is_valid():
        try:
            actions.sign_prevention_plan(
                actor=actor, plan_id=prevention_id, read_hash=form.cleaned_data["read_hash"],
                now=clock.now(),
            )  # fmt: skip
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            form.add_error(None, [words_for(code) for code in refusal.codes])
        else:
            messages.success(request, _("This is your plan now."))
            return redirect("portal:prevention")
    page = PreventionPage.of(Own.of(actor), form)
    if page.draft is None or page.draft.id != prevention_id:
        raise Http404
    return render(request, "portal/prevention.html", {"page": page}, status=422)


@requires(RecordClass.ASSESSMENT, get=Access.READ, post=Access.WRITE, kinds=(CLIENT,))
def prevention_edit(request: HttpRequest) -> HttpResponse:
    """Write the next version; the one in force holds until the press."""
    actor = request.actor  # type: ignore[attr-defined]
    form = PreventionForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.keep_prevention_plan(
                actor=actor, client_id=actor.client_id, parts=form.parts,
                expected_version=form.expected_version, now=clock.now(),
            )  # fmt: skip
        except (NotAllowed, StaleVersion):
            raise
        except Refusal as refusal:
            form.add_error(None, [words_for(code) for code in refusal.codes])
        else:
            messages.success(request, _("Kept. Read it once more and say yes to it."))
            return redirect("portal:prevention")
    page = PreventionEdit.of(Own.of(actor), form if form.errors else None)
    status = 422 if form.errors else 200
    return render(request, "portal/prevention_edit.html", {"page": page}, status=status)


@requires(RecordClass.ASSESSMENT, get=Access.READ, kinds=(CLIENT,))
def prevention_paper(request: HttpRequest) -> HttpResponse:
    """The plan on one sheet."""
    page = PreventionPage.of(Own.of(request.actor))  # type: ignore[attr-defined]
    if page.plan is None:
        raise Http404
    return render(request, "portal/prevention_paper.html", {"page": page})
