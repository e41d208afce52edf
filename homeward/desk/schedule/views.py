"""The Schedule tab and what is done there: take a seat, give it back, book one session."""

from datetime import datetime
from typing import Any
from uuid import UUID
from zoneinfo import ZoneInfo

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from homeward import audit
from homeward.attendance.actions import MakeUpRefused, make_up
from homeward.core import clock
from homeward.core.access import Access, may
from homeward.core.policies import requires
from homeward.core.refusals import NotAllowed, Refusal
from homeward.desk.chart.frame import chart_frame, reach_client
from homeward.desk.schedule import pages
from homeward.desk.schedule.apart import may_keep_apart, other_within_reach
from homeward.desk.schedule.forms import (
    ApartEndForm,
    ApartForm,
    MakeUpForm,
    ReleaseForm,
    SeatForm,
)
from homeward.desk.schedule.makeup import MakeUpPage
from homeward.kernel.purposes import Purpose
from homeward.kernel.records import RecordClass
from homeward.people.models import Client
from homeward.plans.queries import session_in_plan
from homeward.plans.rules.in_plan import OUTSIDE
from homeward.program.models import SessionType
from homeward.timetable import actions, words
from homeward.timetable.models import GroupMembership, KeptApart, Seat
from homeward.timetable.seating import every


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
            _warn_outside_plan(request, client_id, typed)
            return redirect("desk:chart_schedule", client_id)
    frame = chart_frame(request, client_id, tab="desk:chart_schedule")
    context = {"frame": frame, "page": page, "form": form}
    return render(request, "desk/schedule/tab.html", context, status=422)


def _warn_outside_plan(request: HttpRequest, client_id: UUID, typed: dict[str, Any]) -> None:
    """Say so when the plan in force does not name this kind; whoever may not read it hears nothing.

    It is said after booking: care is never held back by a plan.
    """
    actor = request.actor  # type: ignore[attr-defined]
    if not may(actor.roles, RecordClass.ASSESSMENT, Access.READ):
        return
    kind = SessionType.objects.get(pk=typed["session_type"]).kind
    if session_in_plan(client_id, kind, typed["on"]).outcome == OUTSIDE:
        messages.warning(
            request,
            _("The plan in force does not name this kind of session. Amend the plan, or say why."),
        )


@requires(RecordClass.SCHEDULE, get=Access.WRITE, post=Access.WRITE)
def makeup(request: HttpRequest, seat_id: UUID) -> HttpResponse:
    """Offer another session of the week for a missed one, and take the seat in it."""
    actor = request.actor  # type: ignore[attr-defined]
    reached = Seat.objects.for_actor(actor, Purpose.TREATMENT, to=Access.WRITE)
    seat = reached.select_related("session").get(pk=seat_id)
    form = MakeUpForm(request.POST if request.method == "POST" else None)
    if form.is_valid():
        try:
            make_up(
                actor=actor,
                seat_id=seat_id,
                session_id=form.cleaned_data["session"],
                now=clock.now(),
            )
        except MakeUpRefused:
            form.add_error(None, _("The rule refuses this seat. Every reason stands below."))
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("The seat is taken, for this one time."))
            return redirect("desk:chart_schedule", seat.client_id)
    frame = chart_frame(request, seat.client_id, tab="desk:chart_schedule")
    context = {"frame": frame, "page": MakeUpPage.of(actor, seat, clock.now()), "form": form}
    return render(request, "desk/schedule/makeup.html", context, status=422 if form.errors else 200)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def apart(request: HttpRequest, client_id: UUID) -> HttpResponse:
    """Keep this client and another out of one group."""
    actor = request.actor  # type: ignore[attr-defined]
    client = reach_client(actor, client_id)
    if not may_keep_apart(actor, client):
        raise NotAllowed("contact_restrictions_are_for_the_team")
    form = ApartForm(request.POST, auto_id="apart_%s")
    if form.is_valid():
        typed = form.cleaned_data
        other = other_within_reach(actor, typed["chart_number"])
        if other is None:
            form.add_error("chart_number", _("No such chart number within your reach."))
        else:
            try:
                actions.keep_apart(
                    actor=actor,
                    client_id=client_id,
                    other_id=other.pk,
                    reason=typed["reason"],
                    starts_on=typed["starts_on"],
                    now=clock.now(),
                )
            except Refusal as refusal:
                _say(form, refusal)
            else:
                messages.success(request, _("Kept apart. No seat will bring the two together."))
                return redirect("desk:chart_schedule", client_id)
    return _shown(request, client_id, form=form, apart_form=form)


@requires(RecordClass.SCHEDULE, post=Access.WRITE)
def apart_end(request: HttpRequest, pair_id: UUID) -> HttpResponse:
    """The two may sit together again."""
    actor = request.actor  # type: ignore[attr-defined]
    rows = Client.objects.for_actor(actor, Purpose.TREATMENT)
    pair = every(KeptApart).get(pk=pair_id, ends_on=None)
    reached = rows.filter(pk__in=(pair.client_id, pair.other_id))
    client = next((each for each in reached if may_keep_apart(actor, each)), None)
    if client is None:
        raise Http404
    asked = request.POST.get("client", "")
    client_id = next((each.pk for each in reached if str(each.pk) == asked), client.pk)
    form = ApartEndForm(request.POST)
    if form.is_valid():
        try:
            actions.end_keeping_apart(
                actor=actor,
                pair_id=pair_id,
                ends_on=form.cleaned_data["ends_on"],
                now=clock.now(),
                expected_version=form.expected_version,
            )
        except Refusal as refusal:
            _say(form, refusal)
        else:
            messages.success(request, _("The two may sit together from that day on."))
            return redirect("desk:chart_schedule", client_id)
    return _shown(request, client_id, form=form)


def _shown(
    request: HttpRequest, client_id: UUID, *, form: Any = None, **asked: Any
) -> HttpResponse:
    frame = chart_frame(request, client_id, tab="desk:chart_schedule")
    actor = request.actor  # type: ignore[attr-defined]
    page = pages.schedule_page(actor, client_id, clock.now(), **asked)
    if page.apart and page.apart.pairs:
        # The pairs are read for both their sides at once, so the reading is noted here.
        audit.record("timetable.pair.read", actor=actor, at=clock.now(), client_id=client_id)
    context = {"frame": frame, "page": page, "form": form}
    return render(request, "desk/schedule/tab.html", context, status=422 if form else 200)


def _say(form: Any, refusal: Refusal) -> None:
    for code in refusal.codes:
        form.add_error(None, words.refusal(code))
