"""The overview, measures and history of one record, and opening it with a reason."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.desk.chart import history, measures, pages
from homeward.desk.chart.forms import BreakGlassForm, ReasonForm
from homeward.desk.chart.frame import chart_frame
from homeward.kernel.records import RecordClass
from homeward.kernel.roles import Duty
from homeward.people import actions


@requires(RecordClass.IDENTITY, get=Access.READ)
def overview(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """The whole episode in one picture, and what comes next."""
    frame = chart_frame(request, client_id, tab="desk:chart")
    page = pages.Overview.of(request.actor, frame)  # type: ignore[attr-defined]
    facts = {"frame": frame, "page": page, "reason_form": ReasonForm()}
    return render(request, "desk/chart/overview.html", facts)


@requires(RecordClass.ASSESSMENT, get=Access.READ)
def chart_measures(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Every questionnaire answered, with its scores over time."""
    frame = chart_frame(request, client_id, tab="desk:chart_measures")
    page = measures.Measures.of(request.actor, frame.client)  # type: ignore[attr-defined]
    return render(request, "desk/chart/measures.html", {"frame": frame, "page": page})


@requires(RecordClass.IDENTITY, get=Access.READ)
def chart_history(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """What happened to this record: changes, and who looked."""
    frame = chart_frame(request, client_id, tab="desk:chart_history")
    asked = dict(request.GET.items())
    page = history.History.of(request.actor, frame.client, asked)  # type: ignore[attr-defined]
    return render(request, "desk/chart/history.html", {"frame": frame, "page": page})


@requires(RecordClass.IDENTITY, post=Access.READ)
def chart_reason(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Say why this record must be opened; it then opens for an hour."""
    frame = chart_frame(request, client_id, tab="desk:chart")
    form = ReasonForm(request.POST)
    if form.is_valid():
        try:
            actions.give_reason(
                actor=request.actor,  # type: ignore[attr-defined]
                client_id=client_id,
                code=form.cleaned_data["code"],
                sentence=form.cleaned_data["sentence"],
                now=clock.now(),
            )
        except actions.ReasonIncomplete:
            form.add_error(
                "sentence", _("Write at least ten letters, so that a reviewer sees why.")
            )
        else:
            return redirect("desk:chart", client_id)
    page = pages.Overview.of(request.actor, frame)  # type: ignore[attr-defined]
    facts = {"frame": frame, "page": page, "reason_form": form}
    return render(request, "desk/chart/overview.html", facts, status=422)


@requires(RecordClass.INCIDENTS, get=Access.WRITE, post=Access.WRITE, duty=Duty.BREAK_GLASS)
def break_glass(request: HttpRequest) -> HttpResponse:
    """Open one record in an emergency, for the program's hours, reviewed within its days."""
    form = BreakGlassForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            reason = actions.break_glass(
                actor=request.actor,  # type: ignore[attr-defined]
                chart_number=form.cleaned_data["chart_number"],
                code=form.cleaned_data["code"],
                sentence=form.cleaned_data["sentence"],
                now=clock.now(),
            )
        except actions.NoSuchChart:
            form.add_error("chart_number", _("No record with this number at your site."))
        except actions.ReasonIncomplete:
            form.add_error("sentence", _("Write at least ten letters about the emergency."))
        else:
            return redirect("desk:chart", reason.client_id)
    status = 422 if form.errors else 200
    hours, days = actions.glass_terms(request.actor, clock.today())  # type: ignore[attr-defined]
    facts = {"form": form, "hours": int(hours), "days": int(days)}
    return render(request, "desk/chart/break_glass.html", facts, status=status)
