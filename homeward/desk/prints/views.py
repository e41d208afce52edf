"""Pages made to be printed, black on white, on A4 or letter."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from homeward.core.access import Access
from homeward.core.policies import requires
from homeward.desk.choosing import Chosen, chosen_week
from homeward.desk.prints.sheets import sheet_of, sheets_of_day
from homeward.desk.prints.weeks import own_week, wall_week
from homeward.desk.sessions.pages import session_of
from homeward.kernel.records import RecordClass


@requires(RecordClass.SCHEDULE, get=Access.READ)
def wall(request: HttpRequest) -> HttpResponse:
    """The week for the wall: groups, times, rooms, who leads; no client stands there."""
    chosen = _chosen(request, "desk:print_wall")
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    return render(request, "desk/prints/week.html", {"page": wall_week(chosen)})


@requires(RecordClass.SCHEDULE, get=Access.READ)
def mine(request: HttpRequest) -> HttpResponse:
    """The week of who asks: what they lead, and when they are on duty."""
    chosen = _chosen(request, "desk:print_mine")
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    page = own_week(chosen, request.actor)  # type: ignore[attr-defined]
    return render(request, "desk/prints/week.html", {"page": page})


@requires(RecordClass.SCHEDULE, get=Access.READ)
def sign_in(request: HttpRequest, session_id: UUID) -> HttpResponse:
    """The sign-in sheet of one session: preferred name and initial, nothing else."""
    actor = request.actor  # type: ignore[attr-defined]
    sheets = (sheet_of(actor, session_of(actor, session_id)),)
    return render(request, "desk/prints/sign_in.html", {"sheets": sheets})


@requires(RecordClass.SCHEDULE, get=Access.READ)
def sign_in_day(request: HttpRequest) -> HttpResponse:
    """The sheets of a whole day, a page each."""
    chosen = _chosen(request, "desk:print_sign_in_day")
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    try:
        on = date.fromisoformat(request.GET.get("on", ""))
    except ValueError:
        on = chosen.today
    actor = request.actor  # type: ignore[attr-defined]
    sheets = sheets_of_day(actor, chosen.site, on)
    return render(request, "desk/prints/sign_in.html", {"sheets": sheets, "on": on})


def _chosen(request: HttpRequest, route: str) -> Chosen | None:
    actor = request.actor  # type: ignore[attr-defined]
    asked = {name: request.GET.get(name, "") for name in ("week", "site")}
    return chosen_week(actor, asked, route)
