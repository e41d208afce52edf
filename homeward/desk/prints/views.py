"""Pages made to be printed, black on white, on A4 or letter."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.formats import date_format

from homeward.core.access import Access
from homeward.core.asked import day as asked_day
from homeward.core.components import Tab
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
    facts = {
        "sheets": (sheet_of(actor, session_of(actor, session_id)),),
        "back_url": reverse("desk:session", args=[session_id]),
        "is_one": True,
    }
    return render(request, "desk/prints/sign_in.html", facts)


@requires(RecordClass.SCHEDULE, get=Access.READ)
def sign_in_day(request: HttpRequest) -> HttpResponse:
    """The sheets of a whole day, a page each."""
    chosen = _chosen(request, "desk:print_sign_in_day")
    if chosen is None:
        return render(request, "desk/week/nothing.html", {})
    on = asked_day(request.GET.get("on", "")) or _usual_day(chosen)
    actor = request.actor  # type: ignore[attr-defined]
    sheets = sheets_of_day(actor, chosen.site, on)
    facts = {
        "sheets": sheets,
        "days": tuple(
            Tab(date_format(day, "D j M"), f"{chosen.url()}&on={day}", current=day == on)
            for day in chosen.days
        ),
        "back_url": chosen.url(route="desk:week"),
    }
    return render(request, "desk/prints/sign_in.html", facts)


def _usual_day(chosen: Chosen) -> date:
    """Today in its own week; the first day of any other."""
    return chosen.today if chosen.today in chosen.days else chosen.starts_on


def _chosen(request: HttpRequest, route: str) -> Chosen | None:
    actor = request.actor  # type: ignore[attr-defined]
    asked = {name: request.GET.get(name, "") for name in ("week", "site")}
    return chosen_week(actor, asked, route)
