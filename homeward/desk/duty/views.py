"""The on-duty roster of a week."""

from datetime import date
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal, StaleVersion
from homeward.desk.choosing import Chosen, chosen_week
from homeward.desk.duty.forms import WeekForm
from homeward.desk.duty.pages import DutyPage, shift_form
from homeward.kernel.records import RecordClass
from homeward.timetable import actions, words
from homeward.timetable.permissions import may_plan

ROUTE = "desk:duty"
FIELDS = {"shift_runs_backwards": "ends", "duty_is_over": "on", "on_duty_already": "worker"}


@requires(RecordClass.SCHEDULE, get=Access.READ, post=Access.READ, post_if=may_plan)
def roster(request: HttpRequest) -> HttpResponse:
    """Who is on duty day by day; one shift more."""
    chosen = _chosen(request)
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    if request.method != "POST":
        return _shown(request, chosen)
    form = shift_form(chosen, request.POST)
    if form.is_valid():
        typed = form.cleaned_data
        try:
            actions.put_on_duty(
                actor=request.actor,  # type: ignore[attr-defined]
                site_id=chosen.site.pk,
                worker_id=UUID(typed["worker"]),
                on=date.fromisoformat(typed["on"]),
                starts=typed["starts"],
                ends=typed["ends"],
                now=clock.now(),
            )
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("On duty."))
            return redirect(chosen.url())
    return _shown(request, chosen, form)


@requires(RecordClass.SCHEDULE, post=Access.READ, post_if=may_plan)
def fill(request: HttpRequest) -> HttpResponse:
    """Fill what is open from working hours."""
    chosen = _chosen(request)
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    form = WeekForm(request.POST)
    form.full_clean()
    made = actions.fill_duty(
        actor=request.actor,  # type: ignore[attr-defined]
        site_id=chosen.site.pk,
        program_id=chosen.program.pk,
        days=chosen.days,
        now=clock.now(),
    )
    if made:
        said = ngettext("%d shift added.", "%d shifts added.", made) % made
        messages.success(request, _("%(said)s Look them over.") % {"said": said})
    else:
        messages.info(request, _("Working hours offer nobody more for what is open."))
    return redirect(chosen.url())


@requires(RecordClass.SCHEDULE, post=Access.READ, post_if=may_plan)
def end(request: HttpRequest, shift_id: UUID) -> HttpResponse:
    """Take a colleague off duty."""
    chosen = _chosen(request)
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    form = WeekForm(request.POST)
    form.full_clean()
    try:
        actions.take_off_duty(
            actor=request.actor,  # type: ignore[attr-defined]
            shift_id=shift_id,
            now=clock.now(),
            expected_version=form.expected_version,
        )
    except StaleVersion:
        raise
    except Refusal as refusal:
        _say(form, refusal)
        return _shown(request, chosen, problem=form)
    messages.success(request, _("Off duty."))
    return redirect(chosen.url())


def _chosen(request: HttpRequest) -> Chosen | None:
    asked = request.POST if request.method == "POST" else request.GET
    actor = request.actor  # type: ignore[attr-defined]
    named = {name: asked.get(name, "") for name in ("week", "site")}
    return chosen_week(actor, named, ROUTE, days_ahead=1)


def _shown(
    request: HttpRequest, chosen: Chosen, form: Any = None, problem: Any = None
) -> HttpResponse:
    actor = request.actor  # type: ignore[attr-defined]
    page = DutyPage.of(actor, chosen, form)
    context = {"page": page, "form": form or problem}
    return render(request, "desk/duty/duty.html", context, status=422 if form or problem else 200)


def _say(form: Any, refusal: Refusal) -> None:
    for code in refusal.codes:
        field = FIELDS.get(code)
        form.add_error(field if field in form.fields else None, words.refusal(code))
