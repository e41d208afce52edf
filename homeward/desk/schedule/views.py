"""The Schedule tab and what is done there: take a seat, give it back, book one session."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward.core import clock
from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.core.refusals import Refusal
from homeward.desk.chart.frame import chart_frame
from homeward.desk.schedule import pages
from homeward.desk.schedule.forms import ReleaseForm, SeatForm
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.timetable import actions, words
from homeward.timetable.models import GroupMembership


@requires(RecordClass.SCHEDULE, get=Access.READ)
def chart_schedule(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Standing seats, coming sessions, attendance; a seat asked for with its reasons."""
    return _shown(request, client_id, asked=dict(request.GET.items()))


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def seat(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Take the seat that was asked for."""
    form = SeatForm(request.POST)
    if not form.is_valid():
        return _shown(request, client_id, asked=dict(request.POST.items()), form=form)
    typed = form.cleaned_data
    try:
        actions.take_seat(
            actor=request.actor,  # type: ignore[attr-defined]
            group_id=typed["group"],
            client_id=client_id,
            starts_on=typed["from_day"],
            now=clock.now(),
        )
    except actions.SeatRefused:
        form.add_error(None, _("The rule refuses this seat. Every reason stands below."))
    except Refusal as refusal:
        _say(form, refusal)
    else:
        messages.success(request, _("The seat is taken, also in the sessions already planned."))
        return redirect("desk:chart_schedule", client_id)
    asked = {"group": str(typed["group"]), "from_day": typed["from_day"].isoformat()}
    return _shown(request, client_id, asked=asked, form=form)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def release(request: HttpRequest, membership_id: UUID) -> HttpResponse:
    """Give a standing seat back."""
    actor = request.actor  # type: ignore[attr-defined]
    reached = GroupMembership.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    client_id = reached.get(pk=membership_id).client_id
    form = ReleaseForm(request.POST, auto_id=f"release_{membership_id}_%s")
    if form.is_valid():
        try:
            actions.release_seat(
                actor=actor,
                membership_id=membership_id,
                ends_on=form.cleaned_data["ends_on"],
                reason=form.cleaned_data["reason"],
                now=clock.now(),
                expected_version=form.expected_version,
            )
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("The seat is free from that day on."))
            return redirect("desk:chart_schedule", client_id)
    return _shown(request, client_id, form=form, release_form=form, released_id=membership_id)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def booking(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Book one session with one colleague."""
    actor = request.actor  # type: ignore[attr-defined]
    page = pages.schedule_page(actor, client_id, clock.now(), book_typed=request.POST)
    form = page.book_form
    if form is None:
        raise Http404
    if form.is_valid():
        typed = form.cleaned_data
        frame = chart_frame(request, client_id, tab="desk:chart_schedule")
        zone = ZoneInfo(frame.client.site.time_zone)
        try:
            actions.book_individual(
                actor=actor,
                client_id=client_id,
                worker_id=UUID(typed["worker"]),
                session_type_id=UUID(typed["session_type"]),
                room_id=UUID(typed["room"]) if typed["room"] else None,
                starts_at=datetime.combine(typed["on"], typed["at"], zone),
                now=clock.now(),
            )
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("The session is booked."))
            return redirect("desk:chart_schedule", client_id)
    frame = chart_frame(request, client_id, tab="desk:chart_schedule")
    context = {"frame": frame, "page": page, "form": form}
    return render(request, "desk/schedule/tab.html", context, status=422)


def _shown(
    request: HttpRequest, client_id: UUID, *, form: Any = None, **asked: Any
) -> HttpResponse:
    frame = chart_frame(request, client_id, tab="desk:chart_schedule")
    actor = request.actor  # type: ignore[attr-defined]
    page = pages.schedule_page(actor, client_id, clock.now(), **asked)
    context = {"frame": frame, "page": page, "form": form}
    return render(request, "desk/schedule/tab.html", context, status=422 if form else 200)


def _say(form: Any, refusal: Refusal) -> None:
    for code in refusal.codes:
        form.add_error(None, words.refusal(code))
