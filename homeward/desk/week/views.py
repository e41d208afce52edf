"""The week board and its two duties: plan and publish."""

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.week import pages
from homeward.desk.week.forms import PlanForm, PublishForm
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.program.models import Program, Site
from homeward.timetable import actions, words
from homeward.timetable.models import Week

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


@requires(RecordClass.SCHEDULE, post=Access.READ, duty=Duty.PUBLISH_WEEK)
def publication(request: HttpRequest, week_id: UUID) -> HttpResponse:
    """Publish a planned week."""
    actor = request.actor  # type: ignore[attr-defined]
    found = get_object_or_404(Week.objects.select_related("program", "site"), pk=week_id)
    chosen = pages.Chosen(found.program, found.site, found.starts_on, "everyone", "")
    form = PublishForm(request.POST)
    form.full_clean()
    try:
        actions.publish_week(
            actor=actor,
            week_id=week_id,
            now=clock.now(),
            expected_version=form.cleaned_data.get("form_version"),
        )
    except Refusal as refusal:
        for code in refusal.codes:
            form.add_error(None, words.refusal(code))
        fresh = PublishForm(version=found.version)
        page = pages.week_page(actor, chosen, publish_form=fresh)
        return render(request, "desk/week/week.html", {"page": page, "form": form}, status=422)
    messages.success(request, _("Published. Everyone in this week can see it now."))
    return redirect(chosen.url())
