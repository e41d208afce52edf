"""The week board, and planning a week from the groups that recur."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.week import pages
from homeward.desk.week.forms import PlanForm
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program.models import Program, Site
from homeward.timetable import actions, words

ASKED = ("week", "site", "by", "of")


@requires(RecordClass.SCHEDULE, get=Access.READ)
def week(request: HttpRequest) -> HttpResponse:
    """Every session of a week at one site."""
    actor = request.actor  # type: ignore[attr-defined]
    chosen = pages.chosen_of(actor, {name: request.GET.get(name, "") for name in ASKED})
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    page = pages.week_page(actor, chosen, together=request.GET.get("together", ""))
    return render(request, "desk/week/week.html", {"page": page})


@requires(RecordClass.SCHEDULE, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def plan(request: HttpRequest) -> HttpResponse:
    """Plan a week, or add what is missing in a draft."""
    actor = request.actor  # type: ignore[attr-defined]
    form = PlanForm(request.POST)
    if not form.is_valid():
        raise Http404
    site = get_object_or_404(Site, pk=form.cleaned_data["site"])
    program = get_object_or_404(Program, pk=form.cleaned_data["program"])
    chosen = pages.Chosen(program, site, form.cleaned_data["starts_on"], "everyone", "")
    try:
        actions.plan_week(
            actor=actor,
            program_id=program.pk,
            site_id=site.pk,
            starts_on=form.cleaned_data["starts_on"],
            now=clock.now(),
        )
    except Refusal as refusal:
        for code in refusal.codes:
            form.add_error(None, words.refusal(code))
        page = pages.week_page(actor, chosen, plan_form=form)
        return render(request, "desk/week/week.html", {"page": page, "form": form}, status=422)
    messages.success(request, _("The week is planned. Look it over, then publish it."))
    return redirect(chosen.url())
